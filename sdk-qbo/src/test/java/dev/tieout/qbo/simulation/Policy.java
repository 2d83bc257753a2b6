package dev.tieout.qbo.simulation;

/** Who wins where both sides changed, in the simulation's own word. */
enum Policy {
    APP,
    QUICKBOOKS,
    ASK
}
