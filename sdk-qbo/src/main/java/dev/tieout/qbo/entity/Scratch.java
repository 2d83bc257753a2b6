package dev.tieout.qbo.entity;

import java.util.Arrays;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The working memory of one pass over a JSON text: a stack of the members read so far, and the shapes met. Not
 * thread-safe; lives as long as the pass.
 */
final class Scratch {
    /** Shapes kept a type; a page of one kind of record shows a handful, and a miss only costs one allocation. */
    private static final int SHAPES = 64;

    private @Nullable Object[] values = new Object[128];
    private int[] keys = new int[128];
    private @Nullable String[] names = new String[128];
    private int top;
    private final IdentityHashMap<ObjectType<?>, @Nullable Shape[]> shapes = new IdentityHashMap<>();

    int mark() {
        return top;
    }

    void push(int key, @Nullable String unknown, @Nullable Object value) {
        if (top == keys.length) {
            values = Arrays.copyOf(values, top * 2);
            keys = Arrays.copyOf(keys, top * 2);
            names = Arrays.copyOf(names, top * 2);
        }
        keys[top] = key;
        names[top] = unknown;
        values[top] = value;
        top++;
    }

    /** The shape of what was pushed since the mark. */
    Shape shape(ObjectType<?> type, int mark) {
        boolean allKnown = true;
        int hash = top - mark;
        for (int i = mark; i < top; i++) {
            hash = hash * 31 + keys[i];
            allKnown &= keys[i] != Shape.UNKNOWN;
        }
        @Nullable Shape[] met = shapes.get(type);
        if (met == null) {
            met = new Shape[SHAPES];
            shapes.put(type, met);
        }
        int place = (hash ^ (hash >>> 16)) & (SHAPES - 1);
        Shape shape = met[place];
        if (shape == null || !shape.matches(keys, names, mark, top)) {
            shape = new Shape(
                    type, Arrays.copyOfRange(keys, mark, top), allKnown ? null : Arrays.copyOfRange(names, mark, top));
            met[place] = shape;
        }
        return shape;
    }

    /** Takes the values since the mark off the stack. */
    @Nullable
    Object[] pop(int mark) {
        @Nullable Object[] taken = Arrays.copyOfRange(values, mark, top);
        Arrays.fill(values, mark, top, null);
        top = mark;
        return taken;
    }
}
