package dev.tieout.examples.benchmarks.matching;

import dev.tieout.examples.benchmarks.matching.Bars.Best;

/**
 * Figures of matchers that need another language, or were measured with other settings than in this run: on the same
 * labelled practice and on sets of the same making, with the same last step. A star marks them in the table.
 */
final class Quoted {
    static final Best FUZZY_AT_999 = new Best("fuzzy-matcher*", 0.511);
    static final Best DUKE_FOUR_WAY = new Best("Duke*", 0.903);
    static final Best SPLINK_FEBRL = new Best("Splink*", 0.791);
    static final Best DUKE_FEBRL = new Best("Duke*", 0.859);
    static final Best FUZZY_FEBRL = new Best("fuzzy-matcher*", 0.988);
    static final Best FUZZY_FAKE = new Best("fuzzy-matcher*", 0.551);
    static final Best SPLINK_FAKE = new Best("Splink*", 0.411);
    static final Best DUKE_COMPANIES = new Best("Duke*", 0.648);
    static final Best SPLINK_CPU = new Best("Splink*", 87);
    static final Best NO_PEER = new Best("all", 0);

    private Quoted() {}
}
