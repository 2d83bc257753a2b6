/**
 * Pairs the app's clients and service items with QuickBooks customers and items: pure, deterministic, explained.
 *
 * @since 0.1
 */
module dev.tieout.matching {
    requires static transitive org.jspecify;
    requires transitive dev.tieout.core;

    exports dev.tieout.matching;
    exports dev.tieout.matching.items;
    exports dev.tieout.matching.names;
    exports dev.tieout.matching.search;
}
