// Over 300 lines: one short fact after another about one thing.
package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No amount, tax, quantity, line or currency becomes another without a word, whichever side it is of. */
class MoneyStaysAsItIsTest {
    private static final LocalId ID = LocalId.of("i-1");

    private Firm firm;
    private Client client;
    private ServiceItem item;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Money Client");
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private InvoiceLine.Builder line(Money amount) {
        return InvoiceLine.builder(amount).serviceItemId(item.id());
    }

    private ClientInvoice invoice(InvoiceLine... lines) {
        return Firm.invoice("i-1", client, item, "1.00").toBuilder()
                .lines(List.of(lines))
                .build();
    }

    private SyncStatus synced(ClientInvoice invoice) {
        SyncStatus status = firm.company.invoices().sync(invoice);
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        return status;
    }

    private Object there(String member) {
        return firm.inQuickBooks("Invoice", firm.company.invoices().status(ID).remoteId(), member);
    }

    private String remote() {
        return firm.company.invoices().status(ID).remoteId().value();
    }

    private void poll() {
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
    }

    private void assertWrongCurrency(SyncStatus status, String entity, String code) {
        assertThat(status.problem()).as("%s", status).isNotNull();
        assertThat(status.problem().cause()).isEqualTo(ProblemCause.WRONG_CURRENCY);
        assertThat(status.problem().message()).contains(code);
        assertThat(firm.fake.history().count(entity, "create")).isZero();
        poll();
        assertThat(firm.fake.history().count(entity, "create")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "JPY", "CAD"})
    void anInvoiceInAnotherCurrencyIsNotSent(String code) {
        SyncStatus status =
                firm.company.invoices().sync(invoice(line(Money.of("100", code)).build()));
        assertWrongCurrency(status, "Invoice", code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "JPY", "CAD"})
    void aCreditMemoInAnotherCurrencyIsNotSent(String code) {
        SyncStatus status = firm.company
                .creditMemos()
                .sync(Firm.creditMemo("m-1", client, item, "1.00").toBuilder()
                        .lines(List.of(line(Money.of("100", code)).build()))
                        .build());
        assertWrongCurrency(status, "CreditMemo", code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "JPY", "CAD"})
    void aPaymentInAnotherCurrencyIsNotSent(String code) {
        SyncStatus status = firm.company
                .payments()
                .sync(ClientPayment.builder(LocalId.of("p-1"), client.id(), Firm.DAY, Money.of("100", code))
                        .build());
        assertWrongCurrency(status, "Payment", code);
    }

    @Test
    void aTaxInAnotherCurrencyIsNotSentAndStopsNobodyElse() {
        firm.company
                .invoices()
                .stage(invoice(line(Money.usd("100")).build()).toBuilder()
                        .tax(Money.of("8.25", "EUR"))
                        .build());
        firm.company.invoices().stage(Firm.invoice("i-2", client, item, "20.00"));
        firm.work();
        assertThat(firm.company.invoices().status(ID).problem().cause()).isEqualTo(ProblemCause.WRONG_CURRENCY);
        assertThat(firm.company.invoices().status(LocalId.of("i-2")).state()).isEqualTo(SyncState.SYNCED);
    }

    /** An edit of one of these leaves all else as it is. */
    private enum Edit {
        MEMO,
        NOTE,
        DUE_DATE,
        DESCRIPTION,
        AMOUNT,
        ANOTHER_LINE;

        private ClientInvoice of(ClientInvoice invoice, InvoiceLine more) {
            List<InvoiceLine> lines = new ArrayList<>(invoice.lines());
            ClientInvoice.Builder edited = invoice.toBuilder();
            switch (this) {
                case MEMO -> edited.memo("Edited");
                case NOTE -> edited.privateNote("Edited");
                case DUE_DATE -> edited.dueDate(LocalDate.of(2026, 12, 24));
                case DESCRIPTION ->
                    lines.set(0, lines.get(0).toBuilder().description("Edited").build());
                case AMOUNT -> {
                    Money raised = lines.get(0).amount().plus(more.amount());
                    lines.set(0, lines.get(0).toBuilder().amount(raised).build());
                }
                case ANOTHER_LINE -> lines.add(more);
            }
            return edited.lines(lines).build();
        }
    }

    @ParameterizedTest
    @EnumSource(Edit.class)
    void theAppsTaxOutlivesEveryEdit(Edit edit) {
        ClientInvoice taxed = invoice(line(Money.usd("100")).taxable(true).build()).toBuilder()
                .tax(Money.usd("8.25"))
                .build();
        synced(taxed);
        assertThat(tax()).containsEntry("TotalTax", new BigDecimal("8.25"));
        synced(edit.of(taxed, line(Money.usd("20")).build()));
        assertThat(tax()).containsEntry("TotalTax", new BigDecimal("8.25"));
        poll();
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> tax() {
        return (Map<String, Object>) there("TxnTaxDetail");
    }

    @ParameterizedTest
    @EnumSource(Edit.class)
    void aQuantityWithoutAPriceOutlivesEveryEdit(Edit edit) {
        ClientInvoice counted =
                invoice(line(Money.usd("90")).quantity(new BigDecimal("3")).build());
        synced(counted);
        assertThat(quantity()).isEqualByComparingTo("3");
        synced(edit.of(counted, line(Money.usd("20")).build()));
        assertThat(quantity()).isEqualByComparingTo("3");
        poll();
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    private BigDecimal quantity() {
        Map<?, ?> first = (Map<?, ?>) ((List<?>) there("Line")).get(0);
        return (BigDecimal) ((Map<?, ?>) first.get("SalesItemLineDetail")).get("Qty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Voided the earlier draft", "Voided", "Voided - see 1001"})
    void nothingWithANoteOfTheAppsOwnIsNotVoid(String note) {
        ClientInvoice nothing = invoice(line(Money.usd("0")).build()).toBuilder()
                .privateNote(note)
                .build();
        synced(nothing);
        poll();
        synced(nothing.toBuilder().memo("Edited").build());
        poll();
        synced(nothing.toBuilder().lines(List.of(line(Money.usd("15")).build())).build());
        assertThat((BigDecimal) there("TotalAmt")).isEqualByComparingTo("15");
    }

    /** What a bookkeeper does to the lines of an invoice of two. */
    private enum Lines {
        DISCOUNT,
        DISCOUNT_PERCENT,
        TEXT,
        BUNDLE,
        MORE,
        CHANGED,
        LESS
    }

    static Stream<Arguments> linesAndEdits() {
        return Stream.of(Lines.values())
                .flatMap(lines -> Stream.of(Edit.MEMO, Edit.DESCRIPTION, Edit.AMOUNT, Edit.ANOTHER_LINE)
                        .flatMap(edit -> Stream.of(Arguments.of(lines, edit, true), Arguments.of(lines, edit, false))));
    }

    /** Under ASK; whether the feed was read between the two edits or not. */
    @ParameterizedTest
    @MethodSource("linesAndEdits")
    void aBookkeepersLinesAreToldAndOutliveTheAppsEdit(Lines lines, Edit edit, boolean seenBefore) {
        ClientInvoice invoice =
                invoice(line(Money.usd("100")).build(), line(Money.usd("50")).build());
        synced(invoice);
        change(lines);
        BigDecimal total = (BigDecimal) there("TotalAmt");
        if (seenBefore) {
            poll();
            assertThat(firm.company.invoices().status(ID).state()).isEqualTo(SyncState.CONFLICT);
            assertThat(firm.company.problems()).isNotEmpty();
        }
        firm.company.invoices().sync(edit.of(invoice, line(Money.usd("20")).build()));
        poll();
        SyncStatus status = firm.company.invoices().status(ID);
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.CONFLICT);
        BigDecimal more = switch (edit) {
            case AMOUNT, ANOTHER_LINE -> lines == Lines.DISCOUNT_PERCENT ? new BigDecimal("18") : new BigDecimal("20");
            default -> BigDecimal.ZERO;
        };
        assertThat((BigDecimal) there("TotalAmt")).isEqualByComparingTo(total.add(more));
        assertThat(firm.company.tieOut().agrees()).isFalse();
    }

    /** Ten percent stay ten percent, of whatever the app bills then. */
    @ParameterizedTest
    @EnumSource(Edit.class)
    void aDiscountInPercentThatIsAcceptedFollowsTheAppsEdit(Edit edit) {
        ClientInvoice invoice =
                invoice(line(Money.usd("100")).build(), line(Money.usd("50")).build());
        synced(invoice);
        change(Lines.DISCOUNT_PERCENT);
        poll();
        assertThat(firm.company.invoices().resolve(ID, Side.QUICKBOOKS).state()).isEqualTo(SyncState.SYNCED);
        SyncStatus status = synced(edit.of(invoice, line(Money.usd("20")).build()));
        poll();
        assertThat(firm.company.invoices().status(ID).state()).isEqualTo(SyncState.SYNCED);
        assertThat(status.accepted()).extracting("field").contains("OtherLines");
        boolean more = edit == Edit.AMOUNT || edit == Edit.ANOTHER_LINE;
        assertThat((BigDecimal) there("TotalAmt")).isEqualByComparingTo(more ? "153" : "135");
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    private void change(Lines lines) {
        String service =
                firm.company.serviceItems().status(item.id()).remoteId().value();
        List<?> there = (List<?>) there("Line");
        String second = String.valueOf(((Map<?, ?>) there.get(1)).get("Id"));
        var hand = firm.books.inQuickBooks();
        switch (lines) {
            case DISCOUNT -> hand.addDiscount(remote(), new BigDecimal("10"));
            case DISCOUNT_PERCENT -> hand.addDiscountPercent(remote(), new BigDecimal("10"));
            case TEXT -> hand.addTextLine(remote(), "By hand");
            case BUNDLE -> hand.addBundle(remote(), hand.createBundle("Bundle by hand", service), BigDecimal.ONE);
            case MORE -> hand.addLine(remote(), service, new BigDecimal("5"));
            case CHANGED -> hand.changeLine(remote(), second, new BigDecimal("60"));
            case LESS -> hand.removeLine(remote(), second);
        }
    }

    /** "Set on each invoice" is no price of nothing. */
    @Test
    void aRateThatTheAppTakesBackStaysAwayInTheApp() {
        ServiceItem rated = item.toBuilder().rate(new BigDecimal("175.5")).build();
        firm.items.put(Firm.TENANT, List.of(rated));
        firm.company.serviceItems().sync(rated);
        ServiceItem open = rated.toBuilder().rate(null).build();
        firm.items.put(Firm.TENANT, List.of(open));
        firm.company.serviceItems().sync(open);
        poll();
        RemoteId remote = firm.company.serviceItems().status(item.id()).remoteId();
        firm.books.inQuickBooks().change("Item", remote.value(), Map.of("Description", "Edited by hand"));
        poll();
        ServiceItem now = firm.items.find(Firm.TENANT, item.id()).orElseThrow().record();
        assertThat(now.rate()).isNull();
        assertThat(now.description()).isEqualTo("Edited by hand");
        SyncStatus status = firm.company.serviceItems().status(item.id());
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
    }
}
