package dev.tieout.spi;

/**
 * A record of the app, and the app's own version of it. Immutable.
 *
 * @param <T> the record
 * @param record the record
 * @param version any text that changes whenever the record changes: a version column, a time, a digest
 */
public record LocalRecord<T>(T record, String version) {
    /** Shows the version, never the record. */
    @Override
    public String toString() {
        return "LocalRecord[version=" + version + "]";
    }
}
