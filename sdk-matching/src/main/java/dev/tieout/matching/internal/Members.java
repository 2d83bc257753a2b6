package dev.tieout.matching.internal;

/** Knows whether the other member of a household has a record of its own. Immutable once built. */
final class Members {
    private final WordTable words;
    private final LongIndex singles;

    Members(WordTable words, Side a, Side b) {
        this.words = words;
        Longs keys = new Longs(a.n + b.n);
        Ints rows = new Ints(a.n + b.n);
        collect(a, keys, rows, 0);
        collect(b, keys, rows, a.n);
        singles = new LongIndex(keys, rows);
    }

    private void collect(Side s, Longs keys, Ints rows, int base) {
        for (int r = 0; r < s.n; r++) {
            if (s.kindOf(r) != NameReader.PERSON) {
                continue;
            }
            int p = s.personStart[r] * 5;
            if (s.personStart[r] == s.personStart[r + 1] || s.persons[p] < 0 || s.persons[p + 2] < 0) {
                continue;
            }
            for (int e = s.emailStart[r]; e < s.emailStart[r + 1]; e++) {
                keys.add(key(s.persons[p], s.persons[p + 2], s.emails[e]));
                rows.add(base + r);
            }
            for (int e = s.phoneStart[r]; e < s.phoneStart[r + 1]; e++) {
                keys.add(key(s.persons[p], s.persons[p + 2], s.phones[e]));
                rows.add(base + r);
            }
        }
    }

    private long key(int given, int surname, long tie) {
        return TextKeys.mix(words.hash(given) * 3 + words.hash(surname)) ^ TextKeys.mix(tie);
    }

    /** A household and one of its members: the same client, unless the other member stands alone somewhere near. */
    boolean mayStand(Side a, int i, Side b, int j, Score out) {
        if (out.level[Score.EMAIL] > Score.SHARED
                && out.level[Score.PHONE] > Score.SHARED
                && out.level[Score.ADDRESS] > Score.SAME) {
            return false;
        }
        boolean householdA = a.kindOf(i) == NameReader.HOUSEHOLD;
        return householdA ? !otherStandsAlone(a, i, b, j) : !otherStandsAlone(b, j, a, i);
    }

    private boolean otherStandsAlone(Side h, int row, Side s, int single) {
        int sp = s.personStart[single] * 5;
        for (int p = h.personStart[row] * 5; p < h.personStart[row + 1] * 5; p += 5) {
            boolean sameGiven = h.persons[p] == s.persons[sp];
            if (sameGiven || h.persons[p] < 0 || h.persons[p + 2] < 0 || h.persons[p + 4] < 256) {
                continue;
            }
            if (alone(h, row, h.persons[p], h.persons[p + 2]) || alone(s, single, h.persons[p], h.persons[p + 2])) {
                return true;
            }
        }
        return false;
    }

    private boolean alone(Side s, int row, int given, int surname) {
        for (int e = s.emailStart[row]; e < s.emailStart[row + 1]; e++) {
            if (singles.find(key(given, surname, s.emails[e])) >= 0) {
                return true;
            }
        }
        for (int e = s.phoneStart[row]; e < s.phoneStart[row + 1]; e++) {
            if (singles.find(key(given, surname, s.phones[e])) >= 0) {
                return true;
            }
        }
        return false;
    }
}
