package dev.tieout.matching.internal.scoring;

import dev.tieout.matching.internal.index.Longs;
import dev.tieout.matching.internal.records.Side;
import dev.tieout.matching.internal.text.TextKeys;
import dev.tieout.matching.internal.text.WordTable;

/** The keys under which a record can be found: records that share none are never compared. Not thread-safe. */
public final class Blocks {
    private static final long NAME = 0x1;
    private static final long PERSON = 0x2;
    private static final long INITIAL = 0x3;
    private static final long NICKNAME = 0x4;
    private static final long ADDRESS = 0x5;
    private static final long HOUSE = 0x6;
    private static final long PAIR = 0x7;
    private static final long HALF = 0x8;
    private static final long RARE = 0x9;
    private static final long EMAIL = 0xA;
    private static final long PHONE = 0xB;
    private static final long STREET_ZIP = 0xC;
    private static final long LOCAL = 0xD;
    private static final long DOMAIN = 0xE;
    private static final long DISPLAY = 0xF;
    private static final long GIVEN_HOUSE = 0x10;

    private final Statistics stats;
    private final WordTable words;
    public final Longs keys = new Longs(64);
    /** How many of the keys, from the first, are of e-mail addresses. */
    public int emails;

    private int first;
    private int second;
    private int third;

    public Blocks(Statistics stats) {
        this.stats = stats;
        this.words = stats.words;
    }

    /** Fills {@link #keys} with those that records of one entity nearly always share, e-mail addresses first. */
    public Longs strong(Side s, int row) {
        int p = s.at(row);
        keys.size = 0;
        for (int k = 0; k < s.emails(p); k++) {
            keys.add(key(EMAIL, s.emailHash(s.email(p, k)), 0));
        }
        for (int k = 0; k < s.phones(p); k++) {
            keys.add(key(PHONE, s.phoneValue(s.phone(p, k)), 0));
        }
        emails = s.emails(p);
        keys.add(key(DISPLAY, s.displayKey(p), 0));
        int reading = p;
        for (int r = s.readings(p); r > 0; r--) {
            strongNames(s, reading);
            reading = s.nextReading(reading);
        }
        address(s, p);
        return keys;
    }

    private void strongNames(Side s, int p) {
        boolean personal = s.personal(p);
        int view = s.firstView(p);
        for (int v = 0; v < s.views(p); v++) {
            keys.add(name(s.viewKey(view)));
            if (!personal) {
                rarest(s, view);
                if (second >= 0) {
                    pair(first, second);
                }
            }
            view = s.nextView(view);
        }
        for (int k = 0; personal && k < s.persons(p); k++) {
            int given = s.cells[s.person(p, k)];
            int surname = s.cells[s.person(p, k) + 2];
            if (given >= 0 && surname >= 0) {
                keys.add(person(given, surname));
            }
        }
    }

    /** Fills {@link #keys} with those that survive a typing error, a nickname, a word more or less. */
    public Longs weak(Side s, int row) {
        int p = s.at(row);
        keys.size = 0;
        emails = 0;
        int reading = p;
        for (int r = s.readings(p); r > 0; r--) {
            weakNames(s, p, reading);
            reading = s.nextReading(reading);
        }
        for (int k = 0; k < s.emails(p); k++) {
            keys.add(key(LOCAL, s.localHash(s.email(p, k)), 0));
            keys.add(key(DOMAIN, s.domainHash(s.email(p, k)), 0));
        }
        if (s.street(p) >= 0 && s.zip(p) >= 0) {
            keys.add(key(STREET_ZIP, s.street(p), s.zip(p)));
        }
        return keys;
    }

    private void weakNames(Side s, int record, int p) {
        boolean personal = s.personal(p);
        int view = s.firstView(p);
        for (int v = 0; !personal && v < s.views(p); v++) {
            rarest(s, view);
            if (first >= 0) {
                keys.add(key(RARE, first, 0));
            }
            if (second >= 0) {
                keys.add(key(RARE, second, 0));
            }
            if (third >= 0) {
                pair(first, third);
                pair(second, third);
            }
            view = s.nextView(view);
        }
        for (int k = 0; k < s.persons(p); k++) {
            person(s, personal, s.person(p, k));
            if (personal) {
                nameAtAddress(s, record, s.person(p, k));
            }
        }
    }

    private void rarest(Side s, int view) {
        first = -1;
        second = -1;
        third = -1;
        int from = s.firstWord(view);
        for (int i = from; i < from + s.words(view); i++) {
            int w = s.cells[i];
            if (rarer(w, first)) {
                third = second;
                second = first;
                first = w;
            } else if (rarer(w, second)) {
                third = second;
                second = w;
            } else if (rarer(w, third)) {
                third = w;
            }
        }
    }

    private void pair(int a, int b) {
        keys.add(key(PAIR, Math.min(a, b), Math.max(a, b)));
    }

    private boolean rarer(int w, int than) {
        if (than < 0) {
            return true;
        }
        int c = stats.nameCount(w);
        int d = stats.nameCount(than);
        return c < d || (c == d && words.before(w, than));
    }

    private void person(Side s, boolean personal, int person) {
        int g = s.cells[person];
        int s1 = s.cells[person + 2];
        int s2 = s.cells[person + 3];
        if (g < 0) {
            return;
        }
        if (s1 >= 0) {
            keys.add(person(g, s1));
        }
        if (s2 >= 0) {
            keys.add(person(g, s2));
        }
        if (!personal) {
            return;
        }
        if (s1 >= 0) {
            halves(g, s1);
            keys.add(person(s1, g));
            keys.add(key(INITIAL, words.charAt(g, 0), s1));
            for (int group : words.nicknames(g)) {
                keys.add(key(NICKNAME, group, s1));
            }
        }
    }

    /** Where a person lives, beside one of the names: what is left when the other is wrong or missing. */
    private void nameAtAddress(Side s, int p, int person) {
        for (int k = 0; k <= 2; k += 2) {
            int name = s.cells[person + k];
            nameAt(1, name, s.street(p));
            nameAt(3, name, s.city(p));
            nameAt(4, name, s.zip(p));
        }
    }

    private void nameAt(int part, int name, int place) {
        if (name >= 0 && place >= 0) {
            keys.add(key(GIVEN_HOUSE + part, name, place));
        }
    }

    /** The first and the last letters of the surname beside the given name: one typing error leaves one of them whole. */
    private void halves(int g, int s1) {
        int n = words.length(s1);
        if (n < 4) {
            return;
        }
        long head = 0;
        long tail = 0;
        for (int i = 0; i < 3; i++) {
            head = head << 16 | words.charAt(s1, i);
            tail = tail << 16 | words.charAt(s1, n - 1 - i);
        }
        keys.add(key(HALF, g, head));
        keys.add(key(HALF, g, -tail));
    }

    private void address(Side s, int p) {
        int number = s.number(p);
        int street = s.street(p);
        int zip = s.zip(p);
        if (number < 0) {
            return;
        }
        if (street >= 0) {
            keys.add(key(ADDRESS, number, street));
        }
        if (zip >= 0) {
            keys.add(key(HOUSE, number, zip));
        }
    }

    /** The key of a person's name, which all records of persons have who bear it. */
    static long person(long given, long surname) {
        return key(PERSON, given, surname);
    }

    /** The key of the words of a name. */
    static long name(long viewKey) {
        return key(NAME, viewKey, 0);
    }

    private static long key(long kind, long a, long b) {
        return TextKeys.mix(TextKeys.mix(a + kind * 0x9e3779b97f4a7c15L) + b * 0xc2b2ae3d27d4eb4fL);
    }
}
