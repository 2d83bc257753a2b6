package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.ChangeKind;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.rules.BodyCheck;
import dev.tieout.testkit.company.internal.rules.Tokens;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Shape;
import dev.tieout.testkit.company.internal.wire.Times;
import java.math.BigDecimal;

/**
 * Templates of transactions, which wrap another entity's body (QuickBooks fact E1.8): made, read, changed and deleted;
 * the transactions they would make are not modelled.
 */
final class RecurringTransactions {
    private RecurringTransactions() {}

    static JsonObject write(Ledger ledger, String operation, JsonObject body, Call call) {
        EntityKind kind = EntityKind.RECURRING_TRANSACTION;
        for (String name : body.names()) {
            EntityKind wrapped = EntityKind.named(name);
            JsonObject template = body.object(name);
            if (wrapped == null || template == null || !wrapped.transaction()) {
                continue;
            }
            if (operation.equals("delete")) {
                JsonObject flat = Router.stub(template);
                JsonObject stub =
                        ledger.change(kind, call.now(), desk -> desk.remover().delete(kind, flat));
                return JsonObject.of(name, stub);
            }
            JsonObject sent = new BodyCheck().check(wrapped.type(), template);
            JsonObject info = sent.object("RecurringInfo");
            if (info == null || !info.has("Name")) {
                throw QboFault.missing("RecurringInfo.Name");
            }
            return shown(ledger.change(kind, call.now(), desk -> saved(desk, wrapped, sent, call)));
        }
        throw QboFault.of(2000, "A recurring transaction wraps the body of a transaction.");
    }

    /** A template with an Id is the new state of that one, whole or sparse. */
    private static JsonObject saved(Ledger.Desk desk, EntityKind wrapped, JsonObject sent, Call call) {
        EntityKind kind = EntityKind.RECURRING_TRANSACTION;
        String now = Times.stamp(call.now());
        String known = sent.text("Id", "");
        JsonObject earlier = known.isEmpty() ? null : earlier(desk, wrapped, sent);
        String id = earlier == null ? desk.work().nextId(kind) : known;
        String token = earlier == null
                ? "0"
                : earlier.amount("SyncToken").add(BigDecimal.ONE).toPlainString();
        JsonObject body = earlier != null && sent.is("sparse") ? earlier.copy() : new JsonObject();
        sent.forEach(body::set);
        JsonObject before = earlier == null ? null : earlier.object("MetaData");
        String created = before == null ? now : before.text("CreateTime", now);
        JsonObject meta = JsonObject.of("CreateTime", created, "LastUpdatedTime", now);
        body.set("Id", id)
                .set("SyncToken", token)
                .set("domain", "QBO")
                .set("sparse", false)
                .set("MetaData", meta);
        JsonObject record = JsonObject.of(
                wrapped.json(),
                Shape.ordered(wrapped.type(), body),
                "Type",
                wrapped.json(),
                "Id",
                id,
                "SyncToken",
                token,
                "MetaData",
                meta.copy());
        desk.work().put(kind, record);
        desk.work().note(kind, record, earlier == null ? ChangeKind.CREATE : ChangeKind.UPDATE);
        return record;
    }

    private static JsonObject earlier(Ledger.Desk desk, EntityKind wrapped, JsonObject sent) {
        JsonObject record = desk.work().find(EntityKind.RECURRING_TRANSACTION, sent.text("Id", ""));
        JsonObject earlier = record == null ? null : record.object(wrapped.json());
        if (earlier == null) {
            throw QboFault.notFound();
        }
        Tokens.check(earlier, sent.text("SyncToken"), desk.settings());
        return earlier;
    }

    /** The record as answers show it: the wrapped body alone. */
    static JsonObject shown(JsonObject record) {
        JsonObject shown = new JsonObject();
        record.forEach((name, value) -> {
            if (EntityKind.named(name) != null) {
                shown.set(name, value);
            }
        });
        return shown;
    }
}
