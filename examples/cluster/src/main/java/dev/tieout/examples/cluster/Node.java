package dev.tieout.examples.cluster;

import java.net.URI;
import java.util.concurrent.CountDownLatch;

/** One process that does the background work until it is killed. */
final class Node {
    private static final int THREADS = 4;

    private Node() {}

    /**
     * Runs until the process ends.
     *
     * @param args the JDBC address, the fake's address, the node's name, the clock's beginning and its speed
     */
    public static void main(String... args) throws InterruptedException {
        FastClock clock = new FastClock(Long.parseLong(args[3]), Integer.parseInt(args[4]));
        try (Host host = new Host(args[0], URI.create(args[1]), args[2], clock)) {
            host.quickBooks.startWorker(THREADS);
            new CountDownLatch(1).await();
        }
    }
}
