/**
 * Everything of Tieout that talks to QuickBooks Online.
 *
 * @since 0.1
 */
module dev.tieout.qbo {
    requires static transitive org.jspecify;
    requires transitive dev.tieout.core;
    requires transitive dev.tieout.matching;
    requires transitive okhttp3;
    requires com.github.benmanes.caffeine;
    requires com.squareup.moshi;
    requires java.xml;
    requires okio;
    requires org.slf4j;

    exports dev.tieout.qbo;
    exports dev.tieout.qbo.api;
    exports dev.tieout.qbo.call;
    exports dev.tieout.qbo.connect;
    exports dev.tieout.qbo.entity;
    exports dev.tieout.qbo.fault;
    exports dev.tieout.qbo.setup;
    exports dev.tieout.qbo.sync;
    exports dev.tieout.qbo.webhook;
}
