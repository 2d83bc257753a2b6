package dev.tieout.testkit.company;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.serve.Ledger;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Fills a company with records, fluently. Everything goes through the business rules; a record the rules refuse throws
 * {@link IllegalStateException} with the fault's code. Not thread-safe; the company is.
 */
public final class CompanySeed {
    private static final int CHUNK = 10;

    private final FakeCompany company;
    private String lastId = "";

    CompanySeed(FakeCompany company) {
        this.company = company;
    }

    /** The Id of the record seeded last. */
    public String lastId() {
        return lastId;
    }

    /** A record of any entity with these fields as in JSON. */
    public CompanySeed record(String entity, Map<String, ?> fields) {
        EntityKind kind = FakeCompany.kind(entity);
        return save(kind, JsonObject.from(fields));
    }

    /** Many records, ten in a step: faster than one by one. */
    public CompanySeed records(String entity, int number, IntFunction<? extends Map<String, ?>> fields) {
        EntityKind kind = FakeCompany.kind(entity);
        for (int done = 0; done < number; done += CHUNK) {
            int from = done;
            int to = Math.min(number, done + CHUNK);
            lastId = company.locked(() -> company.ledger().run(company.now(), desk -> {
                String id = "";
                for (int i = from; i < to; i++) {
                    id = saved(desk, kind, JsonObject.from(fields.apply(i))).text("Id", "");
                }
                return id;
            }));
        }
        return this;
    }

    /**
     * A record exactly as given, past all rules: for companies that no rule would make, such as an inactive record
     * without a suffix. It must have an Id.
     */
    public CompanySeed raw(String entity, Map<String, ?> fields) {
        EntityKind kind = FakeCompany.kind(entity);
        JsonObject record = JsonObject.from(fields);
        lastId = record.text("Id", "");
        company.locked(() -> {
            company.ledger().load(company.now(), kind, List.of(record));
            return record;
        });
        return this;
    }

    /** A customer with a display name. */
    public CompanySeed customer(String displayName) {
        return customer(displayName, Map.of());
    }

    /** A customer with a display name and more fields. */
    public CompanySeed customer(String displayName, Map<String, ?> fields) {
        return named(EntityKind.CUSTOMER, displayName, fields);
    }

    /** A vendor with a display name and more fields. */
    public CompanySeed vendor(String displayName, Map<String, ?> fields) {
        return named(EntityKind.VENDOR, displayName, fields);
    }

    /** An employee with a given and a family name. */
    public CompanySeed employee(String givenName, String familyName) {
        return save(EntityKind.EMPLOYEE, JsonObject.of("GivenName", givenName, "FamilyName", familyName));
    }

    /** A service with a price, booked to an income account. */
    public CompanySeed item(String name, BigDecimal price, String incomeAccountId) {
        JsonObject account = JsonObject.reference(incomeAccountId);
        return save(
                EntityKind.ITEM,
                JsonObject.of("Name", name, "Type", "Service", "UnitPrice", price, "IncomeAccountRef", account));
    }

    /** An account with a type such as {@code Income}. */
    public CompanySeed account(String name, String accountType) {
        return save(EntityKind.ACCOUNT, JsonObject.of("Name", name, "AccountType", accountType));
    }

    /** An invoice of one line. */
    public CompanySeed invoice(String customerId, String itemId, BigDecimal amount) {
        JsonObject detail = JsonObject.of("ItemRef", JsonObject.reference(itemId));
        List<Object> lines = new ArrayList<>();
        lines.add(JsonObject.of("Amount", amount, "DetailType", "SalesItemLineDetail", "SalesItemLineDetail", detail));
        return save(EntityKind.INVOICE, JsonObject.of("CustomerRef", JsonObject.reference(customerId), "Line", lines));
    }

    /** A payment of a customer, applied to invoices in their order as far as it goes. */
    public CompanySeed payment(String customerId, BigDecimal amount, String... invoiceIds) {
        List<Object> lines = new ArrayList<>();
        BigDecimal rest = amount;
        for (String invoiceId : invoiceIds) {
            BigDecimal open = company.find("Invoice", invoiceId)
                    .map(invoice -> new BigDecimal(String.valueOf(invoice.get("Balance"))))
                    .orElseThrow(() -> new IllegalStateException("there is no Invoice " + invoiceId));
            BigDecimal part = rest.min(open);
            rest = rest.subtract(part);
            List<Object> links = new ArrayList<>();
            links.add(JsonObject.of("TxnId", invoiceId, "TxnType", "Invoice"));
            lines.add(JsonObject.of("Amount", part, "LinkedTxn", links));
        }
        return save(
                EntityKind.PAYMENT,
                JsonObject.of("CustomerRef", JsonObject.reference(customerId), "TotalAmt", amount, "Line", lines));
    }

    /** Sets a preference by its path, for example {@code AccountingInfoPrefs.TrackDepartments}. */
    public CompanySeed preference(String path, Object value) {
        company.inQuickBooks().preference(path, value);
        return this;
    }

    private CompanySeed named(EntityKind kind, String displayName, Map<String, ?> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("DisplayName", displayName);
        return save(kind, JsonObject.from(all));
    }

    private CompanySeed save(EntityKind kind, JsonObject body) {
        lastId = company.locked(() -> company.ledger()
                .run(company.now(), desk -> saved(desk, kind, body))
                .text("Id", ""));
        return this;
    }

    private static JsonObject saved(Ledger.Desk desk, EntityKind kind, JsonObject body) {
        try {
            return desk.recorder().save(kind, body);
        } catch (QboFault refused) {
            QboFault.Problem problem = refused.problems().get(0);
            throw new IllegalStateException(
                    "the rules refuse this " + kind.json() + ": " + problem.code() + " " + problem.message(), refused);
        }
    }
}
