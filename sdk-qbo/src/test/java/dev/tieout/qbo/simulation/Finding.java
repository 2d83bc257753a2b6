package dev.tieout.qbo.simulation;

/**
 * A demand that does not hold.
 *
 * @param kind which demand, one word
 * @param record the record, or what else it is about
 * @param text what was found
 */
record Finding(String kind, String record, String text) {
    @Override
    public String toString() {
        return kind + " " + record + ": " + text;
    }
}
