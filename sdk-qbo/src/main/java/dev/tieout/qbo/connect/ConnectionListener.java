package dev.tieout.qbo.connect;

/**
 * Is told when a connection's state or trouble changed. Called on the thread that noticed, after the change was stored;
 * must be thread-safe and quick. What it throws is logged and goes no further.
 */
@FunctionalInterface
public interface ConnectionListener {
    /**
     * A connection changed.
     *
     * @param before how it was
     * @param after how it is
     */
    void changed(Connection before, Connection after);
}
