package dev.tieout.matching.internal.scoring;

import dev.tieout.matching.internal.records.Side;
import dev.tieout.matching.internal.text.Letters;
import dev.tieout.matching.internal.text.Placeholders;
import dev.tieout.matching.internal.text.TextKeys;
import dev.tieout.matching.internal.text.WordTable;
import dev.tieout.matching.internal.text.Words;

/** Weighs e-mail, phone and address. Not thread-safe. */
final class ContactScorer {
    /** What relatives share tells no more than this, however rare the place. */
    private static final double RELATIVES_SHARE = 9;

    /** Few move house between two lists. */
    private static final double ELSEWHERE = -3.5;

    /** Relatives seldom have one given name. */
    private static final double ONE_PERSONS = 13;

    /** A given name with a typing error may be a relative's after all. */
    private static final double ALMOST_ONE_PERSONS = 11;

    private final Statistics stats;
    private final WordTable words;
    private final Shares shares;

    /** Whether the last pair's addresses are one house, the street written with a slip at most. */
    boolean oneHouse;

    /** Whether no flat, suite or office tells the addresses apart. */
    boolean oneUnit;

    ContactScorer(Statistics stats, Shares shares) {
        this.stats = stats;
        this.words = stats.words;
        this.shares = shares;
    }

    void score(Side a, int p, Side b, int q, int given, Score out) {
        email(a, p, b, q, out);
        phone(a, p, b, q, out);
        address(a, p, b, q, given, out);
    }

    private void email(Side a, int p, Side b, int q, Score out) {
        int na = a.emails(p);
        int nb = b.emails(q);
        if (na == 0 || nb == 0) {
            return;
        }
        int sharedBy = Integer.MAX_VALUE;
        int near = 0;
        for (int x = 0; x < na; x++) {
            for (int y = 0; y < nb; y++) {
                long hash = a.emailHash(a.email(p, x));
                if (hash == b.emailHash(b.email(q, y))) {
                    sharedBy = Math.min(sharedBy, shares.email(hash));
                } else if (near < 2) {
                    near = Math.max(near, near(a, a.email(p, x), b, b.email(q, y)));
                }
            }
        }
        if (sharedBy < Integer.MAX_VALUE) {
            int level = sharedBy == 1 ? Score.SAME : Score.SHARED;
            out.set(Score.EMAIL, level, sharedBy > Shares.TOO_MANY ? 0 : 8 - 1.3 * Math.log(sharedBy));
        } else if (near > 0) {
            out.set(Score.EMAIL, near == 2 ? Score.NEAR : Score.PART, near == 2 ? 4.5 : -0.5);
        } else {
            out.set(Score.EMAIL, Score.DIFFERENT, -1.8);
        }
    }

    /** 2: one typing error; 1: the same name part at another provider; 0: different. */
    private static int near(Side a, int x, Side b, int y) {
        boolean sameLocal = a.localHash(x) == b.localHash(y);
        boolean sameDomain = a.domainHash(x) == b.domainHash(y);
        if (!sameLocal && !nearLocal(a, x, b, y)) {
            return 0;
        }
        if (sameDomain || domainTypo(a.domain(x), b.domain(y))) {
            return 2;
        }
        return sameLocal && !Placeholders.isRole(a.local(x).toString()) ? 1 : 0;
    }

    private static boolean nearLocal(Side a, int x, Side b, int y) {
        int la = a.localLength(x);
        int lb = b.localLength(y);
        if (Math.min(la, lb) < 4 || Math.abs(la - lb) > 1 || Integer.bitCount(a.letters(x) ^ b.letters(y)) > 2) {
            return false;
        }
        Letters one = a.local(x);
        Letters two = b.local(y);
        return la >= 5 && one.digitsAgree(two) && TextKeys.withinOneEdit(one, two);
    }

    private static boolean domainTypo(Letters a, Letters b) {
        if (TextKeys.withinOneEdit(a, b)) {
            return true;
        }
        int da = a.lastIndexOf('.');
        int db = b.lastIndexOf('.');
        return da > 2
                && db > 2
                && TextKeys.withinOneEdit(a.part(0, da), b.part(0, db))
                && TextKeys.withinOneEdit(a.part(da, a.length()), b.part(db, b.length()));
    }

    private void phone(Side a, int p, Side b, int q, Score out) {
        boolean any = false;
        boolean near = false;
        for (int x = 0; x < a.phones(p); x++) {
            for (int y = 0; y < b.phones(q); y++) {
                any = true;
                long one = a.phoneValue(a.phone(p, x));
                long two = b.phoneValue(b.phone(q, y));
                if (one == two) {
                    int by = shares.phone(one);
                    out.set(
                            Score.PHONE,
                            by == 1 ? Score.SAME : Score.SHARED,
                            by > Shares.TOO_MANY ? 0 : 6 - Math.log(by));
                    return;
                }
                near |= differingDigits(one, two) == 1;
            }
        }
        if (any) {
            out.set(Score.PHONE, near ? Score.NEAR : Score.DIFFERENT, near ? 2 : -1.8);
        }
    }

    /** How many digits differ, at most two. */
    private static int differingDigits(long p, long q) {
        int n = 0;
        while ((p > 0 || q > 0) && n < 2) {
            n += p % 10 != q % 10 ? 1 : 0;
            p /= 10;
            q /= 10;
        }
        return n;
    }

    private void address(Side a, int p, Side b, int q, int given, Score out) {
        int number = number(a.number(p), b.number(q));
        int street = street(a, p, b, q);
        int city = part(a.city(p), b.city(q));
        int zip = part(a.zip(p), b.zip(q));
        boolean oneTown = city > 0 || zip > 0;
        oneHouse = number == 1 && zip != -1 && (street == 1 || (street == 2 && oneTown));
        oneUnit = a.unit(p) == b.unit(q);
        int have = (number == 0 ? 0 : 1) + (street == 0 ? 0 : 1);
        if (have == 0 || (city == 0 && zip == 0 && have < 2)) {
            return;
        }
        double w = value(number, 3, 0, 3)
                + value(street, rarity(a.street(p), b.street(q), 0.6, 2, 5), 0.8, 3.5)
                + value(city, rarity(a.city(p), b.city(q), 0.2, 0.5, 1.2), 0.6, 1)
                + value(zip, rarity(a.zip(p), b.zip(q), 0.4, 1, 3.5), 0.6, 2);
        boolean boxes = number == -1 && street == 1 && words.text(a.street(p)).equals("box");
        int agreeing = (number == 1 ? 1 : 0) + (street > 0 ? 1 : 0) + (zip > 0 ? 1 : 0) + (city > 0 ? 1 : 0);
        int level = oneHouse && street == 1
                ? Score.SAME
                : boxes
                        ? Score.DIFFERENT
                        : agreeing >= 3 ? Score.NEAR : agreeing >= 2 ? Score.OVERLAP : Score.DIFFERENT;
        double weight = level == Score.DIFFERENT ? ELSEWHERE : Math.max(ELSEWHERE, Math.min(w, most(given)));
        out.set(Score.ADDRESS, level, weight);
    }

    private static double most(int given) {
        return given <= Score.SAME_WORDS ? ONE_PERSONS : given == Score.NEAR ? ALMOST_ONE_PERSONS : RELATIVES_SHARE;
    }

    /** What a part of an address tells: the rarer the place, the more. */
    private double rarity(int p, int q, double share, double least, double most) {
        if (p < 0 || q < 0) {
            return 0;
        }
        return Math.max(least, Math.min(share * Math.min(stats.place(p), stats.place(q)), most));
    }

    private static double value(int agreement, double same, double near, double differing) {
        return agreement == 1 ? same : agreement == 2 ? same * near : agreement == -1 ? -0.7 * differing : 0;
    }

    /** 1 same, 2 near, -1 different, 0 absent. */
    private int part(int p, int q) {
        if (p < 0 || q < 0) {
            return 0;
        }
        if (p == q) {
            return 1;
        }
        return Words.near(words, p, q) ? 2 : -1;
    }

    /** House numbers are near if a digit of two or more was dropped or two were exchanged: 178 and 17, 63 and 36. */
    private int number(int p, int q) {
        if (p < 0 || q < 0) {
            return 0;
        }
        if (p == q) {
            return 1;
        }
        int lp = words.length(p);
        int lq = words.length(q);
        boolean slip = lp >= 2 && lq >= 2 && (lp != lq || words.letters(p) == words.letters(q));
        return slip && Words.edits(words, p, q, 1) == 1 ? 2 : -1;
    }

    /** "Meadowbrook" and "Meadowbrookstreet". */
    private boolean runTogether(int p, int q) {
        return Math.min(words.length(p), words.length(q)) >= 5 && Words.prefix(words, p, q);
    }

    private int street(Side a, int p, Side b, int q) {
        int s = part(a.street(p), b.street(q));
        if (s != -1) {
            return s;
        }
        boolean second = a.street2(p) >= 0 && a.street2(p) == b.street2(q);
        boolean broken = Words.pieces(words, a.street(p), b.street(q), b.street2(q))
                || Words.pieces(words, b.street(q), a.street(p), a.street2(p));
        return second || broken || runTogether(a.street(p), b.street(q)) ? 2 : -1;
    }
}
