/** Values, the storage SPIs and the ready stores of Tieout. No HTTP, no JSON library. */
module dev.tieout.core {
    requires static transitive org.jspecify;

    exports dev.tieout;
    exports dev.tieout.internal to
            dev.tieout.qbo;
    exports dev.tieout.model;
    exports dev.tieout.spi;
    exports dev.tieout.store;
    exports dev.tieout.sync;
}
