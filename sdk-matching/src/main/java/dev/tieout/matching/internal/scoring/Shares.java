package dev.tieout.matching.internal.scoring;

import dev.tieout.matching.internal.index.LongIndex;
import dev.tieout.matching.internal.index.Touched;
import dev.tieout.matching.internal.records.Side;
import dev.tieout.matching.internal.text.TextKeys;
import java.util.HashMap;
import java.util.Map;

/**
 * How many records have an e-mail address, a phone number: a value that many share identifies nobody. Thread-safe while
 * nobody changes it.
 */
public final class Shares {
    /** A value that more records have identifies nobody, however many they are. */
    static final int TOO_MANY = 20;

    private LongIndex emailsA;
    private LongIndex emailsB;
    private LongIndex phonesA;
    private LongIndex phonesB;
    /** How many shared what changed records have, before the first of the changes. */
    private final Map<Long, Integer> emailsBefore = new HashMap<>();

    private final Map<Long, Integer> phonesBefore = new HashMap<>();

    public Shares(Side a, Side b) {
        emailsA = emails(a);
        emailsB = emails(b);
        phonesA = phones(a);
        phonesB = phones(b);
    }

    private static LongIndex emails(Side s) {
        return LongIndex.of(s.n, (row, keys) -> {
            int p = s.at(row);
            for (int k = 0; k < s.emails(p); k++) {
                keys.add(s.emailHash(s.email(p, k)));
            }
        });
    }

    private static LongIndex phones(Side s) {
        return LongIndex.of(s.n, (row, keys) -> {
            int p = s.at(row);
            for (int k = 0; k < s.phones(p); k++) {
                keys.add(TextKeys.mix(s.phoneValue(s.phone(p, k))));
            }
        });
    }

    /** Takes a record out of its row, or puts it there. */
    public void change(boolean client, Side s, int p, int row, boolean comes) {
        for (int k = 0; k < s.emails(p); k++) {
            long hash = s.emailHash(s.email(p, k));
            emailsBefore.putIfAbsent(hash, email(hash));
            (client ? emailsA : emailsB).change(hash, row, comes);
        }
        for (int k = 0; k < s.phones(p); k++) {
            long value = s.phoneValue(s.phone(p, k));
            phonesBefore.putIfAbsent(value, phone(value));
            (client ? phonesA : phonesB).change(TextKeys.mix(value), row, comes);
        }
    }

    /** Marks the records of all values that tell something else than before the changes, and forgets these. */
    public void changes(Touched a, Touched b) {
        emailsBefore.forEach((hash, before) -> {
            if (email(hash) != before) {
                a.addAll(emailsA, hash);
                b.addAll(emailsB, hash);
            }
        });
        phonesBefore.forEach((value, before) -> {
            if (phone(value) != before) {
                a.addAll(phonesA, TextKeys.mix(value));
                b.addAll(phonesB, TextKeys.mix(value));
            }
        });
        emailsBefore.clear();
        phonesBefore.clear();
    }

    /** Builds anew what changed a lot. */
    public void settle(Side a, Side b) {
        emailsA = emailsA.stale() ? emails(a) : emailsA;
        emailsB = emailsB.stale() ? emails(b) : emailsB;
        phonesA = phonesA.stale() ? phones(a) : phonesA;
        phonesB = phonesB.stale() ? phones(b) : phonesB;
    }

    public int clientsWithEmail(long hash) {
        return emailsA.count(emailsA.find(hash));
    }

    public int customersWithEmail(long hash) {
        return emailsB.count(emailsB.find(hash));
    }

    /** How many share an address, on the side where they are more; not counted beyond {@link #TOO_MANY}. */
    int email(long hash) {
        return Math.min(Math.max(clientsWithEmail(hash), customersWithEmail(hash)), TOO_MANY + 1);
    }

    int phone(long value) {
        long key = TextKeys.mix(value);
        int most = Math.max(phonesA.count(phonesA.find(key)), phonesB.count(phonesB.find(key)));
        return Math.min(most, TOO_MANY + 1);
    }

    public LongIndex customersByEmail() {
        return emailsB;
    }
}
