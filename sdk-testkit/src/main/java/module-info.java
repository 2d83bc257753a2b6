/** The fake QuickBooks Online and the contract suites for hosts that write their own stores. */
module dev.tieout.testkit {
    requires static transitive org.jspecify;

    exports dev.tieout.testkit.company;
    exports dev.tieout.testkit.exchange;
}
