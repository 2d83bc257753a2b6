package dev.tieout.qbo.connect;

/** What to do if the user chose another company than the one the firm was connected to. */
public enum OtherCompany {
    /** Change nothing and say so: the links of the records are those of the first company. */
    REFUSE,
    /** Connect to the new company; links of the first are kept under its id, and are not used. */
    SWITCH
}
