package dev.tieout.matching.internal.text;

import java.nio.charset.StandardCharsets;

/** A stretch of one-byte letters, read in place. Immutable. */
public final class Letters implements CharSequence {
    private final byte[] pool;
    private final int from;
    private final int to;

    public Letters(byte[] pool, int from, int to) {
        this.pool = pool;
        this.from = from;
        this.to = to;
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public char charAt(int index) {
        return (char) (pool[from + index] & 255);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return part(start, end);
    }

    public Letters part(int start, int end) {
        return new Letters(pool, from + start, from + end);
    }

    int indexOf(char c) {
        for (int i = 0; i < length(); i++) {
            if (charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    public int lastIndexOf(char c) {
        for (int i = length() - 1; i >= 0; i--) {
            if (charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    boolean sameAs(Letters other) {
        if (length() != other.length()) {
            return false;
        }
        for (int i = 0; i < length(); i++) {
            if (charAt(i) != other.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether both hold the same digits in the same order. */
    public boolean digitsAgree(Letters other) {
        int i = 0;
        int j = 0;
        while (true) {
            while (i < length() && !Character.isDigit(charAt(i))) {
                i++;
            }
            while (j < other.length() && !Character.isDigit(other.charAt(j))) {
                j++;
            }
            if (i == length() || j == other.length()) {
                return i == length() && j == other.length();
            }
            if (charAt(i++) != other.charAt(j++)) {
                return false;
            }
        }
    }

    @Override
    public String toString() {
        return new String(pool, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
