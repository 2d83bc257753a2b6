package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.model.Client;
import dev.tieout.model.ClientCreditMemo;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.SyncState;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A write arrived, its answer did not, a bookkeeper changed the same field, and only then was the write repeated: the end is
 * the one that comes about where no answer is lost. Her word came last, and no repeat puts the app's back over it.
 */
class ChangedBeforeTheRepeatTest {
    private static final LocalId ID = LocalId.of("x-1");

    private enum Written {
        CLIENT_COMPANY(RecordKind.CLIENT, "Customer", "CompanyName"),
        CLIENT_FAMILY_NAME(RecordKind.CLIENT, "Customer", "FamilyName"),
        ITEM_DESCRIPTION(RecordKind.SERVICE_ITEM, "Item", "Description"),
        ITEM_CODE(RecordKind.SERVICE_ITEM, "Item", "Sku"),
        INVOICE_NOTE(RecordKind.INVOICE, "Invoice", "PrivateNote"),
        INVOICE_MEMO(RecordKind.INVOICE, "Invoice", "CustomerMemo"),
        CREDIT_MEMO_NOTE(RecordKind.CREDIT_MEMO, "CreditMemo", "PrivateNote");

        private final RecordKind kind;
        private final String entity;
        private final String member;

        Written(RecordKind kind, String entity, String member) {
            this.kind = kind;
            this.entity = entity;
            this.member = member;
        }

        Object value(String text) {
            return this == INVOICE_MEMO ? Map.of("value", text) : text;
        }
    }

    /** What both sides hold, and what is said of them. */
    private record End(String inTheApp, Object inQuickBooks, SyncState state) {}

    static Stream<Arguments> all() {
        return Stream.of(Written.values())
                .flatMap(written -> Stream.of(ConflictPolicy.values())
                        .flatMap(policy -> Stream.of("hers", "").map(hers -> Arguments.of(written, policy, hers))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void anEditEndsAsIfNothingWasLost(Written written, ConflictPolicy policy, String hers) {
        End lost = end(written, policy, hers, "update", true);

        assertThat(lost).isEqualTo(end(written, policy, hers, "update", false));
        if (written.kind == RecordKind.CLIENT || written.kind == RecordKind.SERVICE_ITEM) {
            assertThat(lost).isEqualTo(new End(hers, hers, SyncState.SYNCED));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aCreateEndsAsIfNothingWasLost(Written written, ConflictPolicy policy, String hers) {
        assertThat(end(written, policy, hers, "create", true)).isEqualTo(end(written, policy, hers, "create", false));
    }

    private static End end(Written written, ConflictPolicy policy, String hers, String operation, boolean lost) {
        // One attempt a call: there is time between it and its repeat.
        try (Firm firm = Firm.connected()) {
            Client client = firm.client("c-1", "Before The Repeat");
            firm.company.clients().sync(client);
            ServiceItem item = firm.linkedItem("s-1");
            firm.company.settings(firm.company
                    .settings()
                    .with(written.kind, firm.company.settings().of(written.kind).withConflicts(policy)));
            if (operation.equals("update")) {
                say(firm, written, client, item, "first");
            }
            if (lost) {
                firm.fake.faults().add(FaultRule.on(written.entity, operation), Fault.answerLost());
            }
            say(firm, written, client, item, "second");
            String id = firm.books.all(written.entity).stream()
                    .map(each -> String.valueOf(each.get("Id")))
                    .max((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)))
                    .orElseThrow();
            assertThat(firm.books.find(written.entity, id).orElseThrow())
                    .as("it arrived")
                    .containsEntry(written.member, written.value("second"));
            firm.books.inQuickBooks().change(written.entity, id, Map.of(written.member, written.value(hers)));
            for (int hour = 0; hour < 3; hour++) {
                firm.fake.clock().advance(Duration.ofHours(1));
                firm.work();
            }
            Object there = firm.books.find(written.entity, id).orElseThrow().get(written.member);
            return new End(
                    inTheApp(firm, written),
                    there == null || Map.of("value", "").equals(there) ? "" : there,
                    firm.company.status(written.kind, ID).state());
        }
    }

    private static void say(Firm firm, Written written, Client client, ServiceItem item, String text) {
        switch (written) {
            case CLIENT_COMPANY, CLIENT_FAMILY_NAME -> {
                Client.Builder made = Client.builder(ID, "Ann Before");
                Client said =
                        (written == Written.CLIENT_COMPANY ? made.companyName(text) : made.lastName(text)).build();
                firm.clients.put(Firm.TENANT, List.of(client, said));
                firm.company.clients().sync(said);
            }
            case ITEM_DESCRIPTION, ITEM_CODE -> {
                ServiceItem.Builder made = item.toBuilder().id(ID).name("Before");
                ServiceItem said = (written == Written.ITEM_CODE ? made.code(text) : made.description(text)).build();
                firm.items.put(Firm.TENANT, List.of(item, said));
                firm.company.serviceItems().sync(said);
            }
            case INVOICE_NOTE, INVOICE_MEMO -> {
                ClientInvoice.Builder made = Firm.invoice(ID.value(), client, item, "64.00").toBuilder();
                firm.company
                        .invoices()
                        .sync((written == Written.INVOICE_NOTE ? made.privateNote(text) : made.memo(text)).build());
            }
            case CREDIT_MEMO_NOTE -> {
                ClientCreditMemo.Builder made = Firm.creditMemo(ID.value(), client, item, "64.00").toBuilder();
                firm.company.creditMemos().sync(made.privateNote(text).build());
            }
        }
    }

    private static String inTheApp(Firm firm, Written written) {
        String text = switch (written) {
            case CLIENT_COMPANY -> client(firm).companyName();
            case CLIENT_FAMILY_NAME -> client(firm).lastName();
            case ITEM_DESCRIPTION -> item(firm).description();
            case ITEM_CODE -> item(firm).code();
            default -> "second";
        };
        return text == null ? "" : text;
    }

    private static Client client(Firm firm) {
        try (Stream<Client> all = firm.clients.all(Firm.TENANT)) {
            return all.filter(each -> each.id().equals(ID)).findFirst().orElseThrow();
        }
    }

    private static ServiceItem item(Firm firm) {
        try (Stream<ServiceItem> all = firm.items.all(Firm.TENANT)) {
            return all.filter(each -> each.id().equals(ID)).findFirst().orElseThrow();
        }
    }
}
