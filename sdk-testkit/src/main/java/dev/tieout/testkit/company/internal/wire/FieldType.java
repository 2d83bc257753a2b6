package dev.tieout.testkit.company.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a field may hold.
 *
 * @param name the field's name in JSON
 * @param kind the kind of its value, or of its items
 * @param type the nested type if {@code kind} is {@link Kind#OBJECT}, the allowed words in {@code words} otherwise
 * @param words the words of an enumeration, empty otherwise
 * @param list whether the value is a list
 * @param longest the longest text, 0 if there is no limit
 * @param readOnly whether what clients send is ignored
 * @param filterable whether queries filter by it
 * @param sortable whether queries sort by it
 */
public record FieldType(
        String name,
        Kind kind,
        @Nullable String type,
        List<String> words,
        boolean list,
        int longest,
        boolean readOnly,
        boolean filterable,
        boolean sortable) {

    /** The kinds of values. */
    public enum Kind {
        /** Any text. */
        TEXT,
        /** A whole number. */
        WHOLE,
        /** A number printed without trailing zeros. */
        DECIMAL,
        /** A number printed with two decimals, zero as {@code 0} (QuickBooks fact E2.6). */
        MONEY,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A date. */
        DATE,
        /** A moment. */
        TIME,
        /** One of the words of an enumeration. */
        WORD,
        /** A reference {@code {value, name, type}}. */
        REFERENCE,
        /** An object of a known type. */
        OBJECT,
        /** Anything: not looked into. */
        ANY
    }

    /** Whether the value is a single scalar. */
    public boolean scalar() {
        return !list && kind != Kind.REFERENCE && kind != Kind.OBJECT && kind != Kind.ANY;
    }
}
