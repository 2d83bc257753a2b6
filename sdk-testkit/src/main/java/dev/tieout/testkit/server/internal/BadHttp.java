package dev.tieout.testkit.server.internal;

/** A request that is no HTTP/1.1, with the status and the text of its answer. */
final class BadHttp extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;

    BadHttp(int status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
