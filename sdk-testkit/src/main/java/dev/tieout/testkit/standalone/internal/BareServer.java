package dev.tieout.testkit.standalone.internal;

import dev.tieout.testkit.exchange.FakeResponse;
import dev.tieout.testkit.fault.Outcome;
import dev.tieout.testkit.server.internal.PlainServer;
import java.net.InetAddress;
import java.util.concurrent.CountDownLatch;

/** The fake's server with nothing behind it: the floor that the fake is measured against. */
public final class BareServer {
    private BareServer() {}

    /**
     * Answers every request with the same 1,500 bytes of JSON until it is killed.
     *
     * @param args the port
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public static void main(String... args) throws InterruptedException {
        Outcome same = Outcome.of(FakeResponse.json(200, "{\"text\":\"" + "x".repeat(1_489) + "\"}"));
        try (PlainServer server =
                PlainServer.start(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]), request -> same)) {
            System.out.println(server.baseUrl());
            new CountDownLatch(1).await();
        }
    }
}
