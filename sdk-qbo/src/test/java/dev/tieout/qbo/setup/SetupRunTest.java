package dev.tieout.qbo.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.setup.SetupReport.Result;
import dev.tieout.qbo.setup.SetupRun.State;
import dev.tieout.qbo.setup.SetupState.Progress;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemorySyncStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A plan is carried out as a stored run: by batches, with progress, to be stopped, gone on with and read later. */
class SetupRunTest {
    private static final Applying DANA = Applying.standard().by("dana");

    /** When set, the node dies before it can store what became of decisions. */
    private final AtomicBoolean dying = new AtomicBoolean();

    private final AtomicBoolean dead = new AtomicBoolean();

    private final Firm firm = Firm.connected(mortal(new InMemorySyncStore()));
    private final Setup setup = firm.company.setup();

    @AfterEach
    void close() {
        firm.close();
    }

    private SyncStore mortal(SyncStore store) {
        return (SyncStore) Proxy.newProxyInstance(
                SyncStore.class.getClassLoader(), new Class<?>[] {SyncStore.class}, (proxy, method, args) -> {
                    if (method.getName().equals("save") && ofSetup((SyncRow) args[0])) {
                        dead.compareAndSet(false, dying.get() && tells((SyncRow) args[0]));
                        if (dead.get()) {
                            throw new IllegalStateException("the node is dead");
                        }
                    }
                    try {
                        return method.invoke(store, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static boolean ofSetup(SyncRow row) {
        return row.key().kind().startsWith("setup_");
    }

    private static boolean tells(SyncRow row) {
        return row.key().kind().equals("setup_lines") && row.document().contains("\"done\"");
    }

    private void clients(int count) {
        firm.clients.put(
                Firm.TENANT,
                IntStream.range(0, count)
                        .mapToObj(i -> Client.builder(LocalId.of("c-" + i), "Client Number " + i)
                                .build())
                        .toList());
    }

    private Setup onAnotherNode() {
        return firm.process("node-2").company(Firm.TENANT).setup();
    }

    @Test
    void progressIsToldWithTheTotalAndARunIsStoppedBetweenBatches() {
        clients(1_300);
        SetupRun run = setup.begin(setup.preview().createUnmatchedInQuickBooks(), DANA);
        assertThat(run.state()).isEqualTo(State.RUNNING);
        assertThat(firm.fake.history().count("Customer", "create")).isZero();
        List<List<Long>> told = new ArrayList<>();
        SetupProgress stopping = new SetupProgress() {
            @Override
            public void at(String step, long done) {}

            @Override
            public void at(String step, long done, long total) {
                told.add(List.of(done, total));
                onAnotherNode().cancel(run.id());
            }
        };

        SetupReport report = setup.goOn(run.id(), stopping);

        assertThat(told).containsExactly(List.of(600L, 1_300L));
        assertThat(report.run().state()).isEqualTo(State.CANCELLED);
        assertThat(report.counts()).containsOnly(Map.entry(Result.CREATED, 600), Map.entry(Result.NOT_DONE, 700));
        assertThat(setup.state().of(SetupStep.CLIENTS).progress()).isEqualTo(Progress.IN_PROGRESS);
        ResumedPlan<SetupPlan> rest = setup.resume();
        assertThat(rest.stale()).hasSize(600);
        assertThat(rest.plan().decisions()).hasSize(700);
        assertThat(setup.apply(rest.plan()).counts()).containsOnly(Map.entry(Result.CREATED, 700));
        assertThat(setup.runs()).extracting(SetupRun::state).containsExactlyInAnyOrder(State.DONE, State.CANCELLED);
    }

    @Test
    void anotherNodeGoesOnWhereOneDiedAndKnowsWhatWasTheRuns() {
        firm.client("c-0", (String) firm.books.all("Customer").get(0).get("DisplayName"));
        firm.client("c-1", "Rosalind Trumble");
        firm.client("c-2", "Only In The App");
        SetupRun run = setup.begin(setup.preview().createUnmatchedInQuickBooks(), DANA);
        dying.set(true);
        assertThatThrownBy(() -> setup.goOn(run.id(), SetupProgress.none())).hasMessage("the node is dead");
        dying.set(false);
        dead.set(false);

        SetupReport before = onAnotherNode().goOn(run.id(), SetupProgress.none());
        assertThat(before.run().state()).isEqualTo(State.RUNNING);
        assertThat(before.counts()).containsOnly(Map.entry(Result.NOT_DONE, 3));
        firm.fake.clock().advance(Duration.ofMinutes(11));
        SetupReport after = onAnotherNode().goOn(run.id(), SetupProgress.none());

        assertThat(after.run().state()).isEqualTo(State.DONE);
        assertThat(after.counts()).containsOnly(Map.entry(Result.LINKED, 1), Map.entry(Result.CREATED, 2));
        assertThat(firm.count("Customer", "DisplayName", "Rosalind Trumble")).isEqualTo(1);
        assertThat(setup.state().of(SetupStep.CLIENTS).progress()).isEqualTo(Progress.DONE);
        assertThat(setup.goOn(run.id(), SetupProgress.none())).isEqualTo(after);
    }

    @Test
    void aReportIsReadLaterWithNamesAndWhatNobodyDecided() {
        RemoteId known =
                RemoteId.of(firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", "Rosalind Trumble")));
        firm.client("c-1", "Rosalind Trumble");
        firm.client("c-2", "Only In The App");
        SetupReport report = setup.apply(setup.preview(), DANA);

        SetupReport later = onAnotherNode().report(report.run().id()).orElseThrow();

        assertThat(later).isEqualTo(report);
        assertThat(later.run().by()).isEqualTo("dana");
        SetupReport.Entry entry = later.entries().get(0);
        assertThat(entry.localName()).isEqualTo("Rosalind Trumble");
        assertThat(entry.remoteName()).isEqualTo("Rosalind Trumble");
        assertThat(entry.remote()).isEqualTo(known);
        assertThat(later.undecided().get(0).name()).isEqualTo("Only In The App");
        assertThat(later.undecided()).filteredOn(each -> each.local() == null).isNotEmpty();
        assertThat(setup.report("no such run")).isEmpty();
        assertThatThrownBy(() -> setup.goOn("no such run", SetupProgress.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such run");
    }

    @Test
    void whatIsStoredOfARunComesInBoundedPieces() {
        clients(250);
        SetupRun run = setup.begin(setup.preview().createUnmatchedInQuickBooks(), DANA);
        List<SyncRow> pieces = firm.rows.list(Firm.TENANT, firm.books.realmId(), "setup_lines", null, null, 100);
        assertThat(pieces).hasSize(3).allMatch(row -> row.document().length() < 50_000);
        setup.goOn(run.id(), SetupProgress.none());
        assertThat(firm.rows.list(Firm.TENANT, firm.books.realmId(), "setup_lines", null, null, 100))
                .hasSize(3)
                .allMatch(row -> row.document().length() < 500_000);
    }
}
