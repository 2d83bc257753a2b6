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
            int p = s.at(r);
            if (s.kindOf(p) != NameReader.PERSON || s.persons(p) == 0) {
                continue;
            }
            int given = s.cells[s.person(p, 0)];
            int surname = s.cells[s.person(p, 0) + 2];
            if (given < 0 || surname < 0) {
                continue;
            }
            for (int k = 0; k < s.emails(p); k++) {
                keys.add(key(given, surname, s.emailHash(s.email(p, k))));
                rows.add(base + r);
            }
            for (int k = 0; k < s.phones(p); k++) {
                keys.add(key(given, surname, s.phoneValue(s.phone(p, k))));
                rows.add(base + r);
            }
        }
    }

    private long key(int given, int surname, long tie) {
        return TextKeys.mix(words.hash(given) * 3 + words.hash(surname)) ^ TextKeys.mix(tie);
    }

    /** A household and one of its members: the same client, unless the other member stands alone somewhere near. */
    boolean mayStand(Side a, int p, Side b, int q, Score out) {
        if (out.level[Score.EMAIL] > Score.SHARED
                && out.level[Score.PHONE] > Score.SHARED
                && out.level[Score.ADDRESS] > Score.SAME) {
            return false;
        }
        boolean householdA = a.kindOf(p) == NameReader.HOUSEHOLD;
        return householdA ? !otherStandsAlone(a, p, b, q) : !otherStandsAlone(b, q, a, p);
    }

    private boolean otherStandsAlone(Side h, int household, Side s, int single) {
        int known = s.cells[s.person(single, 0)];
        for (int k = 0; k < h.persons(household); k++) {
            int person = h.person(household, k);
            int given = h.cells[person];
            int surname = h.cells[person + 2];
            if (given == known || given < 0 || surname < 0 || !h.main(person)) {
                continue;
            }
            if (alone(h, household, given, surname) || alone(s, single, given, surname)) {
                return true;
            }
        }
        return false;
    }

    private boolean alone(Side s, int p, int given, int surname) {
        for (int k = 0; k < s.emails(p); k++) {
            if (singles.find(key(given, surname, s.emailHash(s.email(p, k)))) >= 0) {
                return true;
            }
        }
        for (int k = 0; k < s.phones(p); k++) {
            if (singles.find(key(given, surname, s.phoneValue(s.phone(p, k)))) >= 0) {
                return true;
            }
        }
        return false;
    }
}
