package dev.tieout.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks what a caller gave: the message names what is missing, instead of a NullPointerException that names a variable. */
public final class Given {
    private Given() {}

    /**
     * Something that must be there.
     *
     * @param <T> its type
     * @param name what the caller calls it, as {@code invoice.date}
     * @param value what was given
     * @return the same
     * @throws IllegalArgumentException if it is null
     */
    public static <T> T value(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing: give one, not null");
        }
        return value;
    }

    /**
     * Some that must be there, perhaps none.
     *
     * @param <T> their type
     * @param name what the caller calls them
     * @param values what was given
     * @return an unmodifiable copy
     * @throws IllegalArgumentException if the list or one of its elements is null
     */
    public static <T> List<T> list(String name, @Nullable List<? extends @Nullable T> values) {
        if (values == null) {
            throw new IllegalArgumentException(name + " is missing: give an empty list for none, not null");
        }
        List<T> copy = new ArrayList<>();
        for (@Nullable T value : values) {
            copy.add(value(name + "[" + copy.size() + "]", value));
        }
        return List.copyOf(copy);
    }

    /**
     * Texts by name, perhaps none; those that are blank count as none.
     *
     * @param name what the caller calls them
     * @param values what was given
     * @return an unmodifiable copy, in the order of the names
     * @throws IllegalArgumentException if the map or one of its names or values is null
     */
    public static SortedMap<String, String> map(String name, @Nullable Map<String, ? extends @Nullable String> values) {
        if (values == null) {
            throw new IllegalArgumentException(name + " is missing: give an empty map for none, not null");
        }
        SortedMap<String, String> copy = new TreeMap<>();
        values.forEach((key, text) -> {
            String given = value(name + "[" + value(name, key) + "]", text);
            if (!given.isBlank()) {
                copy.put(key, given);
            }
        });
        return Collections.unmodifiableSortedMap(copy);
    }
}
