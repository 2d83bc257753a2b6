package dev.tieout.matching.internal.scoring;

import dev.tieout.matching.internal.index.LongIndex;
import dev.tieout.matching.internal.index.Longs;
import dev.tieout.matching.internal.index.Touched;
import dev.tieout.matching.internal.records.NameReader;
import dev.tieout.matching.internal.records.Side;
import java.util.HashMap;
import java.util.Map;

/**
 * Knows whether an organisation of a name is on record: then a person with that company on the other side rather stands
 * for it. Thread-safe while nobody changes it.
 */
public final class Firms {
    private LongIndex clients;
    private LongIndex customers;
    private final Map<Long, Boolean> clientsBefore = new HashMap<>();
    private final Map<Long, Boolean> customersBefore = new HashMap<>();

    public Firms(Side a, Side b) {
        clients = names(a);
        customers = names(b);
    }

    private static LongIndex names(Side s) {
        return LongIndex.of(s.n, (row, keys) -> keys(s, s.at(row), keys));
    }

    private static void keys(Side s, int p, Longs keys) {
        if (s.kindOf(p) < NameReader.BUSINESS) {
            return;
        }
        int view = s.firstView(p);
        for (int v = 0; v < s.views(p); v++) {
            keys.add(s.viewKey(view));
            view = s.nextView(view);
        }
    }

    /** Takes a record out of its row, or puts it there. */
    public void change(boolean client, Side s, int p, int row, boolean comes) {
        Longs keys = new Longs(4);
        keys(s, p, keys);
        for (int k = 0; k < keys.size; k++) {
            long key = keys.a[k];
            (client ? clientsBefore : customersBefore).putIfAbsent(key, known(client, key));
            (client ? clients : customers).change(key, row, comes);
        }
    }

    /** Marks those with the name of an organisation that is on record now, or no longer is, and forgets the changes. */
    public void changes(Touched a, LongIndex namesA, Touched b, LongIndex namesB) {
        clientsBefore.forEach((key, before) -> {
            if (known(true, key) != before) {
                b.addAll(namesB, Blocks.name(key));
            }
        });
        customersBefore.forEach((key, before) -> {
            if (known(false, key) != before) {
                a.addAll(namesA, Blocks.name(key));
            }
        });
        clientsBefore.clear();
        customersBefore.clear();
    }

    /** Builds anew what changed a lot. */
    public void settle(Side a, Side b) {
        clients = clients.stale() ? names(a) : clients;
        customers = customers.stale() ? names(b) : customers;
    }

    private boolean known(boolean client, long key) {
        LongIndex index = client ? clients : customers;
        return index.count(index.find(key)) > 0;
    }

    /** Whether an organisation of one of a record's names is on record on the other side. */
    boolean onRecord(Side s, int p, boolean ofClients) {
        int view = s.firstView(p);
        for (int v = 0; v < s.views(p); v++) {
            if (known(!ofClients, s.viewKey(view))) {
                return true;
            }
            view = s.nextView(view);
        }
        return false;
    }
}
