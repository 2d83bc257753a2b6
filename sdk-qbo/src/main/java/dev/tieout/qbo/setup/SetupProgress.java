package dev.tieout.qbo.setup;

/** Is told how far a long step is. Called on the thread that does the work; must be quick. */
@FunctionalInterface
public interface SetupProgress {
    /**
     * Something was done.
     *
     * @param step what is under way, such as {@code "reading customers"}
     * @param done how many so far
     */
    void at(String step, long done);

    /**
     * Something was done of a known number.
     *
     * @param step what is under way, such as {@code "applying"}
     * @param done how many so far
     * @param total how many there are
     */
    default void at(String step, long done, long total) {
        at(step, done);
    }

    /**
     * Tells nobody.
     *
     * @return a progress that does nothing
     */
    static SetupProgress none() {
        return (step, done) -> {};
    }
}
