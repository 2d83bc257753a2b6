package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A create whose answer is lost, and whose record somebody edited beyond recognition: a person says what it is. */
class UncertainTest {
    private static final LocalId ID = LocalId.of("x-1");

    private Firm firm;
    private Client client;
    private ServiceItem item;
    private ClientInvoice paid;
    private int before;

    private enum Money {
        INVOICE("Invoice"),
        PAYMENT("Payment"),
        CREDIT_MEMO("CreditMemo");

        private final String entity;

        Money(String entity) {
            this.entity = entity;
        }
    }

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Uncertain Client");
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
        paid = Firm.invoice("i-0", client, item, "500.00");
        firm.company.invoices().sync(paid);
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private RecordHandle<?> handle(Money kind) {
        return switch (kind) {
            case INVOICE -> firm.company.invoices();
            case PAYMENT -> firm.company.payments();
            case CREDIT_MEMO -> firm.company.creditMemos();
        };
    }

    private SyncStatus sync(Money kind) {
        return switch (kind) {
            case INVOICE -> firm.company.invoices().sync(Firm.invoice("x-1", client, item, "100.00"));
            case PAYMENT -> firm.company.payments().sync(Firm.payment("x-1", paid, "100.00"));
            case CREDIT_MEMO -> firm.company.creditMemos().sync(Firm.creditMemo("x-1", client, item, "100.00"));
        };
    }

    /** The record is there, under a note of the bookkeeper's. */
    private RemoteId uncertain(Money kind) {
        Set<Object> known = ids(kind);
        before = known.size();
        firm.fake.faults().add(FaultRule.on(kind.entity, "create").times(8), Fault.answerLost());
        sync(kind);
        firm.fake.faults().clear();
        Set<Object> made = ids(kind);
        made.removeAll(known);
        assertThat(made).hasSize(1);
        String id = made.iterator().next().toString();
        Map<String, Object> edit = new LinkedHashMap<>();
        edit.put("PrivateNote", "Entered by the bookkeeper");
        if (kind == Money.PAYMENT) {
            edit.put("PaymentRefNum", "by hand");
        }
        firm.books.inQuickBooks().change(kind.entity, id, edit);
        firm.fake.clock().advance(Duration.ofHours(26));
        firm.work();
        SyncStatus status = handle(kind).status(ID);
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.UNCERTAIN);
        assertThat(status.problem().remedy()).isNotBlank();
        assertThat(firm.company.problems()).isNotEmpty();
        assertThat(firm.company.tieOut().agrees()).isFalse();
        return RemoteId.of(id);
    }

    private Set<Object> ids(Money kind) {
        return firm.books.all(kind.entity).stream()
                .map(record -> record.get("Id"))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource
    void nothingButAPersonsWordSendsItAgain(Money kind) {
        uncertain(kind);
        handle(kind).retry(ID);
        firm.company.retryAll();
        firm.work();
        sync(kind);
        firm.fake.clock().advance(Duration.ofDays(3));
        firm.work();
        assertThat(handle(kind).status(ID).state()).isEqualTo(SyncState.UNCERTAIN);
        assertThat(firm.books.all(kind.entity)).hasSize(before + 1);
        assertThat(firm.company
                        .overview()
                        .counts()
                        .get(new RecordKind(kind.name().toLowerCase(Locale.ROOT))))
                .containsEntry(SyncState.UNCERTAIN, 1L);
    }

    @ParameterizedTest
    @EnumSource
    void matchedItIsThatOne(Money kind) {
        RemoteId there = uncertain(kind);
        assertThat(handle(kind).match(ID, there)).isInstanceOf(MatchOutcome.Matched.class);
        SyncStatus status = handle(kind).status(ID);
        assertThat(status.remoteId()).isEqualTo(there);
        // What the bookkeeper wrote is a difference like any other.
        assertThat(status.state()).isEqualTo(SyncState.CONFLICT);
        firm.work();
        assertThat(firm.books.all(kind.entity)).hasSize(before + 1);
    }

    @ParameterizedTest
    @EnumSource
    void resentItIsAnother(Money kind) {
        RemoteId there = uncertain(kind);
        SyncStatus status = handle(kind).resend(ID);
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        assertThat(status.remoteId()).isNotEqualTo(there);
        assertThat(firm.books.all(kind.entity)).hasSize(before + 2);
    }

    @ParameterizedTest
    @EnumSource
    void forgottenItIsLeftAlone(Money kind) {
        uncertain(kind);
        assertThat(handle(kind).forget(ID).state()).isEqualTo(SyncState.NOT_SYNCED);
        sync(kind);
        firm.fake.clock().advance(Duration.ofHours(26));
        firm.work();
        assertThat(handle(kind).status(ID).state()).isEqualTo(SyncState.NOT_SYNCED);
        assertThat(firm.books.all(kind.entity)).hasSize(before + 1);
    }
}
