package dev.tieout.matching.names;

import java.util.Random;

/** Text of the kinds that make name rules stumble: blanks, separators, suffixes, other scripts, broken pairs. */
final class AnyText {
    private static final String[] PIECES = {
        " ",
        "  ",
        "\t",
        "\n",
        ":",
        "\u00A0",
        "\u200B",
        "\u200D",
        "(deleted)",
        " (deleted)",
        "(deleted-1)",
        " (2)",
        "Smith",
        "smith",
        "ß",
        "ẞ",
        "İ",
        "ı",
        "ς",
        "Σ",
        "ﬁ",
        "e\u0301",
        "é",
        "Ｊ",
        "🎂",
        "\uD83C",
        "\uDF82",
        "'",
        "&",
        "x".repeat(60),
        "\u0345",
        "\u1E9E",
        "ŉ",
        "ᾳ",
        "\u2028",
        "\u0000"
    };

    private AnyText() {}

    static String next(Random random) {
        StringBuilder out = new StringBuilder();
        int pieces = 1 + random.nextInt(7);
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(5) == 0) {
                out.append((char) random.nextInt(0x10000));
            } else {
                out.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return out.toString();
    }
}
