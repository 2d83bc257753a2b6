// Longer than others: a table of situations, one beside the other.
package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientCreditMemo;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a bookkeeper meets every day (QuickBooks facts E13, M4, M7, P3.34) has words of its own, whether the record is
 * created, changed, voided or deleted, alone or in a batch; and what is put right in QuickBooks goes on by itself.
 */
class EverydayRefusalsTest {
    private Firm firm;
    private Client client;
    private Client other;
    private ServiceItem item;

    /** The invoice of 100.00 that all is about, in step; nobody has read QuickBooks since. */
    private ClientInvoice invoice;

    private String byHand;

    /** What the bookkeeper does, what the app wants then, what it is told, and how the bookkeeper puts it right. */
    private enum Everyday {
        INVOICE_BELOW_ZERO(
                t -> {},
                (t, now) -> t.send(t.invoice("i-2", "-5.00"), now),
                RecordKind.INVOICE,
                "i-2",
                ProblemCause.TOTAL_BELOW_ZERO,
                null),
        INVOICE_LOWERED_BELOW_ZERO(
                t -> {},
                (t, now) -> t.send(t.invoice("i-1", "-5.00"), now),
                RecordKind.INVOICE,
                "i-1",
                ProblemCause.TOTAL_BELOW_ZERO,
                null),
        CREDIT_MEMO_BELOW_ZERO(
                t -> {},
                (t, now) -> t.send(t.credit("m-1", "-5.00"), now),
                RecordKind.CREDIT_MEMO,
                "m-1",
                ProblemCause.TOTAL_BELOW_ZERO,
                null),
        PAYMENT_OF_WHAT_IS_PAID(
                t -> t.pay("100.00"),
                (t, now) -> t.send(t.payment("100.00"), now),
                RecordKind.PAYMENT,
                "p-1",
                ProblemCause.ALREADY_PAID,
                t -> t.firm.books.inQuickBooks().delete("Payment", t.byHand)),
        PAYMENT_OF_MORE_THAN_IS_OPEN(
                t -> t.pay("30.00"),
                (t, now) -> t.send(t.payment("100.00"), now),
                RecordKind.PAYMENT,
                "p-1",
                ProblemCause.ALREADY_PAID,
                t -> t.firm.books.inQuickBooks().delete("Payment", t.byHand)),
        PAYMENT_RAISED_ABOVE_WHAT_IS_OPEN(
                t -> {
                    t.firm.company.payments().sync(t.payment("60.00"));
                    t.pay("30.00");
                },
                (t, now) -> t.send(t.payment("100.00"), now),
                RecordKind.PAYMENT,
                "p-1",
                ProblemCause.ALREADY_PAID,
                t -> t.firm.books.inQuickBooks().delete("Payment", t.byHand)),
        PAYMENT_OF_ANOTHERS_INVOICE(
                t -> t.firm.books
                        .inQuickBooks()
                        .reassign(t.remote(), t.customer(t.other).value()),
                (t, now) -> t.send(t.payment("100.00"), now),
                RecordKind.PAYMENT,
                "p-1",
                ProblemCause.OTHER_CLIENT,
                t -> t.firm.books
                        .inQuickBooks()
                        .reassign(t.remote(), t.customer(t.client).value())),
        PAYMENT_GIVEN_TO_ANOTHER_CLIENT(
                t -> t.firm.company.payments().sync(t.payment("60.00")),
                (t, now) -> t.send(
                        ClientPayment.builder(LocalId.of("p-1"), t.other.id(), Firm.DAY, Money.usd("60.00"))
                                .reference("p-1")
                                .allocations(List.of(new PaymentAllocation(t.invoice.id(), Money.usd("60.00"))))
                                .build(),
                        now),
                RecordKind.PAYMENT,
                "p-1",
                ProblemCause.OTHER_CLIENT,
                null),
        INVOICE_LOWERED_BELOW_WHAT_WAS_PAID(
                t -> t.pay("60.00"),
                (t, now) -> t.send(t.invoice("i-1", "50.00"), now),
                RecordKind.INVOICE,
                "i-1",
                ProblemCause.TOTAL_BELOW_PAID,
                t -> t.firm.books.inQuickBooks().delete("Payment", t.byHand)),
        PAID_INVOICE_GIVEN_TO_ANOTHER_CLIENT(
                t -> t.pay("60.00"),
                (t, now) -> t.send(Firm.invoice("i-1", t.other, t.item, "100.00"), now),
                RecordKind.INVOICE,
                "i-1",
                ProblemCause.HAS_PAYMENT,
                t -> t.firm.books.inQuickBooks().delete("Payment", t.byHand)),
        CREDIT_MEMO_LOWERED_BELOW_WHAT_IS_APPLIED(
                t -> t.apply("40.00"),
                (t, now) -> t.send(t.credit("m-1", "30.00"), now),
                RecordKind.CREDIT_MEMO,
                "m-1",
                ProblemCause.CREDIT_APPLIED,
                t -> t.firm.books.inQuickBooks().delete("Payment", t.byHand)),
        PAYMENT_LOWERED_BELOW_WHAT_IS_APPLIED_OF_IT(
                t -> t.applyMoreOf("60.00"),
                (t, now) -> t.send(t.payment("50.00"), now),
                RecordKind.PAYMENT,
                "p-1",
                ProblemCause.TOTAL_BELOW_PAID,
                t -> t.firm.books.inQuickBooks().change("Payment", t.byHand, Map.of("Line", List.of()))),
        DEPOSITED_PAYMENT_CHANGED(
                t -> t.deposit("60.00"),
                (t, now) -> t.send(t.payment("50.00"), now),
                RecordKind.PAYMENT,
                "p-1",
                ProblemCause.IN_DEPOSIT,
                t -> t.firm.books.inQuickBooks().delete("Deposit", t.byHand)),
        PAID_INVOICE_VOIDED(
                t -> t.pay("60.00"),
                (t, now) -> t.end(t.firm.company.invoices(), "i-1", now),
                RecordKind.INVOICE,
                "i-1",
                ProblemCause.HAS_PAYMENT,
                t -> t.firm.books.inQuickBooks().delete("Payment", t.byHand)),
        PAID_INVOICE_DELETED(
                t -> t.pay("60.00"),
                (t, now) -> t.delete(t.firm.company.invoices(), "i-1", now),
                RecordKind.INVOICE,
                "i-1",
                ProblemCause.HAS_PAYMENT,
                t -> t.firm.books.inQuickBooks().delete("Payment", t.byHand)),
        DEPOSITED_PAYMENT_VOIDED(
                t -> t.deposit("60.00"),
                (t, now) -> t.end(t.firm.company.payments(), "p-1", now),
                RecordKind.PAYMENT,
                "p-1",
                ProblemCause.IN_DEPOSIT,
                t -> t.firm.books.inQuickBooks().delete("Deposit", t.byHand)),
        DEPOSITED_PAYMENT_DELETED(
                t -> t.deposit("60.00"),
                (t, now) -> t.delete(t.firm.company.payments(), "p-1", now),
                RecordKind.PAYMENT,
                "p-1",
                ProblemCause.IN_DEPOSIT,
                t -> t.firm.books.inQuickBooks().delete("Deposit", t.byHand)),
        APPLIED_CREDIT_MEMO_DELETED(
                t -> t.apply("40.00"),
                (t, now) -> t.delete(t.firm.company.creditMemos(), "m-1", now),
                RecordKind.CREDIT_MEMO,
                "m-1",
                ProblemCause.CREDIT_APPLIED,
                t -> t.firm.books.inQuickBooks().delete("Payment", t.byHand));

        private final Consumer<EverydayRefusalsTest> bookkeeper;
        private final BiConsumer<EverydayRefusalsTest, Boolean> app;
        private final RecordKind kind;
        private final LocalId id;
        private final ProblemCause told;
        private final Consumer<EverydayRefusalsTest> cure;

        Everyday(
                Consumer<EverydayRefusalsTest> bookkeeper,
                BiConsumer<EverydayRefusalsTest, Boolean> app,
                RecordKind kind,
                String id,
                ProblemCause told,
                Consumer<EverydayRefusalsTest> cure) {
            this.bookkeeper = bookkeeper;
            this.app = app;
            this.kind = kind;
            this.id = LocalId.of(id);
            this.told = told;
            this.cure = cure;
        }
    }

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Everyday Client");
        other = firm.client("c-2", "Another Client");
        firm.company.clients().sync(client);
        firm.company.clients().sync(other);
        item = firm.linkedItem("s-1");
        invoice = invoice("i-1", "100.00");
        firm.company.invoices().sync(invoice);
    }

    @AfterEach
    void close() {
        firm.close();
    }

    static Stream<Arguments> everyday() {
        return Stream.of(Everyday.values())
                .flatMap(each -> Stream.of(Arguments.of(each, true), Arguments.of(each, false)));
    }

    @ParameterizedTest
    @MethodSource("everyday")
    void isToldInItsOwnWordsAndGoesOnWhenItIsPutRight(Everyday what, boolean alone) {
        what.bookkeeper.accept(this);
        if (!alone) {
            firm.company.invoices().stage(invoice("i-8", "8.00"));
            firm.company.invoices().stage(invoice("i-9", "9.00"));
            firm.company.payments().stage(onAccount("p-8", "8.50"));
            firm.company.payments().stage(onAccount("p-9", "9.50"));
            firm.company.creditMemos().stage(credit("m-8", "3.00"));
            firm.company.creditMemos().stage(credit("m-9", "4.00"));
        }
        what.app.accept(this, alone);
        if (!alone) {
            firm.work();
            assertThat(firm.fake.history().count("batch", "batch")).isPositive();
            assertThat(firm.company.overview().counts().values().stream()
                            .mapToLong(states -> states.getOrDefault(SyncState.NEEDS_ATTENTION, 0L))
                            .sum())
                    .isEqualTo(1);
        }
        SyncStatus told = status(what);
        assertThat(told.state()).as("%s", told).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(told.problem().cause())
                .as("%s: %s", told.problem().message(), told.problem().detail())
                .isEqualTo(what.told);
        assertThat(told.problem().message()).doesNotContain("refused the record's data");
        assertThat(firm.company.problems()).extracting(ProblemGroup::cause).containsExactly(what.told);
        if (what.cure != null) {
            what.cure.accept(this);
            for (int hour = 0; hour < 13; hour++) {
                firm.fake.clock().advance(Duration.ofHours(1));
                firm.work();
            }
            SyncStatus cured = status(what);
            assertThat(cured.state()).as("%s", cured).isEqualTo(SyncState.SYNCED);
        }
    }

    private SyncStatus status(Everyday what) {
        return switch (what.kind.toString()) {
            case "invoice" -> firm.company.invoices().status(what.id);
            case "payment" -> firm.company.payments().status(what.id);
            default -> firm.company.creditMemos().status(what.id);
        };
    }

    private ClientInvoice invoice(String id, String amount) {
        return Firm.invoice(id, client, item, amount);
    }

    private ClientCreditMemo credit(String id, String amount) {
        return ClientCreditMemo.builder(LocalId.of(id), client.id(), Firm.DAY)
                .privateNote("Credit memo " + id)
                .lines(List.of(InvoiceLine.builder(Money.usd(amount))
                        .serviceItemId(item.id())
                        .build()))
                .build();
    }

    private ClientPayment payment(String amount) {
        return Firm.payment("p-1", invoice, amount);
    }

    private ClientPayment onAccount(String id, String amount) {
        return ClientPayment.builder(LocalId.of(id), other.id(), Firm.DAY, Money.usd(amount))
                .reference(id)
                .build();
    }

    private void send(ClientInvoice local, boolean now) {
        say(firm.company.invoices(), local, now);
    }

    private void send(ClientPayment local, boolean now) {
        say(firm.company.payments(), local, now);
    }

    private void send(ClientCreditMemo local, boolean now) {
        say(firm.company.creditMemos(), local, now);
    }

    private static <L> void say(RecordHandle<L> handle, L local, boolean now) {
        SyncStatus said = now ? handle.sync(local) : handle.stage(local);
        assertThat(said).isNotNull();
    }

    private void end(Voids handle, String id, boolean now) {
        SyncStatus said = now ? handle.voidNow(LocalId.of(id)) : handle.stageVoid(LocalId.of(id));
        assertThat(said).isNotNull();
    }

    private void delete(Deletes handle, String id, boolean now) {
        SyncStatus said = now ? handle.deleteNow(LocalId.of(id)) : handle.stageDelete(LocalId.of(id));
        assertThat(said).isNotNull();
    }

    /** A bookkeeper raises the app's payment by ten and pays another invoice with them; over payments the app wins. */
    private void applyMoreOf(String amount) {
        firm.company.settings(
                firm.company.settings().withPayments(KindSettings.money().withConflicts(ConflictPolicy.APP_WINS)));
        firm.company.invoices().sync(invoice("i-7", "10.00"));
        byHand = firm.company.payments().sync(payment(amount)).remoteId().value();
        String second =
                firm.company.invoices().status(LocalId.of("i-7")).remoteId().value();
        firm.books
                .inQuickBooks()
                .change(
                        "Payment",
                        byHand,
                        Map.of(
                                "TotalAmt",
                                new BigDecimal(amount).add(BigDecimal.TEN),
                                "Line",
                                List.of(applied(remote(), amount), applied(second, "10.00"))));
    }

    private static Map<String, Object> applied(String invoice, String amount) {
        return Map.of("Amount", amount, "LinkedTxn", List.of(Map.of("TxnId", invoice, "TxnType", "Invoice")));
    }

    private String remote() {
        return firm.company.invoices().status(invoice.id()).remoteId().value();
    }

    private RemoteId customer(Client of) {
        return firm.company.clients().status(of.id()).remoteId();
    }

    private void pay(String amount) {
        // Of another day, so that it is not asked about as a twin.
        byHand = firm.books.inQuickBooks().receivePayment(customer(client).value(), remote(), new BigDecimal(amount));
        firm.books.inQuickBooks().change("Payment", byHand, Map.of("TxnDate", "2026-01-05"));
    }

    private void apply(String amount) {
        firm.company.creditMemos().sync(credit("m-1", amount));
        byHand = firm.books
                .inQuickBooks()
                .applyCredit(
                        firm.company
                                .creditMemos()
                                .status(LocalId.of("m-1"))
                                .remoteId()
                                .value(),
                        remote(),
                        new BigDecimal(amount));
    }

    private void deposit(String amount) {
        firm.company.payments().sync(payment(amount));
        byHand = firm.books
                .inQuickBooks()
                .deposit(firm.company
                        .payments()
                        .status(LocalId.of("p-1"))
                        .remoteId()
                        .value());
    }
}
