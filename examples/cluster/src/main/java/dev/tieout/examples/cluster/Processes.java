package dev.tieout.examples.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** The nodes' processes. Not thread-safe. */
final class Processes implements AutoCloseable {
    private final List<Process> running = new ArrayList<>();
    private final Options options;
    private final String jdbc;
    private final URI fake;
    private final long from;
    private final RandomGenerator random;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

    Processes(Options options, String jdbc, URI fake, long from, RandomGenerator random) {
        this.options = options;
        this.jdbc = jdbc;
        this.fake = fake;
        this.from = from;
        this.random = random;
    }

    void start() throws IOException {
        for (int n = 0; n < options.nodes(); n++) {
            running.add(start(n));
        }
    }

    private Process start(int n) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Node.class.getName(),
                        jdbc,
                        fake.toString(),
                        "node-" + n,
                        String.valueOf(from),
                        String.valueOf(options.speed()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** SIGKILL to one of them, and another process in its place. */
    void killOne() throws IOException, InterruptedException {
        int n = random.nextInt(running.size());
        running.get(n).destroyForcibly().waitFor();
        running.set(n, start(n));
    }

    /** SIGSTOP to one of them, and SIGCONT after a time: it goes on as if nothing had been. */
    void stopOneFor(Duration time) throws IOException, InterruptedException {
        ProcessHandle node = running.get(random.nextInt(running.size())).toHandle();
        signal("-STOP", node);
        // A signal that fails shows in the end: the node stays stopped, and its firms are taken over.
        ScheduledFuture<?> unused = later.schedule(
                () -> {
                    if (node.isAlive()) {
                        signal("-CONT", node);
                    }
                    return null;
                },
                time.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Lets those go on that were stopped. */
    void awaitStopped() throws InterruptedException {
        later.shutdown();
        if (!later.awaitTermination(10, TimeUnit.MINUTES)) {
            throw new IllegalStateException("a node that was stopped did not go on");
        }
    }

    private static void signal(String signal, ProcessHandle node) throws IOException, InterruptedException {
        // One that was killed meanwhile needs no signal.
        new ProcessBuilder("kill", signal, String.valueOf(node.pid()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        later.shutdownNow();
        running.forEach(Process::destroyForcibly);
    }
}
