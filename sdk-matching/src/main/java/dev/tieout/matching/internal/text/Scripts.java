package dev.tieout.matching.internal.text;

/** Cyrillic and Greek letters in Latin ones, as passports write them. Stateless. */
final class Scripts {
    private static final String[] CYRILLIC =
            "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" ");
    private static final String[] GREEK = "a v g d e z i th i k l m n x o p r s s t u f ch ps o".split(" ");

    private Scripts() {}

    /** A letter, or what it is written with in Latin letters; the letter itself if it is of another script. */
    static String latin(int cp) {
        int lower = Character.toLowerCase(cp);
        if (lower >= 0x430 && lower <= 0x44F) {
            return CYRILLIC[lower - 0x430];
        }
        if (lower >= 0x3B1 && lower <= 0x3C9) {
            return GREEK[lower - 0x3B1];
        }
        return switch (lower) {
            case 0x454 -> "ye";
            case 0x456 -> "i";
            case 0x458 -> "j";
            case 0x491 -> "g";
            case 0x452 -> "dj";
            case 0x45B -> "c";
            case 0x459 -> "lj";
            case 0x45A -> "nj";
            default -> Character.toString(cp);
        };
    }
}
