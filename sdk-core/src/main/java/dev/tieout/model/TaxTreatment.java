package dev.tieout.model;

/** How the amounts of an invoice stand to tax, where companies tax by codes: outside the United States. */
public enum TaxTreatment {
    /** The amounts are without tax; it is added. */
    EXCLUSIVE,
    /** The amounts have the tax in them. */
    INCLUSIVE,
    /** The invoice is outside of all tax. */
    NONE
}
