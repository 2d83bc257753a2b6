package dev.tieout.matching.items;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the names of a list begin with a code: "TX101 - Tax Return". The list tells, for most of its names begin so and
 * each code stands once; of a single name only its own code field can. Immutable.
 */
final class ItemCodes {
    private static final Pattern IN_FRONT = Pattern.compile(
            "^[#(\\[]?([A-Za-z]{0,6}[-.]?\\d{1,6}(?:[-.]\\d{1,4})?[A-Za-z]?|[A-Z]{2,5}-[A-Z0-9]{1,6})[)\\]]?\\s*[-–:.|]?\\s+(?=\\S)");

    private static final int FEW = 5;

    private final boolean habit;

    private ItemCodes(boolean habit) {
        this.habit = habit;
    }

    static ItemCodes of(List<String> names) {
        int coded = 0;
        Set<String> codes = new HashSet<>();
        for (String name : names) {
            Matcher front = IN_FRONT.matcher(lastPart(name));
            if (front.find()) {
                coded++;
                codes.add(ParsedItem.code(front.group(1)));
            }
        }
        return new ItemCodes(coded >= FEW && coded * 10L >= names.size() * 7L && codes.size() * 20L >= coded * 19L);
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf(':') + 1).strip();
    }

    /** The code that a name begins with, empty if it is none. */
    String inFront(String name, String ownCode) {
        Matcher front = IN_FRONT.matcher(name.strip());
        if (!front.find()) {
            return "";
        }
        boolean own = !ownCode.isEmpty() && ParsedItem.code(front.group(1)).equals(ownCode);
        return own || habit ? front.group(1) : "";
    }

    String without(String name) {
        return IN_FRONT.matcher(name.strip()).replaceFirst("");
    }
}
