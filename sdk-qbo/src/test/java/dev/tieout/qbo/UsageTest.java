package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.call.Purpose;
import dev.tieout.qbo.call.Usage;
import dev.tieout.qbo.call.WorkspaceUsage;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.sync.SyncState;
import dev.tieout.testkit.history.Exchange;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was asked of QuickBooks is counted as the fake counts it, and the month's budget of reads holds. */
class UsageTest {
    private static YearMonth month(Firm firm) {
        return YearMonth.from(firm.fake.clock().instant().atOffset(ZoneOffset.UTC));
    }

    private static Client busy(Firm firm, QuickBooks process) {
        Client client = firm.client("c-1", "Fiona Gallagher");
        Company company = process.company(Firm.TENANT);
        company.clients().sync(client);
        ServiceItem item = firm.linkedItem("s-1");
        ClientInvoice invoice = Firm.invoice("i-1", client, item, "120.00");
        company.invoices().stage(invoice);
        company.invoices().stage(Firm.invoice("i-2", client, item, "80.00"));
        company.payments().stage(Firm.payment("p-1", invoice, "120.00"));
        company.setup().preview();
        company.tieOut();
        for (int hour = 0; hour < 5; hour++) {
            while (process.runDue() > 0) {
                // until nothing is due
            }
            firm.fake.clock().advance(Duration.ofHours(1));
        }
        return client;
    }

    private static long answered(Firm firm, Set<String> operations) {
        return firm.fake.history().all().stream()
                .filter(exchange -> operations.contains(exchange.call().operation()))
                .filter(exchange -> exchange.response().status() == 200)
                .map(Exchange::call)
                .count();
    }

    @Test
    void whatWasAskedIsCountedByPurpose() {
        try (Firm firm = Firm.connected()) {
            busy(firm, firm.quickBooks);
            Usage usage = firm.company.usage(month(firm));
            assertThat(usage.totalReads())
                    .isEqualTo(answered(firm, Set.of("read", "query", "cdc", "report", "companyinfo")));
            assertThat(usage.reads().get(Purpose.CHANGES)).isEqualTo(answered(firm, Set.of("cdc")));
            assertThat(usage.reads().get(Purpose.PEOPLE)).isPositive();
            assertThat(usage.batches())
                    .isEqualTo(answered(firm, Set.of("batch")))
                    .isPositive();
            assertThat(usage.writes())
                    .isEqualTo(answered(firm, Set.of("create", "update", "delete", "void")))
                    .isPositive();
            assertThat(firm.quickBooks.usage().usage()).isEqualTo(usage);
        }
    }

    @Test
    void nodesAddUpAndNothingIsLostWithAProcess() {
        try (Firm firm = Firm.connected()) {
            QuickBooks other = firm.process("node-2");
            busy(firm, other);
            other.close();
            busy(firm, firm.quickBooks);
            long ofFirm = firm.company.usage(month(firm)).totalReads();
            assertThat(firm.process("node-3").usage().usage().totalReads())
                    .isEqualTo(ofFirm)
                    .isEqualTo(answered(firm, Set.of("read", "query", "cdc", "report", "companyinfo")));
        }
    }

    @Test
    void aMonthBeginsAtZero() {
        try (Firm firm = Firm.connected()) {
            busy(firm, firm.quickBooks);
            YearMonth before = month(firm);
            Usage then = firm.company.usage(before);
            firm.fake.clock().advance(Duration.ofDays(31));
            assertThat(firm.quickBooks.usage().usage()).isEqualTo(Usage.none(month(firm)));
            assertThat(firm.quickBooks.usage(before)).isEqualTo(then);
            assertThat(firm.quickBooks.company(TenantId.of("nobody")).usage(before))
                    .isEqualTo(Usage.none(before));
        }
    }

    @Test
    void refusedAndUnansweredCallsAreNotCounted() {
        try (Firm firm = Firm.connected()) {
            long before = firm.company.usage(month(firm)).totalReads();
            firm.fake.oauth().disconnect(firm.books.realmId());
            assertThatThrownBy(() -> firm.company.api().companyInfo()).isNotNull();
            assertThat(firm.company.usage(month(firm)).totalReads()).isEqualTo(before);
        }
    }

    /** What was counted while the store was down is stored when it is back. */
    @Test
    void aStoreThatFailsLosesNoCount() {
        AtomicBoolean isDown = new AtomicBoolean();
        SyncStore rows = new InMemorySyncStore();
        SyncStore failing = (SyncStore) Proxy.newProxyInstance(
                SyncStore.class.getClassLoader(), new Class<?>[] {SyncStore.class}, (proxy, method, args) -> {
                    if (isDown.get()) {
                        throw new IllegalStateException("down");
                    }
                    try {
                        return method.invoke(rows, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        try (Firm firm = Firm.connected(failing)) {
            firm.company.api().companyInfo();
            isDown.set(true);
            assertThatThrownBy(() -> firm.quickBooks.usage()).hasMessage("down");
            isDown.set(false);
            assertThat(firm.quickBooks.usage().usage().totalReads())
                    .isEqualTo(answered(firm, Set.of("read", "query", "cdc", "companyinfo")));
        }
    }

    private static Map<Integer, Long> looks(long budget) {
        try (Firm firm = Firm.connected()) {
            QuickBooks process = firm.host("node-2").readBudget(budget).build();
            Client client = firm.client("c-1", "Fiona Gallagher");
            process.company(Firm.TENANT).clients().sync(client);
            Map<Integer, Long> byDay = new TreeMap<>();
            for (int day = 0; day < 3; day++) {
                firm.fake.history().clear();
                for (int hour = 0; hour < 24; hour++) {
                    while (process.runDue() > 0) {
                        // until nothing is due
                    }
                    firm.fake.clock().advance(Duration.ofHours(1));
                }
                byDay.put(day, answered(firm, Set.of("cdc")));
            }
            return byDay;
        }
    }

    @Test
    void nearTheEndOfTheBudgetChangesAreAskedForLessOften() {
        Map<Integer, Long> plenty = looks(500_000);
        assertThat(plenty.values()).allMatch(looks -> looks >= 23);
        Map<Integer, Long> scarce = looks(50);
        assertThat(scarce.get(1)).isLessThan(plenty.get(1));
        assertThat(scarce.get(2)).isLessThan(scarce.get(0) / 2);
    }

    @Test
    void atItsEndOnlyWhatPeopleAskForGoesOnUntilTheNextMonth() {
        try (Firm firm = Firm.connected()) {
            QuickBooks process = firm.host("node-2").readBudget(1).build();
            Company company = process.company(Firm.TENANT);
            Client client = firm.client("c-1", "Fiona Gallagher");
            company.clients().sync(client);
            company.catalog().incomeAccounts();
            assertThat(process.usage().state()).isEqualTo(WorkspaceUsage.State.SPENT);
            firm.fake.history().clear();
            firm.fake.clock().advance(Duration.ofDays(1));
            while (process.runDue() > 0) {
                // until nothing is due
            }
            assertThat(answered(firm, Set.of("cdc", "query"))).isZero();
            company.clients()
                    .stage(client.toBuilder().displayName("Fiona Gallagher II").build());
            process.runDue();
            assertThat(company.clients().status(client.id()).state()).isEqualTo(SyncState.SYNCED);
            assertThat(company.tieOut()).isNotNull();
            firm.fake.history().clear();

            Duration rest = Duration.between(
                    firm.fake.clock().instant(), process.usage().renewsAt());
            firm.fake.clock().advance(rest.plusHours(7));
            process.runDue();
            // After more than a month the change feed reaches back no further, and the gap is closed by queries.
            assertThat(answered(firm, Set.of("cdc", "query"))).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5})
    void aBudgetOfNothingIsRefused(long budget) {
        try (Firm firm = Firm.connected()) {
            QuickBooks.Builder builder = firm.host("node-2").readBudget(budget);
            assertThatThrownBy(builder::build)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("readBudget is " + budget);
        }
    }
}
