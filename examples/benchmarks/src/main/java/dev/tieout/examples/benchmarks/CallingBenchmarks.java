package dev.tieout.examples.benchmarks;

import com.intuit.ipp.data.Customer;
import com.intuit.ipp.services.DataService;
import dev.tieout.RemoteId;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.call.PaceLimits;
import java.util.ArrayList;
import java.util.Collections;
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
        report.title("first-call: in a fresh JVM, CPU ms of " + FORKS + " processes each, JIT and GC included");
        Map<String, List<Double>> all = new LinkedHashMap<>();
        try (LocalTls tls = new LocalTls();
                CannedServer plain = new CannedServer(1, 0);
                CannedServer secure = new CannedServer(1, 0, tls.context());
                Tunnel tunnel = new Tunnel(secure.base().getPort())) {
            String tokens = Connected.stored(Connected.signIn(plain.base())).document();
            for (int i = 0; i < FORKS; i++) {
                first(all, "tieout-read", List.of(), "tieout-read", plain.base().toString());
                first(all, "intuit-read", List.of(), "intuit-read", plain.base().toString());
                first(all, "tieout", List.of(), "tieout", plain.base().toString(), tokens);
                first(all, "intuit", List.of(), "intuit", plain.base().toString());
                first(all, "tieout-tls", tls.options(), "tieout", secure.base().toString(), tokens);
                first(all, "intuit-tls", tls.options(), "intuit", "https://127.0.0.1:" + tunnel.port() + "/");
            }
        }
        all.forEach((kind, millis) ->
                report.line("%-40s least %6.0f   median %6.0f", kind, millis.get(0), millis.get(FORKS / 2)));
        report.line("over TLS, the JVM's certificates loaded: %.2f x", least(all, "tieout-tls", "intuit-tls"));
        report.atMost("CPU of reading one answer, of Intuit's", least(all, "tieout-read", "intuit-read"), 0.5, "x");
        report.atMost("CPU of one call over HTTP, of Intuit's", least(all, "tieout", "intuit"), 0.5, "x");
    }

    /** Adds the CPU milliseconds of one process; the least come first. */
    private static void first(Map<String, List<Double>> all, String kind, List<String> options, String... args)
            throws Exception {
        List<String> jvm = new ArrayList<>(options);
        jvm.add("-Xmx512m");
        List<Double> millis = all.computeIfAbsent(kind, k -> new ArrayList<>());
        millis.add(Long.parseLong(Child.run(jvm, FirstCall.class, args)) / 1e6);
        Collections.sort(millis);
    }

    private static double least(Map<String, List<Double>> all, String ours, String theirs) {
        return all.getOrDefault(ours, List.of(Double.NaN)).get(0)
                / all.getOrDefault(theirs, List.of(Double.NaN)).get(0);
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
