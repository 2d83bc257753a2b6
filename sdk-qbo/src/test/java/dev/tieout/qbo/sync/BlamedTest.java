package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.Blame;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record that refers to what is inactive in QuickBooks says what it is, and goes once that is active again. */
class BlamedTest {
    private Firm firm;
    private Client client;
    private ServiceItem item;

    private enum Reference {
        CUSTOMER("Customer"),
        ITEM("Item"),
        DEFAULT_ITEM("Item"),
        CLASS("Class"),
        CLASS_OF_A_LINE("Class"),
        LOCATION("Department"),
        INCOME_ACCOUNT("Account");

        private final String entity;

        Reference(String entity) {
            this.entity = entity;
        }
    }

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Blamed Client");
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
    }

    @AfterEach
    void close() {
        firm.close();
    }

    @ParameterizedTest
    @EnumSource
    void theInactiveOneIsNamed(Reference reference) {
        String id = make(reference);
        firm.books.inQuickBooks().inactivate(reference.entity, id);
        SyncStatus told = send(reference, "x-1", id);
        assertThat(told.state()).as("%s", told).isEqualTo(SyncState.NEEDS_ATTENTION);
        assertThat(told.problem().cause()).isEqualTo(ProblemCause.BAD_REFERENCE);
        Blame blame = told.problem().blame();
        assertThat(blame).as("%s", told.problem().detail()).isNotNull();
        assertThat(blame.entity()).isEqualTo(reference.entity);
        assertThat(blame.remoteId()).as("%s", told.problem().detail()).isEqualTo(RemoteId.of(id));

        firm.books.inQuickBooks().reactivate(reference.entity, id);
        for (int hour = 0; hour < 13; hour++) {
            firm.fake.clock().advance(Duration.ofHours(1));
            firm.work();
        }
        SyncStatus gone = status(reference);
        assertThat(gone.state()).as("%s", gone).isEqualTo(SyncState.SYNCED);
    }

    /** However many are refused for one, it costs one read. */
    @Test
    void oneReadFindsItForAll() {
        firm.books.inQuickBooks().inactivate("Item", make(Reference.ITEM));
        for (int n = 1; n <= 20; n++) {
            firm.company.invoices().stage(Firm.invoice("x-" + n, client, item, n + ".00"));
        }
        int before = firm.fake.history().count("Item", "query");
        firm.work();
        assertThat(firm.company
                        .records(RecordKind.INVOICE, SyncState.NEEDS_ATTENTION, null, 50)
                        .records())
                .hasSize(20)
                .allSatisfy(status ->
                        assertThat(status.problem().blame().record().id()).isEqualTo(item.id()));
        assertThat(firm.fake.history().count("Item", "query") - before).isLessThanOrEqualTo(1);
    }

    private String make(Reference reference) {
        var hand = firm.books.inQuickBooks();
        return switch (reference) {
            case CUSTOMER ->
                firm.company.clients().status(client.id()).remoteId().value();
            case ITEM ->
                firm.company.serviceItems().status(item.id()).remoteId().value();
            case DEFAULT_ITEM -> {
                String fallback = hand.create(
                        "Item",
                        Map.of(
                                "Name",
                                "Default by hand",
                                "Type",
                                "Service",
                                "IncomeAccountRef",
                                Map.of("value", item.incomeAccount().value())));
                firm.company.settings(firm.company.settings().withDefaultItem(RemoteId.of(fallback)));
                yield fallback;
            }
            case CLASS, CLASS_OF_A_LINE -> {
                hand.settings().classesPerTransaction(reference == Reference.CLASS);
                hand.settings().classesPerLine(reference == Reference.CLASS_OF_A_LINE);
                yield hand.create("Class", Map.of("Name", "Class by hand"));
            }
            case LOCATION -> {
                hand.settings().locations(true);
                yield hand.create("Department", Map.of("Name", "Place by hand"));
            }
            case INCOME_ACCOUNT -> hand.create("Account", Map.of("Name", "Income by hand", "AccountType", "Income"));
        };
    }

    private SyncStatus send(Reference reference, String id, String other) {
        if (reference == Reference.INCOME_ACCOUNT) {
            ServiceItem local = ServiceItem.builder(LocalId.of(id), "Blamed service")
                    .rate(new BigDecimal("10"))
                    .incomeAccount(RemoteId.of(other))
                    .build();
            firm.items.put(Firm.TENANT, List.of(local));
            return firm.company.serviceItems().sync(local);
        }
        ClientInvoice invoice = Firm.invoice(id, client, item, "70.00");
        ClientInvoice.Builder said = invoice.toBuilder();
        switch (reference) {
            case DEFAULT_ITEM ->
                said.lines(List.of(InvoiceLine.builder(Money.usd("70.00")).build()));
            case CLASS -> said.classId(other);
            case CLASS_OF_A_LINE ->
                said.lines(List.of(
                        invoice.lines().get(0).toBuilder().classId(other).build()));
            case LOCATION -> said.locationId(other);
            default -> {
                // The invoice refers to client and item anyway.
            }
        }
        return firm.company.invoices().sync(said.build());
    }

    private SyncStatus status(Reference reference) {
        return reference == Reference.INCOME_ACCOUNT
                ? firm.company.serviceItems().status(LocalId.of("x-1"))
                : firm.company.invoices().status(LocalId.of("x-1"));
    }
}
