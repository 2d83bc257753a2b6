/**
 * The fake QuickBooks Online and the contract suites for hosts that write their own stores.
 *
 * @since 0.1
 */
module dev.tieout.testkit {
    // Not at run time: the fake alone needs neither, and a test module requires its own.
    requires static transitive org.assertj.core;
    requires static transitive org.jspecify;
    requires static transitive org.junit.jupiter.api;
    requires transitive dev.tieout.core;
    requires com.squareup.moshi;
    requires java.logging;
    requires java.xml;
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

    // The suites' methods are not public.
    opens dev.tieout.testkit.contract to
            org.junit.platform.commons;
}
