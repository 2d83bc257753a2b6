package dev.tieout.testkit.company;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.rules.ItemRules;
import dev.tieout.testkit.company.internal.rules.Merger;
import dev.tieout.testkit.company.internal.serve.Ledger;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a person does in QuickBooks' own pages. The same business rules hold; tokens need not be known. Thread-safe.
 * Every act throws {@link IllegalStateException} with the fault's code and sentence if the rules refuse it. Change feed and
 * webhooks tell of each as of any other change.
 */
public final class InQuickBooks {
    private final FakeCompany company;

    InQuickBooks(FakeCompany company) {
        this.company = company;
    }

    /** Creates a record and returns its Id. */
    public String create(String entity, Map<String, ?> fields) {
        return save(FakeCompany.kind(entity), JsonObject.from(fields));
    }

    private String save(EntityKind kind, JsonObject fields) {
        return act(kind, desk -> desk.recorder().save(kind, fields));
    }

    /** Changes fields of a record, like a sparse update; a null empties a field. */
    public void change(String entity, String id, Map<String, ?> fields) {
        EntityKind kind = FakeCompany.kind(entity);
        act(kind, desk -> desk.recorder().save(kind, sparse(desk, kind, id, JsonObject.from(fields))));
    }

    /** Makes a list record inactive, which the pages call deleting it. */
    public void inactivate(String entity, String id) {
        change(entity, id, Map.of("Active", false));
    }

    /** Makes a list record active again; its name keeps the suffix, as through the API, unless a switch says else. */
    public void reactivate(String entity, String id) {
        change(entity, id, Map.of("Active", true));
    }

    /** Gives a list record another name. */
    public void rename(String entity, String id, String name) {
        String field = FakeCompany.kind(entity).nameField();
        if (field == null) {
            throw new IllegalArgumentException(entity + " records have no name");
        }
        change(entity, id, Map.of(field, name));
    }

    /** Moves an invoice to another customer; QuickBooks refuses it while payments or credits are applied. */
    public void reassign(String invoiceId, String customerId) {
        change("Invoice", invoiceId, Map.of("CustomerRef", Map.of("value", customerId)));
    }

    /** Adds a discount of an amount to an invoice, in place of the one it had. */
    public void addDiscount(String invoiceId, BigDecimal amount) {
        lines(invoiceId, lines -> Lines.discount(lines, amount, null));
    }

    /** Adds a discount of a percentage to an invoice, in place of the one it had. */
    public void addDiscountPercent(String invoiceId, BigDecimal percent) {
        lines(invoiceId, lines -> Lines.discount(lines, null, percent));
    }

    /** Adds a line of text to an invoice. */
    public void addTextLine(String invoiceId, String text) {
        lines(invoiceId, lines -> lines.add(Lines.text(text)));
    }

    /** Adds a line of an item to an invoice. */
    public void addLine(String invoiceId, String itemId, BigDecimal amount) {
        lines(invoiceId, lines -> lines.add(Lines.item(itemId, amount)));
    }

    /** Gives a line of an invoice another amount; its quantity and price go. */
    public void changeLine(String invoiceId, String lineId, BigDecimal amount) {
        lines(invoiceId, lines -> Lines.amount(lines, lineId, amount));
    }

    /** Takes a line off an invoice. */
    public void removeLine(String invoiceId, String lineId) {
        lines(invoiceId, lines -> lines.removeIf(line -> lineId.equals(line.text("Id"))));
    }

    /** Adds a bundle to an invoice; QuickBooks fills in its lines. */
    public void addBundle(String invoiceId, String bundleItemId, BigDecimal quantity) {
        lines(invoiceId, lines -> lines.add(Lines.bundle(bundleItemId, quantity)));
    }

    /** Creates a bundle of items, one of each, which only these pages can do; returns its Id. */
    public String createBundle(String name, String... itemIds) {
        return act(
                EntityKind.ITEM,
                desk -> desk.recorder(Set.of(ItemRules.BY_A_PERSON))
                        .save(EntityKind.ITEM, Lines.bundleItem(name, itemIds)));
    }

    private void lines(String invoiceId, Consumer<List<JsonObject>> change) {
        act(EntityKind.INVOICE, desk -> {
            List<JsonObject> lines = Lines.editable(record(desk, EntityKind.INVOICE, invoiceId));
            change.accept(lines);
            JsonObject fields = JsonObject.of("Line", new ArrayList<Object>(lines));
            return desk.recorder().save(EntityKind.INVOICE, sparse(desk, EntityKind.INVOICE, invoiceId, fields));
        });
    }

    /** Receives a payment that is applied to nothing and returns its Id. */
    public String receivePayment(String customerId, BigDecimal amount) {
        return save(EntityKind.PAYMENT, MoneyIn.payment(customerId, amount, List.of()));
    }

    /** Receives a payment for an invoice and returns its Id. */
    public String receivePayment(String customerId, String invoiceId, BigDecimal amount) {
        List<Object> lines = new ArrayList<>();
        lines.add(MoneyIn.line("Invoice", invoiceId, amount));
        return save(EntityKind.PAYMENT, MoneyIn.payment(customerId, amount, lines));
    }

    /** Applies what is left of a payment to an invoice. */
    public void applyPayment(String paymentId, String invoiceId, BigDecimal amount) {
        paymentLines(paymentId, lines -> MoneyIn.add(lines, "Invoice", invoiceId, amount));
    }

    /** Takes a payment off all that it was applied to. */
    public void unapplyPayment(String paymentId) {
        paymentLines(paymentId, List::clear);
    }

    /** Takes a payment off an invoice. */
    public void unapplyPayment(String paymentId, String invoiceId) {
        paymentLines(paymentId, lines -> lines.removeIf(line -> MoneyIn.links(line, "Invoice", invoiceId)));
    }

    private void paymentLines(String paymentId, Consumer<List<JsonObject>> change) {
        act(EntityKind.PAYMENT, desk -> {
            List<JsonObject> lines = new ArrayList<>();
            for (JsonObject line : record(desk, EntityKind.PAYMENT, paymentId).objects("Line")) {
                lines.add(line.copy());
            }
            change.accept(lines);
            JsonObject fields = JsonObject.of("Line", new ArrayList<Object>(lines));
            return desk.recorder().save(EntityKind.PAYMENT, sparse(desk, EntityKind.PAYMENT, paymentId, fields));
        });
    }

    /** Gives a customer a credit memo for the first item that can be sold and returns its Id. */
    public String creditMemo(String customerId, BigDecimal amount) {
        return act(
                EntityKind.CREDIT_MEMO,
                desk -> desk.recorder()
                        .save(EntityKind.CREDIT_MEMO, MoneyIn.credit(customerId, Lines.anyItem(desk.work()), amount)));
    }

    /** Applies a credit memo to an invoice by a payment of zero and returns the payment's Id. */
    public String applyCredit(String creditMemoId, String invoiceId, BigDecimal amount) {
        return act(EntityKind.PAYMENT, desk -> {
            String customer = record(desk, EntityKind.CREDIT_MEMO, creditMemoId).ref("CustomerRef");
            List<Object> lines = new ArrayList<>();
            lines.add(MoneyIn.line("Invoice", invoiceId, amount));
            lines.add(MoneyIn.line("CreditMemo", creditMemoId, amount));
            return desk.recorder()
                    .save(EntityKind.PAYMENT, MoneyIn.payment(String.valueOf(customer), BigDecimal.ZERO, lines));
        });
    }

    /** Deposits payments to the first bank account and returns the deposit's Id; they are locked from then on. */
    public String deposit(String... paymentIds) {
        return act(EntityKind.DEPOSIT, desk -> {
            List<JsonObject> payments = new ArrayList<>();
            for (String id : paymentIds) {
                payments.add(record(desk, EntityKind.PAYMENT, id));
            }
            return desk.recorder().save(EntityKind.DEPOSIT, MoneyIn.deposit(desk.work(), payments));
        });
    }

    /** Closes the books: nothing dated up to and including that day can be made, changed, deleted or voided. */
    public void closeBooks(LocalDate until) {
        preference("AccountingInfoPrefs.BookCloseDate", until.toString());
    }

    /** Opens the books again. */
    public void openBooks() {
        set("AccountingInfoPrefs.BookCloseDate", null);
    }

    /** The switches of the page <em>Account and settings</em>. */
    public AccountAndSettings settings() {
        return new AccountAndSettings(this, company);
    }

    /** Deletes a transaction or an attachment. */
    public void delete(String entity, String id) {
        EntityKind kind = FakeCompany.kind(entity);
        act(kind, desk -> desk.remover().delete(kind, stub(desk, kind, id)));
    }

    /** Voids a transaction. */
    public void voidTransaction(String entity, String id) {
        EntityKind kind = FakeCompany.kind(entity);
        act(kind, desk -> desk.remover().voidTransaction(kind, stub(desk, kind, id)));
    }

    /**
     * Merges a record into another of its kind (Account, Customer, Item, Vendor): its transactions move to the survivor,
     * it becomes inactive.
     */
    public void merge(String entity, String survivorId, String goneId) {
        EntityKind kind = FakeCompany.kind(entity);
        act(kind, desk -> Merger.merge(desk.work(), kind, survivorId, goneId));
    }

    /** Sets a preference by its path, for example {@code SalesFormsPrefs.CustomTxnNumbers}. */
    public void preference(String path, Object value) {
        set(path, Objects.requireNonNull(value, "value"));
    }

    private void set(String path, @Nullable Object value) {
        act(EntityKind.PREFERENCES, desk -> {
            JsonObject preferences = desk.work().edit(EntityKind.PREFERENCES, "1");
            Object plain = value == null
                    ? null
                    : JsonObject.from(Map.of("value", value)).get("value");
            set(preferences, path, plain);
            desk.work().bump(EntityKind.PREFERENCES, preferences);
            return preferences;
        });
    }

    private static void set(JsonObject owner, String path, @Nullable Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            owner.set(path, value);
        } else {
            set(owner.objectOrNew(path.substring(0, dot)), path.substring(dot + 1), value);
        }
    }

    private static JsonObject sparse(Ledger.Desk desk, EntityKind kind, String id, JsonObject fields) {
        JsonObject stub = stub(desk, kind, id);
        fields.nulls().forEach(name -> fields.setIfAbsent(name, ""));
        return fields.set("Id", id).set("SyncToken", stub.text("SyncToken")).set("sparse", true);
    }

    private static JsonObject stub(Ledger.Desk desk, EntityKind kind, String id) {
        return JsonObject.of("Id", id, "SyncToken", record(desk, kind, id).text("SyncToken", "0"));
    }

    private static JsonObject record(Ledger.Desk desk, EntityKind kind, String id) {
        JsonObject record = desk.work().find(kind, id);
        if (record == null) {
            throw new IllegalStateException("there is no " + kind.json() + " " + id);
        }
        return record;
    }

    private String act(EntityKind kind, Function<Ledger.Desk, JsonObject> act) {
        return company.locked(() -> {
            try {
                return company.ledger().run(company.now(), act).text("Id", "");
            } catch (QboFault refused) {
                String problem = refused.problems().get(0).code() + " "
                        + refused.problems().get(0).detail();
                throw new IllegalStateException(
                        "QuickBooks refuses this act on " + kind.json() + ": " + problem, refused);
            }
        });
    }
}
