package dev.tieout.qbo.sync.internal;

/** Another thread or node stored the row meanwhile: its row stands, this run ends. */
final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken() {
        super("another node stored the row", null, false, false);
    }
}
