package dev.tieout.matching.internal;

/** How many records have an e-mail address, a phone number: a value that many share identifies nobody. Immutable. */
final class Shares {
    private final LongIndex emailsA;
    private final LongIndex emailsB;
    private final LongIndex phonesA;
    private final LongIndex phonesB;

    Shares(Side a, Side b) {
        emailsA = emails(a);
        emailsB = emails(b);
        phonesA = phones(a);
        phonesB = phones(b);
    }

    private static LongIndex emails(Side s) {
        Longs keys = new Longs(s.n);
        Ints rows = new Ints(s.n);
        for (int r = 0; r < s.n; r++) {
            int p = s.at(r);
            for (int k = 0; k < s.emails(p); k++) {
                keys.add(s.emailHash(s.email(p, k)));
                rows.add(r);
            }
        }
        return new LongIndex(keys, rows);
    }

    private static LongIndex phones(Side s) {
        Longs keys = new Longs(s.n);
        Ints rows = new Ints(s.n);
        for (int r = 0; r < s.n; r++) {
            int p = s.at(r);
            for (int k = 0; k < s.phones(p); k++) {
                keys.add(s.phoneValue(s.phone(p, k)));
                rows.add(r);
            }
        }
        return new LongIndex(keys, rows);
    }

    int clientsWithEmail(long hash) {
        return emailsA.count(emailsA.find(hash));
    }

    int customersWithEmail(long hash) {
        return emailsB.count(emailsB.find(hash));
    }

    int email(long hash) {
        return Math.max(clientsWithEmail(hash), customersWithEmail(hash));
    }

    int phone(long value) {
        return Math.max(phonesA.count(phonesA.find(value)), phonesB.count(phonesB.find(value)));
    }

    LongIndex customersByEmail() {
        return emailsB;
    }
}
