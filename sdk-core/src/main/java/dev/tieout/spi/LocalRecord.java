package dev.tieout.spi;

/**
 * A record as the app holds it, with the version it has there. Immutable.
 *
 * @param record the record
 * @param version the app's own version of it, opaque to the library: it stays while the record stays, and is another one
 *     after each change, whoever made it. 1 to 200 characters
 * @param <T> the kind of record
 */
public record LocalRecord<T>(T record, String version) {
    public LocalRecord {
        LocalVersions.require(version);
    }

    /** Names the version, never the record. */
    @Override
    public String toString() {
        return "LocalRecord[version=" + version + "]";
    }
}
