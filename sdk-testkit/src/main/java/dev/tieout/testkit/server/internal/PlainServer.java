package dev.tieout.testkit.server.internal;

import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import dev.tieout.testkit.fault.Cut;
import dev.tieout.testkit.fault.Outcome;
import dev.tieout.testkit.gateway.internal.ContentCoding;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Carries the fake over HTTP/1.1 for the standalone program: a thread a connection, no library. Unlike the JDK's server
 * it takes URLs with characters that should have been encoded, and unlike MockWebServer it answers malformed requests.
 */
public final class PlainServer implements Listening {
    private static final int IDLE_MILLIS = (int) TimeUnit.MINUTES.toMillis(5);
    private static final int BACKLOG = 256;

    private final Function<FakeRequest, Outcome> fake;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake-quickbooks");
        thread.setDaemon(true);
        return thread;
    });

    private PlainServer(ServerSocket listener, Function<FakeRequest, Outcome> fake) {
        this.listener = listener;
        this.fake = fake;
    }

    /**
     * Starts to listen.
     *
     * @param address the interface
     * @param port the port; 0: any free one
     * @param fake what answers
     * @return the server, listening
     * @throws UncheckedIOException if the port is taken
     */
    public static PlainServer start(InetAddress address, int port, Function<FakeRequest, Outcome> fake) {
        try {
            ServerSocket listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(address, port), BACKLOG);
            PlainServer server = new PlainServer(listener, fake);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("the fake cannot listen on port " + port + ": choose another or 0", e);
        }
    }

    @Override
    public URI baseUrl() {
        InetAddress address = listener.getInetAddress();
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return URI.create(
                "http://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + listener.getLocalPort() + "/");
    }

    @Override
    public void close() {
        closeQuietly(listener);
        open.forEach(PlainServer::closeQuietly);
        threads.shutdownNow();
    }

    private void accept() {
        boolean listening = true;
        while (listening) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // Either closed, or one connection failed on its way in and the next may come.
                listening = !listener.isClosed();
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            // Without it every kept-alive answer may wait 40 ms for a delayed acknowledgement.
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 << 10);
            RequestReader reader = new RequestReader(in, socket.getOutputStream());
            boolean more = true;
            while (more) {
                more = exchange(socket, reader);
            }
        } catch (IOException e) {
            // The client left or stayed silent for too long: there is nobody to tell.
            return;
        } finally {
            open.remove(socket);
        }
    }

    private boolean exchange(Socket socket, RequestReader reader) throws IOException {
        try {
            Optional<RequestReader.Read> read = reader.next();
            return read.isPresent() && answer(socket, read.get());
        } catch (BadHttp e) {
            FakeResponse refusal = FakeResponse.text(e.status(), "text/plain;charset=UTF-8", e.getMessage() + "\n");
            ResponseWriter.write(socket.getOutputStream(), refusal, refusal.body().length, true, false);
            return false;
        }
    }

    private boolean answer(Socket socket, RequestReader.Read read) throws IOException {
        Outcome outcome = fake.apply(read.request());
        pause(outcome);
        if (outcome.cut() == Cut.STALL) {
            // Nothing more is read into an answer: this waits until the client gives up.
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return false;
        }
        if (outcome.cut() == Cut.RESET) {
            socket.setSoLinger(true, 0);
            return false;
        }
        if (outcome.cut() == Cut.CLOSE) {
            return false;
        }
        FakeResponse response = ContentCoding.pack(read.request(), outcome.response());
        boolean whole = outcome.cut() == Cut.NONE;
        boolean more = whole && read.keepAlive();
        int bytes = whole ? response.body().length : response.body().length / 2;
        ResponseWriter.write(
                socket.getOutputStream(),
                response,
                bytes,
                !more,
                read.request().method().equals("HEAD"));
        return more;
    }

    private static void pause(Outcome outcome) throws IOException {
        if (outcome.delay().isZero()) {
            return;
        }
        try {
            Thread.sleep(outcome.delay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the fake is closing", e);
        }
    }

    private static void closeQuietly(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            // Closing is all that is wanted, and a second time is no harm.
            return;
        }
    }
}
