package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.model.Client;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was told before a policy changed is settled by a plan that somebody looked at, and by nothing else. */
class DifferencePlanTest {
    private final Firm firm = Firm.withDefaults();

    @BeforeEach
    void threeInvoicesOfWhichTwoWereEditedInQuickBooks() {
        Client client = firm.client("c-1", "Differing Client");
        firm.company.clients().sync(client);
        var item = firm.linkedItem("s-1");
        for (int i = 1; i <= 3; i++) {
            firm.company.invoices().sync(Firm.invoice("i-" + i, client, item, i + "00.00"));
        }
        edit("i-1", "hers, one");
        edit("i-2", "hers, two");
        theFeedIsRead();
        assertThat(firm.company.differences(RecordKind.INVOICE).becomes()).isNull();
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private void edit(String invoice, String note) {
        firm.books.inQuickBooks().change("Invoice", status(invoice).remoteId().value(), Map.of("PrivateNote", note));
    }

    private void theFeedIsRead() {
        firm.fake.clock().advance(Duration.ofHours(7));
        firm.work();
    }

    private SyncStatus status(String invoice) {
        return firm.company.invoices().status(LocalId.of(invoice));
    }

    private Object note(String invoice) {
        return firm.inQuickBooks("Invoice", status(invoice).remoteId(), "PrivateNote");
    }

    private void policy(ConflictPolicy policy) {
        firm.company.settings(
                firm.company.settings().withInvoices(KindSettings.money().withConflicts(policy)));
        theFeedIsRead();
    }

    @Test
    void aPolicyDoesNotTouchWhatWasToldBeforeIt() {
        policy(ConflictPolicy.APP_WINS);
        assertThat(note("i-1")).isEqualTo("hers, one");
        DifferencePlan plan = firm.company.differences(RecordKind.INVOICE);
        assertThat(plan.becomes()).isEqualTo(Side.APP);
        assertThat(plan.count()).isEqualTo(2);
        assertThat(plan.records())
                .extracting(SyncStatus::localId)
                .containsExactlyInAnyOrder(LocalId.of("i-1"), LocalId.of("i-2"));
        assertThat(plan.records().get(0).differences()).singleElement().satisfies(each -> {
            assertThat(each.app()).isEqualTo("Invoice i-1");
            assertThat(each.quickBooks()).isEqualTo("hers, one");
        });
        assertThat(plan.toString()).doesNotContain("hers");
    }

    @Test
    void appliedTheAppsValuesAreWritten() {
        policy(ConflictPolicy.APP_WINS);
        DifferencePlan plan = firm.company.differences(RecordKind.INVOICE);
        assertThat(firm.company.settle(plan, plan.becomes()))
                .extracting(SyncStatus::state)
                .containsOnly(SyncState.SYNCED);
        assertThat(note("i-1")).isEqualTo("Invoice i-1");
        assertThat(note("i-2")).isEqualTo("Invoice i-2");
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void appliedQuickBooksValuesAreAcceptedAndListed() {
        DifferencePlan plan = firm.company.differences(RecordKind.INVOICE);
        List<SyncStatus> became = firm.company.settle(plan, Side.QUICKBOOKS);
        assertThat(became).extracting(SyncStatus::state).containsOnly(SyncState.SYNCED);
        assertThat(became).allSatisfy(each -> assertThat(each.accepted()).hasSize(1));
        assertThat(note("i-1")).isEqualTo("hers, one");
        assertThat(firm.company.differences(RecordKind.INVOICE).records()).isEmpty();
    }

    @Test
    void whatChangedSinceItWasLookedAtIsLeftAlone() {
        DifferencePlan plan = firm.company.differences(RecordKind.INVOICE);
        edit("i-2", "hers, again");
        theFeedIsRead();
        firm.company.settle(plan, Side.APP);
        assertThat(note("i-1")).isEqualTo("Invoice i-1");
        assertThat(note("i-2")).isEqualTo("hers, again");
        assertThat(status("i-2").state()).isEqualTo(SyncState.CONFLICT);
    }
}
