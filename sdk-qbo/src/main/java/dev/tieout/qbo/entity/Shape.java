package dev.tieout.qbo.entity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which members an object has, in the order they came. Records of one page mostly look alike and share their shape, so
 * keeping the order, the unknown names and the difference between absent and null costs a record nothing. Immutable.
 */
final class Shape {
    /** The key of a member that the schema lacks. */
    static final int UNKNOWN = -1;

    final ObjectType<?> type;
    private final int[] keys;
    /** The names of unknown members, at their places; {@code null} where there are none. */
    private final @Nullable String @Nullable [] names;
    /** By schema index: where the value lies, plus one; zero where the member is absent. */
    private final int[] slots;

    Shape(ObjectType<?> type, int[] keys, @Nullable String @Nullable [] names) {
        this.type = type;
        this.keys = keys;
        this.names = names;
        this.slots = new int[type.members.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != UNKNOWN) {
                slots[keys[i]] = i + 1;
            }
        }
    }

    int size() {
        return keys.length;
    }

    /** The schema index of the member at a slot, or {@link #UNKNOWN}. */
    int key(int slot) {
        return keys[slot];
    }

    /** Where the value of a schema member lies, or -1. */
    int slot(int index) {
        return slots[index] - 1;
    }

    /** Where the value of a member lies, or -1. */
    int slot(String name) {
        int index = type.index(name);
        if (index != UNKNOWN) {
            return slot(index);
        }
        if (names != null) {
            for (int i = names.length - 1; i >= 0; i--) {
                if (name.equals(names[i])) {
                    return i;
                }
            }
        }
        return -1;
    }

    String name(int slot) {
        String unknown = names == null ? null : names[slot];
        return unknown == null ? type.members[keys[slot]].name : unknown;
    }

    /** Whether this is the shape of the members that lie in the two stacks from one place to another. */
    boolean matches(int[] stackKeys, @Nullable String[] stackNames, int from, int to) {
        if (!Arrays.equals(keys, 0, keys.length, stackKeys, from, to)) {
            return false;
        }
        return names == null || Arrays.equals(names, 0, names.length, stackNames, from, to);
    }
}
