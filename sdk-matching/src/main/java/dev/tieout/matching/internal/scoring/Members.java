package dev.tieout.matching.internal.scoring;

import dev.tieout.matching.internal.index.LongIndex;
import dev.tieout.matching.internal.index.Longs;
import dev.tieout.matching.internal.index.Touched;
import dev.tieout.matching.internal.records.NameReader;
import dev.tieout.matching.internal.records.Side;
import dev.tieout.matching.internal.text.TextKeys;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows whether the other member of a household has a record of its own. Thread-safe while nobody changes it. */
public final class Members {
    private LongIndex singleClients;
    private LongIndex singleCustomers;

    /** Of each key of changed records: whether somebody had it before, and the key of its name among the blocks. */
    private final Map<Long, Change> before = new HashMap<>();

    private record Change(boolean known, long name) {}

    public Members(Side a, Side b) {
        singleClients = singles(a);
        singleCustomers = singles(b);
    }

    private LongIndex singles(Side s) {
        return LongIndex.of(s.n, (row, keys) -> keys(s, s.at(row), keys, null));
    }

    /** Builds anew what changed a lot. */
    public void settle(Side a, Side b) {
        singleClients = singleClients.stale() ? singles(a) : singleClients;
        singleCustomers = singleCustomers.stale() ? singles(b) : singleCustomers;
    }

    private void keys(Side s, int record, Longs keys, @Nullable Longs names) {
        int reading = record;
        for (int r = s.readings(record); r > 0; r--) {
            keys(s, record, reading, keys, names);
            reading = s.nextReading(reading);
        }
    }

    private void keys(Side s, int record, int p, Longs keys, @Nullable Longs names) {
        if (s.kindOf(p) != NameReader.PERSON || s.persons(p) == 0) {
            return;
        }
        int given = s.cells[s.person(p, 0)];
        int surname = s.cells[s.person(p, 0) + 2];
        if (given < 0 || surname < 0) {
            return;
        }
        for (int k = 0; k < s.emails(record); k++) {
            keys.add(key(given, surname, s.emailHash(s.email(record, k))));
        }
        for (int k = 0; k < s.phones(record); k++) {
            keys.add(key(given, surname, s.phoneValue(s.phone(record, k))));
        }
        while (names != null && names.size < keys.size) {
            names.add(Blocks.person(given, surname));
        }
    }

    /** Takes a record out of its row, or puts it there. */
    public void change(boolean client, Side s, int p, int row, boolean comes) {
        Longs keys = new Longs(4);
        Longs names = new Longs(4);
        keys(s, p, keys, names);
        for (int k = 0; k < keys.size; k++) {
            long key = keys.a[k];
            before.putIfAbsent(key, new Change(known(key), names.a[k]));
            (client ? singleClients : singleCustomers).change(key, row, comes);
        }
    }

    /** Marks the households of those who now stand alone, or no longer do, and forgets the changes. */
    public void changes(Touched a, LongIndex namesA, Touched b, LongIndex namesB) {
        before.forEach((key, change) -> {
            if (known(key) != change.known()) {
                a.addAll(namesA, change.name());
                b.addAll(namesB, change.name());
            }
        });
        before.clear();
    }

    private boolean known(long key) {
        return singleClients.count(singleClients.find(key)) + singleCustomers.count(singleCustomers.find(key)) > 0;
    }

    private static long key(int given, int surname, long tie) {
        return TextKeys.mix(Blocks.person(given, surname) ^ tie);
    }

    /** A household and one of its members: the same client, unless the other member stands alone somewhere near. */
    boolean mayStand(Side a, int recordA, int p, Side b, int recordB, int q, Score out) {
        if (out.level[Score.EMAIL] > Score.SHARED
                && out.level[Score.PHONE] > Score.SHARED
                && out.level[Score.ADDRESS] > Score.SAME) {
            return false;
        }
        boolean householdA = a.kindOf(p) == NameReader.HOUSEHOLD;
        return householdA
                ? !otherStandsAlone(a, recordA, p, b, recordB, q)
                : !otherStandsAlone(b, recordB, q, a, recordA, p);
    }

    private boolean otherStandsAlone(Side h, int householdRecord, int household, Side s, int singleRecord, int single) {
        int known = s.cells[s.person(single, 0)];
        for (int k = 0; k < h.persons(household); k++) {
            int person = h.person(household, k);
            int given = h.cells[person];
            int surname = h.cells[person + 2];
            if (given == known || given < 0 || surname < 0 || !h.main(person)) {
                continue;
            }
            if (alone(h, householdRecord, given, surname) || alone(s, singleRecord, given, surname)) {
                return true;
            }
        }
        return false;
    }

    private boolean alone(Side s, int p, int given, int surname) {
        for (int k = 0; k < s.emails(p); k++) {
            if (known(key(given, surname, s.emailHash(s.email(p, k))))) {
                return true;
            }
        }
        for (int k = 0; k < s.phones(p); k++) {
            if (known(key(given, surname, s.phoneValue(s.phone(p, k))))) {
                return true;
            }
        }
        return false;
    }
}
