package dev.tieout.testkit.server.internal;

import java.net.URI;

/** A server that has started. */
public interface Listening extends AutoCloseable {
    /**
     * Where it listens.
     *
     * @return scheme, host, port and {@code /}
     */
    URI baseUrl();

    /** Stops listening. */
    @Override
    void close();
}
