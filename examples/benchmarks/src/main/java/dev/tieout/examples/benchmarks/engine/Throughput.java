package dev.tieout.examples.benchmarks.engine;

import dev.tieout.examples.benchmarks.Report;
import dev.tieout.examples.benchmarks.engine.EngineBenchmark.Sizes;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.call.PaceLimits;
import dev.tieout.store.InMemorySyncStore;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Records a second and CPU a record, beside bare loops that send the same writes to the same fake. */
final class Throughput {
    private static final int PARALLEL = 4;
    private static final int AGAIN = 3;

    private final FakeProcess fake;
    private final Report report;
    private final Sizes sizes;

    /** What one run of the engine took: what staged and sent the records of each phase, and the tie-out after all. */
    private record Run(Map<Phase, Took> staged, Map<Phase, Took> sent, Took tieOut) {
        Took sending(Phase phase) {
            return Objects.requireNonNull(sent.get(phase));
        }

        /** What the engine did for the records of a phase, from handing over to done. */
        Took whole(Phase phase) {
            Took sending = sending(phase);
            return staged.containsKey(phase)
                    ? new Took(
                            sending.records(),
                            sending.seconds(),
                            sending.cpuSeconds()
                                    + Objects.requireNonNull(staged.get(phase)).cpuSeconds())
                    : sending;
        }

        Run best(Run other) {
            Map<Phase, Took> bestStaged = new EnumMap<>(staged);
            other.staged.forEach((phase, took) -> bestStaged.merge(phase, took, Took::best));
            Map<Phase, Took> bestSent = new EnumMap<>(sent);
            other.sent.forEach((phase, took) -> bestSent.merge(phase, took, Took::best));
            return new Run(bestStaged, bestSent, tieOut.best(other.tieOut));
        }
    }

    Throughput(FakeProcess fake, Report report, Sizes sizes) {
        this.fake = fake;
        this.report = report;
        this.sizes = sizes;
    }

    void run() throws Exception {
        report.title("engine: records a second beside bare loops, CPU of the process, best of " + sizes.rounds()
                + " rounds of " + sizes.small() + " clients, invoices, payments, edits");
        Recorder recorder = new Recorder();
        one(sizes.small(), recorder);
        Floor batches = Floor.inBatches(fake.base(), FakeMain.TOKEN + 1, recorder);
        Floor singles = Floor.oneByOne(fake.base(), FakeMain.TOKEN + 1, recorder);
        floor(batches);
        floor(singles);
        Run engine = one(sizes.small(), null);
        Map<Phase, Took> inBatches = floor(batches);
        Map<Phase, Took> oneByOne = floor(singles);
        for (int round = 1; round < sizes.rounds(); round++) {
            engine = engine.best(one(sizes.small(), null));
            floor(batches).forEach((phase, took) -> inBatches.merge(phase, took, Took::best));
            floor(singles).forEach((phase, took) -> oneByOne.merge(phase, took, Took::best));
        }
        for (Phase phase : Phase.values()) {
            compare(
                    phase,
                    engine,
                    Objects.requireNonNull(inBatches.get(phase)),
                    Objects.requireNonNull(oneByOne.get(phase)));
        }
        cpu(engine);
        // As often as it takes not to compare the best of many with one: noise only ever adds.
        Run large = one(sizes.large(), null);
        Took four = parallel();
        for (int again = 1; again < Math.min(sizes.rounds(), AGAIN); again++) {
            large = large.best(one(sizes.large(), null));
            four = four.best(parallel());
        }
        growth(engine, large);
        parallel(engine, four);
    }

    private void compare(Phase phase, Run engine, Took inBatches, Took oneByOne) {
        Took sending = engine.sending(phase);
        report.line(
                "%-18s engine %6.0f/s %6.3f ms   batches %6.0f/s %6.3f ms   one by one %6.0f/s %6.3f ms",
                phase.words,
                sending.rate(),
                engine.whole(phase).cpuMillis(),
                inBatches.rate(),
                inBatches.cpuMillis(),
                oneByOne.rate(),
                oneByOne.cpuMillis());
        report.atLeast(phase.words + ": rate, of the batch loop's", sending.rate() / inBatches.rate(), 0.3, "x");
        report.atLeast(phase.words + ": rate, of the one-by-one loop's", sending.rate() / oneByOne.rate(), 1.4, "x");
    }

    private void cpu(Run engine) {
        for (Phase phase : Phase.values()) {
            report.atMost(
                    phase.words + ": CPU of the engine's process",
                    engine.whole(phase).cpuMillis(),
                    0.5,
                    "ms");
        }
        report.atMost("tie-out: CPU of the engine's process", engine.tieOut().cpuMillis(), 0.5, "ms");
    }

    private void growth(Run small, Run large) {
        for (Phase phase : Phase.values()) {
            report.atMost(
                    phase.words + ": CPU a record at " + sizes.large() + ", of that at " + sizes.small(),
                    large.whole(phase).cpuMillis() / small.whole(phase).cpuMillis(),
                    1.15,
                    "x");
        }
        report.atMost(
                "tie-out: CPU a record at " + sizes.large() + ", of that at " + sizes.small(),
                large.tieOut().cpuMillis() / small.tieOut().cpuMillis(),
                1.15,
                "x");
        report.line(
                "tie-out of %,d records in %.1f s",
                large.tieOut().records(), large.tieOut().seconds());
    }

    private void parallel(Run one, Took all) {
        Took single = new Took(0, 0, 0);
        for (Phase phase : Phase.values()) {
            single = single.plus(one.sending(phase));
        }
        report.line("%d firms in parallel: %.0f records a second, one firm %.0f", PARALLEL, all.rate(), single.rate());
        report.atLeast("four firms in parallel, of one firm's rate", all.rate() / single.rate(), 1.5, "x");
    }

    /** What several firms took together, all phases. */
    private Took parallel() throws Exception {
        fake.reset();
        Host host = host(CallSettings.builder());
        List<Firm> firms = new ArrayList<>();
        for (int i = 1; i <= PARALLEL; i++) {
            String realm = FakeMain.realm(i);
            firms.add(host.connect("firm-" + i, new Practice(sizes.small()), url -> fake.approve(url, realm)));
        }
        firms.forEach(firm -> firm.open(1));
        Took all = new Took(0, 0, 0);
        ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
        try {
            for (Phase phase : Phase.values()) {
                if (phase != Phase.CLIENTS) {
                    firms.forEach(firm -> firm.stage(phase));
                }
                all = all.plus(Took.of(PARALLEL * sizes.small(), () -> together(threads, firms, phase)));
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void together(ExecutorService threads, List<Firm> firms, Phase phase) throws Exception {
        List<Future<?>> working = new ArrayList<>();
        for (Firm firm : firms) {
            working.add(threads.submit(() -> firm.run(phase)));
        }
        for (Future<?> work : working) {
            work.get();
        }
    }

    private Map<Phase, Took> floor(Floor floor) throws Exception {
        fake.reset();
        return floor.run(sizes.small());
    }

    private Run one(int size, @Nullable Recorder recorder) throws Exception {
        fake.reset();
        CallSettings.Builder settings = CallSettings.builder();
        if (recorder != null) {
            settings.httpClient(
                    new OkHttpClient.Builder().addInterceptor(recorder).build());
        }
        String realm = FakeMain.realm(1);
        Firm firm = host(settings).connect("firm-1", new Practice(size), url -> fake.approve(url, realm));
        firm.open(1);
        Map<Phase, Took> staged = new EnumMap<>(Phase.class);
        Map<Phase, Took> sent = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            if (recorder != null) {
                recorder.begin(phase);
            }
            if (phase != Phase.CLIENTS) {
                staged.put(phase, Took.of(size, () -> firm.stage(phase)));
            }
            sent.put(phase, Took.of(size, () -> firm.run(phase)));
        }
        return new Run(staged, sent, Took.of(3 * size, firm::tieOut));
    }

    private Host host(CallSettings.Builder settings) {
        URI base = fake.base();
        return new Host(base, settings.pace(PaceLimits.unlimited()).build(), new InMemorySyncStore());
    }
}
