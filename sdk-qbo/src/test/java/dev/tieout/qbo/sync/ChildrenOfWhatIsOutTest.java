// Over 300 lines: one short fact after another about one thing.
package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A child of what is gone, void, kept out or switched off is a problem with a remedy, and goes when the parent is back. */
class ChildrenOfWhatIsOutTest {
    private static final LocalId CHILD = LocalId.of("x-1");

    private Firm firm;
    private Client client;
    private ServiceItem item;
    private ClientInvoice invoice;

    private enum Pair {
        CLIENT_OF_INVOICE(RecordKind.CLIENT, RecordKind.INVOICE),
        ITEM_OF_INVOICE(RecordKind.SERVICE_ITEM, RecordKind.INVOICE),
        CLIENT_OF_PAYMENT(RecordKind.CLIENT, RecordKind.PAYMENT),
        INVOICE_OF_PAYMENT(RecordKind.INVOICE, RecordKind.PAYMENT),
        CLIENT_OF_CREDIT_MEMO(RecordKind.CLIENT, RecordKind.CREDIT_MEMO),
        ITEM_OF_CREDIT_MEMO(RecordKind.SERVICE_ITEM, RecordKind.CREDIT_MEMO);

        private final RecordKind parent;
        private final RecordKind child;

        Pair(RecordKind parent, RecordKind child) {
            this.parent = parent;
            this.child = child;
        }
    }

    /** How a parent goes out, and whether it was in QuickBooks before. */
    private enum Way {
        UNMATCHED(true),
        KEPT_OUT(true),
        KEPT_OUT_BEFORE_IT_WAS_SENT(false),
        SWITCHED_OFF(false),
        INACTIVE_THERE(true),
        VOID_BEFORE_IT_WAS_SENT(false),
        VOID(true),
        DELETED(true),
        VOIDED_THERE(true),
        DELETED_THERE(true),
        FORGOTTEN(true);

        private static final Set<Way> OF_MONEY = EnumSet.of(
                VOID_BEFORE_IT_WAS_SENT,
                VOID,
                DELETED,
                VOIDED_THERE,
                DELETED_THERE,
                FORGOTTEN,
                UNMATCHED,
                SWITCHED_OFF);
        private static final Set<Way> OF_CLIENTS =
                EnumSet.of(UNMATCHED, KEPT_OUT, KEPT_OUT_BEFORE_IT_WAS_SENT, SWITCHED_OFF, INACTIVE_THERE);
        private static final Set<Way> OF_ITEMS = EnumSet.of(UNMATCHED, SWITCHED_OFF, INACTIVE_THERE);

        private final boolean wasSent;

        Way(boolean wasSent) {
            this.wasSent = wasSent;
        }

        private static Set<Way> of(RecordKind parent) {
            if (parent.equals(RecordKind.INVOICE)) {
                return OF_MONEY;
            }
            return parent.equals(RecordKind.CLIENT) ? OF_CLIENTS : OF_ITEMS;
        }
    }

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Leaving Client");
        item = ServiceItem.builder(LocalId.of("s-1"), "Leaving service")
                .rate(new BigDecimal("100"))
                .incomeAccount(firm.company.catalog().incomeAccounts().get(0).id())
                .build();
        firm.items.put(Firm.TENANT, List.of(item));
        invoice = Firm.invoice("i-1", client, item, "100.00");
    }

    @AfterEach
    void close() {
        firm.close();
    }

    static Stream<Arguments> allWays() {
        return Stream.of(Pair.values())
                .flatMap(pair -> Way.of(pair.parent).stream().map(way -> Arguments.of(pair, way)));
    }

    @ParameterizedTest
    @MethodSource("allWays")
    void whatComesAfterwardsIsTold(Pair pair, Way way) {
        others(pair.parent);
        RemoteId parent = out(pair.parent, way);
        SyncStatus status = stageChild(pair);
        firm.work();
        assertTold(pair, way, parent);
        back(pair, way, parent);
        assertThat(status.localId()).isEqualTo(CHILD);
    }

    static Stream<Arguments> waysOfWhatWasNotSent() {
        return allWays().filter(arguments -> !((Way) arguments.get()[1]).wasSent);
    }

    /** The child waits for a parent that is on its way, and the parent turns back. */
    @ParameterizedTest
    @MethodSource("waysOfWhatWasNotSent")
    void whatWaitedForItIsTold(Pair pair, Way way) {
        others(pair.parent);
        stageChild(pair);
        firm.work();
        assertThat(child(pair.child).state()).isEqualTo(SyncState.WAITING);
        assertThat(child(pair.child).waitsFor()).isEqualTo(ref(pair.parent));
        RemoteId parent = out(pair.parent, way);
        later();
        assertTold(pair, way, parent);
        back(pair, way, parent);
    }

    static Stream<Arguments> waysOfAParentInUse() {
        return allWays()
                .filter(arguments -> ((Way) arguments.get()[1]).wasSent
                        && arguments.get()[1] != Way.INACTIVE_THERE
                        && arguments.get()[0] != Pair.INVOICE_OF_PAYMENT);
    }

    /** Parent and child are in step, and the parent leaves. */
    @ParameterizedTest
    @MethodSource("waysOfAParentInUse")
    void whatIsInQuickBooksAlreadyIsTold(Pair pair, Way way) {
        others(pair.parent);
        send(pair.parent);
        stageChild(pair);
        firm.work();
        assertThat(child(pair.child).state()).isEqualTo(SyncState.SYNCED);
        RemoteId parent = out(pair.parent, way);
        firm.work();
        assertTold(pair, way, parent);
        back(pair, way, parent);
    }

    private void assertTold(Pair pair, Way way, RemoteId parent) {
        SyncStatus told = child(pair.child);
        assertThat(told.state()).as("%s", told).isEqualTo(SyncState.NEEDS_ATTENTION);
        boolean inUse = way != Way.INACTIVE_THERE;
        assertThat(told.problem().cause())
                .as("%s", told.problem().message())
                .isEqualTo(inUse ? ProblemCause.PARENT_OUT : ProblemCause.BAD_REFERENCE);
        assertThat(told.problem().remedy()).isNotBlank();
        if (inUse) {
            assertThat(told.problem().blame().record()).isEqualTo(ref(pair.parent));
        } else {
            assertThat(told.problem().blame().remoteId()).isEqualTo(parent);
            assertThat(told.problem().blame().record()).isEqualTo(ref(pair.parent));
        }
        assertThat(firm.company.problems())
                .extracting(ProblemGroup::cause)
                .contains(told.problem().cause());
        assertThat(firm.company.tieOut().agrees()).isFalse();
    }

    /** What can be undone is undone, and the child follows by itself. */
    private void back(Pair pair, Way way, RemoteId parent) {
        switch (way) {
            case UNMATCHED -> match(pair.parent, parent);
            case KEPT_OUT -> firm.company.clients().letIn(client.id());
            case KEPT_OUT_BEFORE_IT_WAS_SENT -> {
                firm.company.clients().letIn(client.id());
                firm.company.clients().stage(client);
            }
            case SWITCHED_OFF ->
                firm.company.settings(firm.company
                        .settings()
                        .with(
                                pair.parent,
                                firm.company.settings().of(pair.parent).withCreateInQuickBooks(true)));
            case INACTIVE_THERE -> firm.books.inQuickBooks().reactivate(entity(pair.parent), parent.value());
            case DELETED_THERE -> firm.company.invoices().resend(invoice.id());
            default -> {
                return;
            }
        }
        for (int hour = 0; hour < 13; hour++) {
            later();
        }
        SyncStatus status = child(pair.child);
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
    }

    private void match(RecordKind kind, RemoteId remote) {
        MatchOutcome matched = kind.equals(RecordKind.CLIENT)
                ? firm.company.clients().match(client, remote)
                : kind.equals(RecordKind.SERVICE_ITEM)
                        ? firm.company.serviceItems().match(item, remote)
                        : firm.company.invoices().match(invoice, remote);
        assertThat(matched).isInstanceOf(MatchOutcome.Matched.class);
    }

    private void later() {
        firm.fake.clock().advance(Duration.ofHours(1));
        firm.work();
    }

    /** All parents of the child but the one in question are in QuickBooks. */
    private void others(RecordKind but) {
        for (RecordKind kind : List.of(RecordKind.CLIENT, RecordKind.SERVICE_ITEM)) {
            if (!kind.equals(but)) {
                send(kind);
            }
        }
    }

    private SyncStatus send(RecordKind kind) {
        SyncStatus sent = kind.equals(RecordKind.CLIENT)
                ? firm.company.clients().sync(client)
                : kind.equals(RecordKind.SERVICE_ITEM)
                        ? firm.company.serviceItems().sync(item)
                        : firm.company.invoices().sync(invoice);
        assertThat(sent.state()).as("%s", sent).isEqualTo(SyncState.SYNCED);
        return sent;
    }

    private void stage(RecordKind kind) {
        SyncStatus staged = kind.equals(RecordKind.CLIENT)
                ? firm.company.clients().stage(client)
                : kind.equals(RecordKind.SERVICE_ITEM)
                        ? firm.company.serviceItems().stage(item)
                        : firm.company.invoices().stage(invoice);
        assertThat(staged.remoteId()).isNull();
    }

    private RemoteId out(RecordKind kind, Way way) {
        RemoteId remote = way.wasSent ? send(kind).remoteId() : null;
        switch (way) {
            case UNMATCHED -> {
                RecordHandle<?> handle = kind.equals(RecordKind.CLIENT)
                        ? firm.company.clients()
                        : kind.equals(RecordKind.SERVICE_ITEM) ? firm.company.serviceItems() : firm.company.invoices();
                handle.unmatch(ref(kind).id());
            }
            case KEPT_OUT, KEPT_OUT_BEFORE_IT_WAS_SENT -> firm.company.clients().keepOut(client.id());
            case SWITCHED_OFF -> {
                firm.company.settings(firm.company
                        .settings()
                        .with(kind, firm.company.settings().of(kind).withCreateInQuickBooks(false)));
                stage(kind);
                firm.work();
            }
            case INACTIVE_THERE -> firm.books.inQuickBooks().inactivate(entity(kind), remote.value());
            case VOID_BEFORE_IT_WAS_SENT -> {
                stage(kind);
                firm.company.invoices().voidNow(invoice.id());
            }
            case VOID -> firm.company.invoices().voidNow(invoice.id());
            case DELETED -> firm.company.invoices().deleteNow(invoice.id());
            case VOIDED_THERE -> {
                firm.books.inQuickBooks().voidTransaction("Invoice", remote.value());
                later();
            }
            case DELETED_THERE -> {
                firm.books.inQuickBooks().delete("Invoice", remote.value());
                later();
            }
            case FORGOTTEN -> {
                firm.books.inQuickBooks().delete("Invoice", remote.value());
                later();
                firm.company.invoices().forget(invoice.id());
            }
        }
        return remote;
    }

    private static String entity(RecordKind kind) {
        return kind.equals(RecordKind.CLIENT) ? "Customer" : "Item";
    }

    private RecordRef ref(RecordKind kind) {
        return new RecordRef(
                kind,
                kind.equals(RecordKind.CLIENT)
                        ? client.id()
                        : kind.equals(RecordKind.SERVICE_ITEM) ? item.id() : invoice.id());
    }

    private SyncStatus stageChild(Pair pair) {
        RecordKind kind = pair.child;
        if (kind.equals(RecordKind.INVOICE)) {
            return firm.company.invoices().stage(Firm.invoice("x-1", client, item, "70.00"));
        }
        if (kind.equals(RecordKind.CREDIT_MEMO)) {
            return firm.company.creditMemos().stage(Firm.creditMemo("x-1", client, item, "70.00"));
        }
        return firm.company
                .payments()
                .stage(
                        pair == Pair.CLIENT_OF_PAYMENT
                                ? ClientPayment.builder(CHILD, client.id(), Firm.DAY, Money.usd("70.00"))
                                        .reference("x-1")
                                        .build()
                                : Firm.payment("x-1", invoice, "70.00"));
    }

    private SyncStatus child(RecordKind kind) {
        return kind.equals(RecordKind.INVOICE)
                ? firm.company.invoices().status(CHILD)
                : kind.equals(RecordKind.PAYMENT)
                        ? firm.company.payments().status(CHILD)
                        : firm.company.creditMemos().status(CHILD);
    }
}
