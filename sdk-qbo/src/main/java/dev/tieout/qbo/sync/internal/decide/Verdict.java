package dev.tieout.qbo.sync.internal.decide;

/** What becomes of one member of a record. */
public enum Verdict {
    /** Both sides hold the same. */
    AGREED,
    /** They differ as they did when that was settled; nothing to say. */
    LEFT,
    /** They differ, and a person or the policy accepted it. */
    ACCEPTED,
    /** They differ, and a switch keeps the change from travelling. */
    SWITCHED_OFF,
    /** The policy, or a person, accepts what QuickBooks has. */
    ACCEPT_BY_POLICY,
    ACCEPT_BY_PERSON,
    /** The app's value is written. */
    WRITE,
    /** QuickBooks' value is taken into the app. */
    TAKE_IN,
    /** A person is told, and decides. */
    TELL,
    /** QuickBooks was sent the app's value and kept another. */
    NOT_KEPT
}
