package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A number that QuickBooks has already: who has it is named, the same customer, date and total are asked about, and never
 * is another number taken or a link made unasked (QuickBooks fact E12.7).
 */
class NumberTakenTest {
    private static final LocalId ID = LocalId.of("x-1");

    private Firm firm;
    private Client client;
    private ServiceItem item;
    private RemoteId customer;
    private RemoteId stranger;

    private enum Kind {
        INVOICE("Invoice", RecordKind.INVOICE),
        CREDIT_MEMO("CreditMemo", RecordKind.CREDIT_MEMO);

        private final String entity;
        private final RecordKind kind;

        Kind(String entity, RecordKind kind) {
            this.entity = entity;
            this.kind = kind;
        }
    }

    /** Who has the number. */
    private enum Holder {
        THE_SAME_BY_HAND(true),
        ANOTHER_OF_THE_CUSTOMER(true),
        A_STRANGERS(false),
        ANOTHER_OF_THE_APP(false);

        private final boolean asked;

        Holder(boolean asked) {
            this.asked = asked;
        }
    }

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Numbered Client");
        customer = firm.company.clients().sync(client).remoteId();
        item = firm.linkedItem("s-1");
        stranger = RemoteId.of(firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", "A Stranger")));
        firm.books.inQuickBooks().settings().customNumbers(true);
    }

    @AfterEach
    void close() {
        firm.close();
    }

    static Stream<Arguments> all() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(Holder.values())
                        .flatMap(holder -> Stream.of(true, false).map(seen -> Arguments.of(kind, holder, seen))));
    }

    private SyncStatus send(Kind kind, String id, String number, String amount) {
        List<InvoiceLine> lines = List.of(
                InvoiceLine.builder(Money.usd(amount)).serviceItemId(item.id()).build());
        return switch (kind) {
            case INVOICE ->
                firm.company
                        .invoices()
                        .sync(Firm.invoice(id, client, item, amount).toBuilder()
                                .lines(lines)
                                .number(number)
                                .build());
            case CREDIT_MEMO ->
                firm.company
                        .creditMemos()
                        .sync(Firm.creditMemo(id, client, item, amount).toBuilder()
                                .lines(lines)
                                .number(number)
                                .build());
        };
    }

    private RemoteId holder(Kind kind, Holder holder) {
        return switch (holder) {
            case THE_SAME_BY_HAND -> byHand(kind, customer, "100.00");
            case ANOTHER_OF_THE_CUSTOMER -> byHand(kind, customer, "70.00");
            case A_STRANGERS -> byHand(kind, stranger, "70.00");
            case ANOTHER_OF_THE_APP ->
                Objects.requireNonNull(send(kind, "x-0", "A-7", "70.00").remoteId());
        };
    }

    private RemoteId byHand(Kind kind, RemoteId whom, String amount) {
        String service =
                firm.company.serviceItems().status(item.id()).remoteId().value();
        Map<String, Object> body = new HashMap<>();
        body.put("CustomerRef", Map.of("value", whom.value()));
        body.put("TxnDate", Firm.DAY.toString());
        body.put("DocNumber", "A-7");
        body.put(
                "Line",
                List.of(Map.of(
                        "Amount",
                        new BigDecimal(amount),
                        "DetailType",
                        "SalesItemLineDetail",
                        "SalesItemLineDetail",
                        Map.of("ItemRef", Map.of("value", service)))));
        return RemoteId.of(firm.books.inQuickBooks().create(kind.entity, body));
    }

    private void read(boolean seen) {
        if (seen) {
            firm.fake.clock().advance(Duration.ofHours(1).plusMinutes(1));
            firm.work();
        }
    }

    private void assertTold(Kind kind, Holder holder, RemoteId held) {
        SyncStatus status = firm.company.status(kind.kind, ID);
        SyncProblem problem = Objects.requireNonNull(status.problem(), status.toString());
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(problem.cause()).isEqualTo(holder.asked ? ProblemCause.PERHAPS_SAME : ProblemCause.DUPLICATE_NUMBER);
        assertThat(problem.blame()).isNotNull();
        assertThat(problem.blame().entity()).isEqualTo(kind.entity);
        assertThat(problem.blame().remoteId()).isEqualTo(held);
        assertThat(problem.blame().record())
                .isEqualTo(holder == Holder.ANOTHER_OF_THE_APP ? new RecordRef(kind.kind, LocalId.of("x-0")) : null);
        assertThat(firm.company.tieOut().agrees()).isFalse();
    }

    /** @param seen whether the feed told of the holder before */
    @ParameterizedTest
    @MethodSource("all")
    void aCreateIsToldWhoHasIt(Kind kind, Holder holder, boolean seen) {
        send(kind, "x-9", "A-1", "11.00");
        RemoteId held = holder(kind, holder);
        read(seen);
        int before = firm.books.all(kind.entity).size();
        send(kind, "x-1", "A-7", "100.00");
        assertTold(kind, holder, held);
        for (int hour = 0; hour < 24; hour++) {
            read(true);
        }
        assertTold(kind, holder, held);
        assertThat(firm.books.all(kind.entity)).hasSize(before);

        firm.books.inQuickBooks().change(kind.entity, held.value(), Map.of("DocNumber", "B-1"));
        firm.company.retry(kind.kind, ID);
        if (holder == Holder.A_STRANGERS || holder == Holder.ANOTHER_OF_THE_APP) {
            SyncStatus sent = firm.company.status(kind.kind, ID);
            assertThat(sent.state()).as("%s", sent).isEqualTo(SyncState.SYNCED);
            assertThat(firm.inQuickBooks(kind.entity, sent.remoteId(), "DocNumber"))
                    .isEqualTo("A-7");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void anEditIsToldWhoHasIt(Kind kind, Holder holder, boolean seen) {
        RemoteId ours = send(kind, "x-1", "A-1", "100.00").remoteId();
        RemoteId held = holder(kind, holder);
        read(seen);
        send(kind, "x-1", "A-7", "100.00");
        read(true);
        SyncStatus status = firm.company.status(kind.kind, ID);
        SyncProblem problem = Objects.requireNonNull(status.problem(), status.toString());
        assertThat(problem.cause()).isEqualTo(ProblemCause.DUPLICATE_NUMBER);
        assertThat(problem.blame()).isNotNull();
        assertThat(problem.blame().remoteId()).isEqualTo(held);
        assertThat(status.remoteId()).isEqualTo(ours);
        assertThat(firm.inQuickBooks(kind.entity, Objects.requireNonNull(ours), "DocNumber"))
                .isEqualTo("A-1");
    }
}
