package dev.tieout.testkit.server.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;

/**
 * Server sockets whose connections have {@code TCP_NODELAY}: without it every kept-alive answer waits 44 ms for a
 * delayed acknowledgement. Remembers connections in the order of their acceptance, so that one can be reset.
 */
final class NoDelay extends ServerSocketFactory {
    private final Map<Integer, Socket> accepted = new ConcurrentHashMap<>();

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            private int index;

            @Override
            public Socket accept() throws IOException {
                Socket socket = super.accept();
                socket.setTcpNoDelay(true);
                accepted.values().removeIf(Socket::isClosed);
                accepted.put(index++, socket);
                return socket;
            }
        };
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        throw new IOException("MockWebServer binds its own sockets");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return createServerSocket(port);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return createServerSocket(port);
    }

    /** Makes the coming close of a connection a reset. */
    void resetOnClose(int connection) {
        Socket socket = accepted.get(connection);
        if (socket != null) {
            try {
                socket.setSoLinger(true, 0);
            } catch (SocketException e) {
                // Already closed by the client: nothing is left to reset.
                accepted.remove(connection);
            }
        }
    }
}
