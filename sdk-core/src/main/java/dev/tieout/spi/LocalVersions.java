package dev.tieout.spi;

/** The bounds of a version that the app gives its record. */
final class LocalVersions {
    private static final int LONGEST = 200;

    private LocalVersions() {}

    static void require(String version) {
        if (version.isEmpty() || version.length() > LONGEST) {
            throw new IllegalArgumentException("a record's version must have 1 to " + LONGEST + " characters");
        }
    }
}
