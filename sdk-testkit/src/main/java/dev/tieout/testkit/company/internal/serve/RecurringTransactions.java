package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.ChangeKind;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.rules.BodyCheck;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Shape;
import dev.tieout.testkit.company.internal.wire.Times;

/**
 * Templates of transactions, which wrap another entity's body (QuickBooks fact E1.8): made, read and deleted; the
 * transactions they would make are not modelled.
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
            return shown(ledger.change(kind, call.now(), desk -> {
                String id = desk.work().nextId(kind);
                String now = Times.stamp(call.now());
                JsonObject meta = JsonObject.of("CreateTime", now, "LastUpdatedTime", now);
                sent.set("Id", id)
                        .set("SyncToken", "0")
                        .set("domain", "QBO")
                        .set("sparse", false)
                        .set("MetaData", meta);
                JsonObject record = JsonObject.of(
                        wrapped.json(),
                        Shape.ordered(wrapped.type(), sent),
                        "Id",
                        id,
                        "SyncToken",
                        "0",
                        "MetaData",
                        meta.copy());
                desk.work().put(kind, record);
                desk.work().note(kind, record, ChangeKind.CREATE);
                return record;
            }));
        }
        throw QboFault.of(2000, "A recurring transaction wraps the body of a transaction.");
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
