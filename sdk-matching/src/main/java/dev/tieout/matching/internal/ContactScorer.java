package dev.tieout.matching.internal;

/** Weighs e-mail, phone and address. Not thread-safe. */
final class ContactScorer {
    /** What relatives share tells no more than this, however rare the place. */
    private static final double RELATIVES_SHARE = 9;

    /** Few move house between two lists. */
    private static final double ELSEWHERE = -2.5;

    /** Relatives seldom have one given name. */
    private static final double ONE_PERSONS = 13;

    private final Statistics stats;
    private final WordTable words;
    private final Shares shares;

    ContactScorer(Statistics stats, Shares shares) {
        this.stats = stats;
        this.words = stats.words;
        this.shares = shares;
    }

    void score(Side a, int i, Side b, int j, boolean sameGiven, Score out) {
        email(a, i, b, j, out);
        phone(a, i, b, j, out);
        address(a, i, b, j, sameGiven, out);
    }

    private void email(Side a, int i, Side b, int j, Score out) {
        int fa = a.emailStart[i];
        int ta = a.emailStart[i + 1];
        int fb = b.emailStart[j];
        int tb = b.emailStart[j + 1];
        if (fa == ta || fb == tb) {
            return;
        }
        int sharedBy = Integer.MAX_VALUE;
        for (int x = fa; x < ta; x++) {
            for (int y = fb; y < tb; y++) {
                if (a.emails[x] == b.emails[y]) {
                    sharedBy = Math.min(sharedBy, shares.email(a.emails[x]));
                }
            }
        }
        if (sharedBy < Integer.MAX_VALUE) {
            out.set(
                    Score.EMAIL,
                    sharedBy == 1 ? Score.SAME : Score.SHARED,
                    sharedBy > 20 ? 0 : 8 - 1.3 * Math.log(sharedBy));
            return;
        }
        for (int x = fa; x < ta; x++) {
            for (int y = fb; y < tb; y++) {
                int near = near(a, x, b, y);
                if (near == 2) {
                    out.set(Score.EMAIL, Score.NEAR, 4.5);
                    return;
                }
                if (near == 1) {
                    out.set(Score.EMAIL, Score.PART, -0.5);
                }
            }
        }
        if (out.level[Score.EMAIL] == Score.ABSENT) {
            out.set(Score.EMAIL, Score.DIFFERENT, -1.8);
        }
    }

    /** 2: one typing error; 1: the same name part at another provider, or an own domain in common; 0: different. */
    private static int near(Side a, int x, Side b, int y) {
        Letters ea = new Letters(a.pool, a.emailChars[x], a.emailChars[x + 1]);
        Letters eb = new Letters(b.pool, b.emailChars[y], b.emailChars[y + 1]);
        int ata = ea.indexOf('@');
        int atb = eb.indexOf('@');
        if (Math.abs(ea.length() - eb.length()) > 2 && ata != atb) {
            return 0;
        }
        Letters la = ea.part(0, ata);
        Letters lb = eb.part(0, atb);
        Letters da = ea.part(ata + 1, ea.length());
        Letters db = eb.part(atb + 1, eb.length());
        boolean sameLocal = la.sameAs(lb);
        if (da.sameAs(db)) {
            return la.length() >= 5 && la.digitsAgree(lb) && TextKeys.withinOneEdit(la, lb) ? 2 : 0;
        }
        if (sameLocal) {
            return domainTypo(da, db) ? 2 : Placeholders.isRole(la.toString()) ? 0 : 1;
        }
        return la.length() >= 5 && la.digitsAgree(lb) && TextKeys.withinOneEdit(la, lb) && domainTypo(da, db) ? 2 : 0;
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

    private void phone(Side a, int i, Side b, int j, Score out) {
        boolean any = false;
        boolean near = false;
        for (int x = a.phoneStart[i]; x < a.phoneStart[i + 1]; x++) {
            for (int y = b.phoneStart[j]; y < b.phoneStart[j + 1]; y++) {
                any = true;
                long p = a.phones[x];
                long q = b.phones[y];
                if (p == q) {
                    int by = shares.phone(p);
                    out.set(Score.PHONE, by == 1 ? Score.SAME : Score.SHARED, by > 20 ? 0 : 6 - Math.log(by));
                    return;
                }
                near |= differingDigits(p, q) == 1;
            }
        }
        if (any) {
            out.set(Score.PHONE, near ? Score.NEAR : Score.DIFFERENT, near ? 2 : -1.8);
        }
    }

    private static int differingDigits(long p, long q) {
        int n = 0;
        while (p > 0 || q > 0) {
            n += p % 10 != q % 10 ? 1 : 0;
            p /= 10;
            q /= 10;
        }
        return n;
    }

    private void address(Side a, int i, Side b, int j, boolean sameGiven, Score out) {
        int x = i * 5;
        int y = j * 5;
        int number = part(a.address[x], b.address[y], false);
        int street = street(a, x, b, y);
        int city = part(a.address[x + 3], b.address[y + 3], true);
        int zip = part(a.address[x + 4], b.address[y + 4], true);
        int have = (number == 0 ? 0 : 1) + (street == 0 ? 0 : 1);
        if (have == 0 || (city == 0 && zip == 0 && have < 2)) {
            return;
        }
        double w = value(number, 3, 3)
                + value(street, rarity(a.address[x + 1], b.address[y + 1], 0.6, 2, 5), 3.5)
                + value(city, rarity(a.address[x + 3], b.address[y + 3], 0.2, 0.5, 1.2), 1)
                + value(zip, rarity(a.address[x + 4], b.address[y + 4], 0.4, 1, 3.5), 2);
        int agreeing = (number == 1 ? 1 : 0) + (street > 0 ? 1 : 0) + (zip > 0 ? 1 : 0) + (city > 0 ? 1 : 0);
        int level = number == 1 && street == 1 && zip != -1
                ? Score.SAME
                : agreeing >= 3 ? Score.NEAR : agreeing >= 2 ? Score.OVERLAP : Score.DIFFERENT;
        double most = sameGiven ? ONE_PERSONS : RELATIVES_SHARE;
        double weight = level == Score.DIFFERENT ? ELSEWHERE : Math.max(ELSEWHERE, Math.min(w, most));
        out.set(Score.ADDRESS, level, weight);
    }

    /** What a part of an address tells: the rarer the place, the more. */
    private double rarity(int p, int q, double share, double least, double most) {
        if (p < 0 || q < 0) {
            return 0;
        }
        return Math.max(least, Math.min(share * Math.min(stats.place(p), stats.place(q)), most));
    }

    private static double value(int agreement, double same, double differing) {
        return agreement == 1 ? same : agreement == 2 ? same * 0.6 : agreement == -1 ? -0.7 * differing : 0;
    }

    /** 1 same, 2 near, -1 different, 0 absent. */
    private int part(int p, int q, boolean typos) {
        if (p < 0 || q < 0) {
            return 0;
        }
        if (p == q) {
            return 1;
        }
        return typos && Words.near(words, p, q) ? 2 : -1;
    }

    /** "Meadowbrook" and "Meadowbrookstreet". */
    private boolean runTogether(int p, int q) {
        return Math.min(words.length(p), words.length(q)) >= 5 && Words.prefix(words, p, q);
    }

    private int street(Side a, int x, Side b, int y) {
        int s = part(a.address[x + 1], b.address[y + 1], true);
        if (s != -1) {
            return s;
        }
        boolean second = a.address[x + 2] >= 0 && a.address[x + 2] == b.address[y + 2];
        return second || runTogether(a.address[x + 1], b.address[y + 1]) ? 2 : -1;
    }
}
