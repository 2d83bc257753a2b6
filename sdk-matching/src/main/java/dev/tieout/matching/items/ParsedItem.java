package dev.tieout.matching.items;

import dev.tieout.model.ServiceItem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One side's item, read once.
 *
 * @param name the words of the name
 * @param qualified the words of the name with its categories, or of the part behind the last colon; the same as
 *     {@code name} where there is no colon
 * @param category the words of what stands before the last colon, or {@code null}
 * @param code the code without blanks and punctuation, in lower case; empty if there is none
 */
record ParsedItem(
        ItemWords name, ItemWords qualified, @Nullable ItemWords category, String code) {

    static ParsedItem of(ServiceItem item) {
        int colon = item.name().lastIndexOf(':');
        ItemWords name = ItemWords.of(item.name());
        if (colon < 0) {
            return new ParsedItem(name, name, null, code(item.code()));
        }
        ItemWords behind = ItemWords.of(item.name().substring(colon + 1));
        ItemWords category = ItemWords.of(item.name().substring(0, colon));
        return new ParsedItem(behind, name, category, code(item.code()));
    }

    static ParsedItem of(ItemRecord record) {
        ItemWords name = ItemWords.of(lastPart(record.name()));
        String full = record.fullyQualifiedName();
        int colon = full.lastIndexOf(':');
        if (colon < 0) {
            return new ParsedItem(name, name, null, code(record.sku()));
        }
        return new ParsedItem(name, ItemWords.of(full), ItemWords.of(full.substring(0, colon)), code(record.sku()));
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    /** Letters and digits only; a code such as "N/A" or "-" is none. */
    private static String code(@Nullable String code) {
        if (code == null) {
            return "";
        }
        StringBuilder out = new StringBuilder(code.length());
        code.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(out::appendCodePoint);
        String plain = out.toString();
        return plain.equals("na") || plain.equals("none") || plain.equals("tbd") ? "" : plain;
    }
}
