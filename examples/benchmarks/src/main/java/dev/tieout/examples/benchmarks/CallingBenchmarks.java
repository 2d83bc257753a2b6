package dev.tieout.examples.benchmarks;

import com.intuit.ipp.data.Customer;
import com.intuit.ipp.services.DataService;
import dev.tieout.RemoteId;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.call.PaceLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Whole calls over HTTP to a canned server: the first one of a process, many in a row, many at once, and a long query. */
final class CallingBenchmarks {
    private static final int FORKS = 7;
    private static final int CALLS = 1000;
    private static final int ALL = 1_000_000;
    private static final int HEAP_MB = 128;

    private CallingBenchmarks() {}

    static void firstCall(Report report) throws Exception {
        report.title("first-call: in a fresh JVM, least CPU ms of " + FORKS + " processes each, JIT and GC included");
        List<String> kinds = List.of("tieout-read", "intuit-read", "tieout", "intuit");
        Map<String, Double> least = new LinkedHashMap<>();
        try (CannedServer server = new CannedServer(1, 0)) {
            String tokens = Connected.stored(Connected.signIn(server.base())).document();
            for (int i = 0; i < FORKS; i++) {
                for (String kind : kinds) {
                    least.merge(kind, cpuMillis(kind, server, tokens), Math::min);
                }
            }
        }
        least.forEach((kind, millis) -> report.line("%-40s %12.0f", kind, millis));
        double[] millis = kinds.stream()
                .mapToDouble(kind -> least.getOrDefault(kind, 0.0))
                .toArray();
        report.atMost("CPU of reading one answer, of Intuit's", millis[0] / millis[1], 0.5, "x");
        report.atMost("CPU of one call over HTTP, of Intuit's", millis[2] / millis[3], 0.5, "x");
    }

    private static double cpuMillis(String sdk, CannedServer server, String tokens) throws Exception {
        String nanos = Child.run(
                List.of("-Xmx512m"), FirstCall.class, sdk, server.base().toString(), tokens);
        return Long.parseLong(nanos) / 1e6;
    }

    static void requests(Report report) throws Exception {
        report.title("requests: reads of one customer over HTTP");
        inARow(report);
        atOnce(report);
    }

    private static void inARow(Report report) throws Exception {
        try (CannedServer ours = new CannedServer(1, 0);
                CannedServer theirs = new CannedServer(1, 0)) {
            QboApi api = Connected.tieout(ours.base(), PaceLimits.unlimited());
            DataService peer = Connected.intuit(theirs.base());
            Customer wanted = new Customer();
            wanted.setId("8");
            Meter.Costs costs = new Meter()
                    .add(
                            "tieout",
                            () -> api.read(dev.tieout.qbo.entity.Customer.TYPE, RemoteId.of("8"))
                                    .memberNames()
                                    .size())
                    .add("intuit", () -> peer.findById(wanted).getDisplayName().length())
                    .run(0, 10, CALLS / 10);
            costs.byName()
                    .forEach((name, cost) -> report.line(
                            "%-40s %9.3f CPU ms a call %,12d bytes a call", name, cost.minMillis(), cost.bytes()));
            report.line(
                    "connections opened for %,d reads in a row: tieout %d, intuit %d",
                    CALLS, ours.connections(), theirs.connections());
            report.atMost("connections of 1,000 reads in a row", ours.connections(), 1, "");
        }
    }

    private static void atOnce(Report report) throws Exception {
        int perSecond = 100;
        // As PaceLimits.standard() does: what leaves here evenly may arrive in bunches.
        PaceLimits pace = new PaceLimits(100_000, perSecond * 8 / 10, 4, 35);
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try (CannedServer server = new CannedServer(1, 20)) {
            QboApi api = Connected.tieout(server.base(), pace);
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                calls.add(threads.submit(() -> api.read(dev.tieout.qbo.entity.Customer.TYPE, RemoteId.of("8"))));
            }
            for (Future<?> call : calls) {
                call.get();
            }
            report.atMost("in flight at the server, 32 threads, limit 4", server.mostInFlight(), pace.inFlight(), "");
            report.atMost("requests in any second, limit 100", server.mostInASecond(), perSecond, "");
        } finally {
            threads.shutdownNow();
        }
    }

    static void stream(Report report) throws Exception {
        report.title(String.format("stream: %,d customers through a query, heap of %d MB", ALL, HEAP_MB));
        try (CannedServer server = new CannedServer(ALL, 0)) {
            String out = Child.run(
                    List.of("-Xmx" + HEAP_MB + "m", "-XX:+UseG1GC"),
                    StreamAll.class,
                    server.base().toString());
            String[] words = out.split(" ", 3);
            report.line(
                    "customers %s, balance %s, sum of the peaks of the heap's pools %.0f MB",
                    words[0], words[1], Long.parseLong(words[2]) / 1e6);
            report.atMost("customers missing", ALL - Double.parseDouble(words[0]), 0, "");
        }
    }
}
