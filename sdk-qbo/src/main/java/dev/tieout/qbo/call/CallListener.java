package dev.tieout.qbo.call;

/**
 * Is told of every exchange for a firm, with QuickBooks and with Intuit's OAuth endpoints: the place for metrics and tracing.
 * Called on the calling thread, once for each attempt; must be thread-safe and quick. What it throws is logged and goes no
 * further.
 *
 * <p>{@link #started} and {@link #ended} of one attempt run on one thread with nothing of the same thread between them,
 * so a listener may keep a span in a thread-local.
 */
public interface CallListener {
    /**
     * An attempt is about to be sent; it has its turn and its token.
     *
     * @param call what is sent
     */
    default void started(CallInfo call) {}

    /**
     * An attempt is over.
     *
     * @param call what was sent
     * @param result what became of it
     */
    default void ended(CallInfo call, CallResult result) {}

    /**
     * A listener that does nothing.
     *
     * @return the same as no listener
     */
    static CallListener none() {
        return new CallListener() {};
    }
}
