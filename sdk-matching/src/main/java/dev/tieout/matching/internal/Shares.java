package dev.tieout.matching.internal;

/** How many records have an e-mail address, a phone number: a value that many share identifies nobody. Immutable. */
final class Shares {
    private final LongIndex emailsA;
    private final LongIndex emailsB;
    private final LongIndex phonesA;
    private final LongIndex phonesB;

    Shares(Side a, Side b) {
        emailsA = index(a.emailStart, a.emails, a.n);
        emailsB = index(b.emailStart, b.emails, b.n);
        phonesA = index(a.phoneStart, a.phones, a.n);
        phonesB = index(b.phoneStart, b.phones, b.n);
    }

    static LongIndex index(int[] start, long[] values, int n) {
        Longs keys = new Longs(values.length);
        Ints rows = new Ints(values.length);
        for (int r = 0; r < n; r++) {
            for (int k = start[r]; k < start[r + 1]; k++) {
                keys.add(values[k]);
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

    LongIndex clientsByEmail() {
        return emailsA;
    }

    LongIndex customersByPhone() {
        return phonesB;
    }

    LongIndex clientsByPhone() {
        return phonesA;
    }
}
