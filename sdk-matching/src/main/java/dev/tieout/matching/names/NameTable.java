package dev.tieout.matching.names;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names by collision key and by id: one byte array for the text, int columns for two chained hash tables. A million
 * names take about 100 MB. Not thread-safe.
 */
final class NameTable {
    private static final int NONE = -1;
    private static final int FIRST_CAPACITY = 64;
    private static final int INACTIVE = 8;

    private final Chains byKey = new Chains(FIRST_CAPACITY);
    private final Chains byId = new Chains(FIRST_CAPACITY);
    private int[] offsets = new int[FIRST_CAPACITY];
    private byte[] text = new byte[FIRST_CAPACITY * 32];
    private int textEnd;
    private int textGarbage;
    private int rows;
    private int freeRow = NONE;
    private int size;

    int size() {
        return size;
    }

    void put(NameUse use) {
        remove(use.owner(), use.id());
        int row = newRow();
        offsets[row] = append(use);
        byKey.link(row, CollisionKey.of(use.name()).hashCode());
        byId.link(row, idHash(use.owner(), use.id()));
        size++;
    }

    boolean remove(NameUse.Owner owner, String id) {
        for (int row = byId.first(idHash(owner, id)); row != NONE; row = byId.next(row)) {
            if (owner(row) == owner && id(row).equals(id)) {
                byKey.unlink(row);
                byId.unlink(row);
                textGarbage += recordLength(offsets[row]);
                offsets[row] = freeRow;
                freeRow = row;
                size--;
                compactIfHalfEmpty();
                return true;
            }
        }
        return false;
    }

    boolean contains(String key) {
        for (int row = byKey.first(key.hashCode()); row != NONE; row = byKey.next(row)) {
            if (byKey.hash(row) == key.hashCode() && CollisionKey.of(name(row)).equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** The first bearer by activity, then kind of owner, then id. */
    @Nullable
    NameUse find(String key) {
        NameUse best = null;
        for (int row = byKey.first(key.hashCode()); row != NONE; row = byKey.next(row)) {
            if (byKey.hash(row) == key.hashCode() && mayPrecede(row, best)) {
                NameUse use = new NameUse(owner(row), id(row), name(row), active(row));
                if (CollisionKey.of(use.name()).equals(key) && (best == null || precedes(use, best))) {
                    best = use;
                }
            }
        }
        return best;
    }

    private boolean mayPrecede(int row, @Nullable NameUse best) {
        return best == null || rank(active(row), owner(row)) <= rank(best.active(), best.owner());
    }

    private static boolean precedes(NameUse a, NameUse b) {
        int difference = rank(a.active(), a.owner()) - rank(b.active(), b.owner());
        if (difference == 0) {
            difference = a.id().length() - b.id().length();
        }
        return difference == 0 ? a.id().compareTo(b.id()) < 0 : difference < 0;
    }

    private static int rank(boolean active, NameUse.Owner owner) {
        return (active ? 0 : INACTIVE) + owner.rank();
    }

    private static int idHash(NameUse.Owner owner, String id) {
        return id.hashCode() * 31 + owner.rank();
    }

    private int newRow() {
        if (freeRow != NONE) {
            int row = freeRow;
            freeRow = offsets[row];
            return row;
        }
        if (rows == offsets.length) {
            int capacity = offsets.length + (offsets.length >> 1);
            offsets = Arrays.copyOf(offsets, capacity);
            byKey.grow(capacity, rows);
            byId.grow(capacity, rows);
        }
        return rows++;
    }

    /** Layout: flags, length of the id (2 bytes), length of the name (2 bytes), id, name. */
    private int append(NameUse use) {
        byte[] id = bytes(use.id());
        byte[] name = bytes(use.name());
        int length = 5 + id.length + name.length;
        if (text.length - textEnd < length) {
            text = Arrays.copyOf(text, Math.addExact(text.length, Math.max(length, text.length >> 1)));
        }
        int at = textEnd;
        text[at] = (byte) (use.owner().rank() << 1 | (use.active() ? 1 : 0));
        putShort(at + 1, id.length);
        putShort(at + 3, name.length);
        System.arraycopy(id, 0, text, at + 5, id.length);
        System.arraycopy(name, 0, text, at + 5 + id.length, name.length);
        textEnd += length;
        return at;
    }

    private static byte[] bytes(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > 0xFFFF) {
            throw new IllegalArgumentException(
                    "a name or id of " + value.length() + " characters is longer than any QuickBooks field");
        }
        return utf8;
    }

    private void putShort(int at, int value) {
        text[at] = (byte) (value >> 8);
        text[at + 1] = (byte) value;
    }

    private int getShort(int at) {
        return (text[at] & 0xFF) << 8 | (text[at + 1] & 0xFF);
    }

    private int recordLength(int at) {
        return 5 + getShort(at + 1) + getShort(at + 3);
    }

    private NameUse.Owner owner(int row) {
        return NameUse.Owner.ofRank(text[offsets[row]] >> 1);
    }

    private boolean active(int row) {
        return (text[offsets[row]] & 1) == 1;
    }

    private String id(int row) {
        int at = offsets[row];
        return new String(text, at + 5, getShort(at + 1), StandardCharsets.UTF_8);
    }

    private String name(int row) {
        int at = offsets[row];
        return new String(text, at + 5 + getShort(at + 1), getShort(at + 3), StandardCharsets.UTF_8);
    }

    private void compactIfHalfEmpty() {
        if (textGarbage < 4096 || textGarbage < textEnd / 2) {
            return;
        }
        boolean[] free = new boolean[rows];
        for (int row = freeRow; row != NONE; row = offsets[row]) {
            free[row] = true;
        }
        byte[] kept = new byte[Math.max(4096, (textEnd - textGarbage) + (textEnd - textGarbage) / 4)];
        int end = 0;
        for (int row = 0; row < rows; row++) {
            if (!free[row]) {
                int length = recordLength(offsets[row]);
                System.arraycopy(text, offsets[row], kept, end, length);
                offsets[row] = end;
                end += length;
            }
        }
        text = kept;
        textEnd = end;
        textGarbage = 0;
    }
}
