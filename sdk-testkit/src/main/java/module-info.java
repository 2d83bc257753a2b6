/** The fake QuickBooks Online and the contract suites for hosts that write their own stores. */
module dev.tieout.testkit {
    requires com.squareup.moshi;
    requires okio;
    requires static transitive org.jspecify;
    requires transitive dev.tieout.core;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires java.logging;
    requires mockwebserver3;
    requires okhttp3;

    exports dev.tieout.testkit;
    exports dev.tieout.testkit.company;
    exports dev.tieout.testkit.contract;
    exports dev.tieout.testkit.exchange;
    exports dev.tieout.testkit.fault;
    exports dev.tieout.testkit.history;
    exports dev.tieout.testkit.throttle;
    exports dev.tieout.testkit.webhook;
}
