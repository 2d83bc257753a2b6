package dev.tieout.qbo.connect;

/**
 * Is told when a connection's state or trouble changed, and while trouble lasts. Called on the thread that noticed, after
 * the change was stored; must be thread-safe and quick. What it throws is logged and goes no further.
 */
@FunctionalInterface
public interface ConnectionListener {
    /**
     * A connection changed: trouble is told at once, and so is its end.
     *
     * @param before how it was
     * @param after how it is
     */
    void changed(Connection before, Connection after);

    /**
     * A connection is still in trouble. Told once a day from background work, by one node of the cluster; what comes with a
     * date long before (the five years) is told 30, 14, 7, 3, 2 days and one day ahead. Does nothing unless overridden.
     *
     * @param connection how it is; its trouble says who can mend it, how, and until when
     */
    default void stillTroubled(Connection connection) {}
}
