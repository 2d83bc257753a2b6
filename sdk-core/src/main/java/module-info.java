/**
 * Values, the storage SPIs and the ready stores of Tieout. No HTTP, no JSON library.
 *
 * @since 0.1
 */
module dev.tieout.core {
    requires static transitive org.jspecify;
    requires transitive java.sql;

    exports dev.tieout;
    exports dev.tieout.internal to
            dev.tieout.qbo;
    exports dev.tieout.model;
    exports dev.tieout.spi;
    exports dev.tieout.store;
    exports dev.tieout.store.jdbc;
    exports dev.tieout.sync;
}
