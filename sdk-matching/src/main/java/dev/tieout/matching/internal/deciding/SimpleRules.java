package dev.tieout.matching.internal.deciding;

import dev.tieout.matching.internal.index.LongIndex;
import java.util.Arrays;

/** The rules of other products: equal keys, and nothing else. Compares nothing, so it always looks at all records. */
final class SimpleRules {
    private final Matching m;

    SimpleRules(Matching m) {
        this.m = m;
    }

    void run() {
        Arrays.fill(m.candidates.row, -1);
        LongIndex byEmail = m.shares.customersByEmail();
        LongIndex byName = m.task.rules() == Task.NAME ? byName() : byEmail;
        for (int i = 0; i < m.a.n; i++) {
            if (m.task.settledA().get(i)) {
                continue;
            }
            int p = m.a.at(i);
            if (m.task.rules() == Task.NAME) {
                long h = byName.find(m.a.displayKey(p));
                for (int r = 0; r < byName.count(h); r++) {
                    offer(i, byName.row(h, r));
                }
                continue;
            }
            for (int e = 0; e < m.a.emails(p); e++) {
                long h = byEmail.find(m.a.emailHash(m.a.email(p, e)));
                for (int r = 0; r < byEmail.count(h); r++) {
                    int j = byEmail.row(h, r);
                    if (m.task.rules() == Task.EMAIL || m.a.displayKey(p) == m.b.displayKey(m.b.at(j))) {
                        offer(i, j);
                    }
                }
            }
        }
    }

    private LongIndex byName() {
        return LongIndex.of(m.b.n, (row, keys) -> keys.add(m.b.displayKey(m.b.at(row))));
    }

    private void offer(int i, int j) {
        boolean known = false;
        for (int c = m.candidates.first(i); c < m.candidates.after(i); c++) {
            known |= m.candidates.row[c] == j;
        }
        if (!known && m.allowed(i, j)) {
            m.candidates.offer(i, j, m.task.threshold() + 4, 0, m.b);
        }
    }
}
