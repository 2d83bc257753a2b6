/** Everything of Tieout that talks to QuickBooks Online. */
module dev.tieout.qbo {
    requires transitive dev.tieout.core;
    requires com.squareup.moshi;
    requires okio;
    requires static transitive org.jspecify;

    exports dev.tieout.qbo.entity;
}
