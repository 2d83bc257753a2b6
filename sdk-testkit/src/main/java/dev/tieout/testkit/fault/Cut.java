package dev.tieout.testkit.fault;

/** What happens to the connection instead of, or in the middle of, an answer. */
public enum Cut {
    /** Nothing: the whole answer arrives. */
    NONE,
    /** The connection is closed in order before the first byte of the answer. */
    CLOSE,
    /** The connection is reset before the first byte of the answer. */
    RESET,
    /** The headers and half of the body arrive, then the connection is closed. */
    MID_BODY,
    /** Nothing arrives and the connection stays open, until the client gives up. */
    STALL
}
