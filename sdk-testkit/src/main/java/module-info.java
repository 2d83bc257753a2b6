/** The fake QuickBooks Online and the contract suites for hosts that write their own stores. */
module dev.tieout.testkit {
    requires static transitive org.jspecify;
    requires transitive dev.tieout.core;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires com.squareup.moshi;
    requires java.logging;
    requires mockwebserver3;
    requires okhttp3;
    requires okio;

    exports dev.tieout.testkit;
    exports dev.tieout.testkit.company;
    exports dev.tieout.testkit.contract;
    exports dev.tieout.testkit.exchange;
    exports dev.tieout.testkit.fault;
    exports dev.tieout.testkit.history;
    exports dev.tieout.testkit.junit;
    exports dev.tieout.testkit.oauth;
    exports dev.tieout.testkit.throttle;
    exports dev.tieout.testkit.webhook;
}
