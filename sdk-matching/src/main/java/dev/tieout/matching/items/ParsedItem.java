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

    /** @param codes which names of the list begin with a code */
    static ParsedItem of(ServiceItem item, ItemCodes codes) {
        return of(item.name(), item.name(), item.code(), codes);
    }

    static ParsedItem of(ItemRecord record, ItemCodes codes) {
        return of(lastPart(record.name()), record.fullyQualifiedName(), record.sku(), codes);
    }

    private static ParsedItem of(String plain, String full, @Nullable String codeField, ItemCodes codes) {
        int colon = full.lastIndexOf(':');
        String last = colon < 0 ? plain : lastPart(plain);
        String code = code(codeField);
        String inName = codes.inFront(last, code);
        String rest = inName.isEmpty() ? last : codes.without(last);
        String known = code.isEmpty() ? code(inName) : code;
        ItemWords name = ItemWords.of(rest);
        if (colon < 0) {
            return new ParsedItem(name, name, null, known);
        }
        String category = full.substring(0, colon);
        return new ParsedItem(name, ItemWords.of(category + ":" + rest), ItemWords.of(category), known);
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    /** Letters and digits only; a code such as "N/A" or "-" is none. */
    static String code(@Nullable String code) {
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
