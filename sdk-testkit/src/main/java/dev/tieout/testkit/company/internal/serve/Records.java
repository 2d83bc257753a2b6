package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.ChangeKind;
import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.rules.EmailRules;
import dev.tieout.testkit.company.internal.state.Books;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import dev.tieout.testkit.company.internal.wire.Envelopes;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Times;
import dev.tieout.testkit.exchange.FakeResponse;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations on one record: create, read, update, delete, void, send, PDF (QuickBooks facts P8). */
final class Records {
    private final Ledger ledger;
    private final Answers answers;

    Records(Ledger ledger, Answers answers) {
        this.ledger = ledger;
        this.answers = answers;
    }

    FakeResponse read(Call call, EntityKind kind) {
        JsonObject record = find(call, kind);
        JsonObject shown = answers.render(kind, record, Answers.View.SINGLE);
        if (kind == EntityKind.ATTACHABLE && ledger.books().files().containsKey(record.text("Id", ""))) {
            shown.set("TempDownloadUri", Files.address(call, record.text("Id", "")));
        }
        if (kind == EntityKind.INVOICE && call.include().contains("invoicelink")) {
            link(shown, call);
        }
        return success(call, kind, shown);
    }

    private JsonObject find(Call call, EntityKind kind) {
        boolean single = kind == EntityKind.PREFERENCES || kind == EntityKind.COMPANY_INFO;
        if (single) {
            for (JsonObject only : ledger.books().table(kind).inOrder()) {
                return only;
            }
            throw QboFault.notFound();
        }
        String id = call.rest().get(1);
        JsonObject record = ledger.books().find(kind, id);
        if (record == null && !id.matches("\\d{1,21}")) {
            throw QboFault.of(2030, "Id should be a valid number. Supplied value:" + id, "Id");
        }
        boolean merged = ledger.books().merged().contains(new Books.Merged(kind, id));
        if (record == null || (merged && ledger.switches().on(CompanySwitch.MERGED_RECORDS_UNREADABLE))) {
            throw QboFault.notFound();
        }
        return record;
    }

    /** The share link, shown on demand if the invoice has an address (QuickBooks fact E11.7). */
    private static void link(JsonObject shown, Call call) {
        boolean online = shown.is("AllowOnlineCreditCardPayment") || shown.is("AllowOnlineACHPayment");
        if (online && shown.object("BillEmail") != null) {
            shown.set("InvoiceLink", "https://connect.intuit.com/t/scs-v1-" + call.tid() + "?cta=v3invoicelink");
        }
    }

    FakeResponse write(Call call, EntityKind kind) {
        JsonObject body = call.object(kind.json());
        String operation = call.operation();
        return success(call, kind, perform(kind, operation, call.include(), body, call));
    }

    /** Performs an operation of a request or of a batch item and returns what its answer shows. */
    JsonObject perform(EntityKind kind, String operation, Set<String> options, JsonObject body, Call call) {
        boolean voids = operation.equals("void") || options.contains("void");
        if (kind == EntityKind.RECURRING_TRANSACTION) {
            return RecurringTransactions.write(ledger, operation, body, call);
        }
        if (kind == EntityKind.EXCHANGE_RATE) {
            return Rates.write(ledger, body, call);
        }
        if (voids) {
            JsonObject done =
                    ledger.change(kind, call.now(), desk -> desk.remover().voidTransaction(kind, body));
            return answers.render(kind, done, Answers.View.SINGLE);
        }
        if (operation.equals("delete")) {
            return ledger.change(kind, call.now(), desk -> desk.remover().delete(kind, body));
        }
        if (!operation.isEmpty() && !operation.equals("update") && !operation.equals("create")) {
            throw QboFault.of(500, "Operation " + operation + " is not supported.");
        }
        Set<String> include = new LinkedHashSet<>(options);
        boolean creating = body.text("Id", "").isEmpty();
        JsonObject saved =
                ledger.change(kind, call.now(), desk -> desk.recorder(include).save(kind, body));
        return answers.render(kind, saved, creating ? Answers.View.CREATED : Answers.View.SINGLE);
    }

    /** Sends by e-mail: the status moves, the address becomes the one it was sent to (QuickBooks fact E16.1). */
    FakeResponse send(Call call, EntityKind kind) {
        if (!kind.can(EntityKind.Can.EMAIL)) {
            throw QboFault.of(500, "Operation send on " + kind.json() + " is not supported.");
        }
        JsonObject record = find(call, kind);
        String to = call.request()
                .parameter("sendTo")
                .filter(text -> !text.isBlank())
                .orElse(null);
        String address = to == null && kind != EntityKind.PAYMENT ? address(kind, record) : to;
        if (address == null) {
            throw QboFault.of(6420, "An email address is required to send the transaction.", "");
        }
        if (!EmailRules.valid(address)) {
            throw QboFault.of(4002, "QueryProcessingError: To email address entered is invalid");
        }
        String id = record.text("Id", "");
        JsonObject sent = ledger.change(kind, call.now(), desk -> sent(desk.work(), kind, id, to));
        return success(call, kind, answers.render(kind, sent, Answers.View.SINGLE));
    }

    private static @Nullable String address(EntityKind kind, JsonObject record) {
        JsonObject email = record.object(kind == EntityKind.PURCHASE_ORDER ? "POEmail" : "BillEmail");
        return email == null ? null : email.text("Address");
    }

    private JsonObject sent(Work work, EntityKind kind, String id, @Nullable String to) {
        JsonObject draft = work.edit(kind, id);
        if (kind != EntityKind.PAYMENT) {
            draft.set("EmailStatus", "EmailSent");
            draft.set("DeliveryInfo", JsonObject.of("DeliveryType", "Email", "DeliveryTime", Times.stamp(work.now())));
            if (to != null) {
                draft.set(kind == EntityKind.PURCHASE_ORDER ? "POEmail" : "BillEmail", JsonObject.of("Address", to));
            }
        }
        if (ledger.switches().on(CompanySwitch.SEND_KEEPS_TOKEN)) {
            work.touch(draft);
        } else {
            work.bump(kind, draft);
        }
        work.note(kind, id, ChangeKind.EMAILED, null);
        return draft;
    }

    FakeResponse pdf(Call call, EntityKind kind) {
        if (!kind.can(EntityKind.Can.PDF)) {
            throw QboFault.of(500, "Operation pdf on " + kind.json() + " is not supported.");
        }
        JsonObject shown = answers.render(kind, find(call, kind), Answers.View.SINGLE);
        byte[] pdf = Pdf.of(kind.json().toUpperCase(Locale.ROOT), shown);
        return Envelopes.success(pdf, "application/pdf;charset=UTF-8", call.tid())
                .withHeader("Content-Disposition", "attachment; filename=" + kind.json() + ".pdf");
    }

    private static FakeResponse success(Call call, EntityKind kind, JsonObject shown) {
        return Envelopes.success(JsonObject.of(kind.json(), shown), call.now(), call.xml(), call.tid());
    }
}
