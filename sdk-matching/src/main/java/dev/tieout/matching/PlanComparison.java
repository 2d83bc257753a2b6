package dev.tieout.matching;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.internal.deciding.Decision;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds what differs between two plans. Rows that are visibly the same in both are passed over; the others are compared
 * as a host sees them. Used once.
 */
final class PlanComparison {
    private final MatchPlan old;
    private final MatchPlan now;
    /** Whether rows of the two plans may be compared without looking at their ids' decisions. */
    private final boolean related;

    private final boolean sameRows;
    private final Set<LocalId> clients = new HashSet<>();
    private final Set<RemoteId> customers = new HashSet<>();

    PlanComparison(MatchPlan old, MatchPlan now) {
        this.old = old;
        this.now = now;
        related = old.matching == now.matching && old.input.decisions.equals(now.input.decisions);
        sameRows = old.input == now.input;
    }

    PlanChanges changes() {
        Moved<LocalId> movedClients = new Moved<>(old.input.clientIds, now.input.clientIds);
        for (int i = 0; i < now.input.clientIds.size(); i++) {
            LocalId id = now.input.clientIds.get(i);
            int before = sameRows ? i : movedClients.before(id, i);
            boolean same = before == i && related && sameClient(i);
            if (!same && (before < 0 || !now.clientAt(i).equals(old.clientAt(before)))) {
                clients.add(id);
            }
        }
        clients.addAll(movedClients.gone.keySet());
        Moved<RemoteId> movedCustomers = new Moved<>(old.input.customerIds, now.input.customerIds);
        for (int q = 0; q < now.input.customerIds.size(); q++) {
            RemoteId id = now.input.customerIds.get(q);
            int before = sameRows ? q : movedCustomers.before(id, q);
            boolean same = before == q && related && sameCustomer(q);
            if (!same && (before < 0 || !now.customerAt(q).equals(old.customerAt(before)))) {
                customers.add(id);
            }
        }
        customers.addAll(movedCustomers.gone.keySet());
        return new PlanChanges(clients, customers);
    }

    /** The ids that stand elsewhere in two lists, which are few if the lists are of one live matching. */
    private static final class Moved<T> {
        private final List<T> old;
        /** Those of the old list that did not turn up yet, with their old places. */
        final Map<T, Integer> gone = new HashMap<>();

        Moved(List<T> old, List<T> now) {
            this.old = old;
            for (int i = 0; old != now && i < old.size(); i++) {
                if (i >= now.size() || !same(old.get(i), now.get(i))) {
                    gone.put(old.get(i), i);
                }
            }
        }

        /** Where an id of the new list was in the old one; -1 if nowhere. Asked once for each. */
        int before(T id, int place) {
            if (place < old.size() && same(old.get(place), id)) {
                return place;
            }
            Integer before = gone.remove(id);
            return before == null ? -1 : before;
        }
    }

    /** Plans of one live matching hold the very same ids. */
    private static boolean same(Object id, Object other) {
        return id == other || id.equals(other);
    }

    /** In the same list, with the same customers beside it; a duplicate's are shown by the lists they are in. */
    private boolean sameClient(int i) {
        if (old.input.settled(i) || now.input.settled(i)) {
            return sameRows;
        }
        int bucket = now.decision.bucketOfClient(i);
        if (old.decision.bucketOfClient(i) != bucket) {
            return false;
        }
        for (int rank = 0; ; rank++) {
            int j = now.decision.candidate(i, rank);
            if (old.decision.candidate(i, rank) != j) {
                return false;
            }
            if (j < 0) {
                return true;
            }
            if (old.decision.score(i, rank) != now.decision.score(i, rank)
                    || (bucket == Decision.DUPLICATE
                            && old.decision.bucketOfCustomer(j) != now.decision.bucketOfCustomer(j))
                    || !(sameRows || same(old.customerId(j), now.customerId(j)))) {
                return false;
            }
        }
    }

    /** In the same list with the same client, or claimed by the same ones. */
    private boolean sameCustomer(int q) {
        int j = now.input.engineRow.get(q);
        if (!Objects.equals(old.input.skipped.get(q), now.input.skipped.get(q)) || old.input.engineRow.get(q) != j) {
            return false;
        }
        if (j < 0) {
            return true;
        }
        if (old.input.linked(q) || now.input.linked(q)) {
            return sameRows;
        }
        int bucket = now.decision.bucketOfCustomer(j);
        int client = now.decision.clientOf(j);
        if (bucket != old.decision.bucketOfCustomer(j)
                || client != old.decision.clientOf(j)
                || (bucket == Decision.DUPLICATE && !(sameRows && old.claims(j).equals(now.claims(j))))) {
            return false;
        }
        return client < 0 || sameRows || same(old.input.clientIds.get(client), now.input.clientIds.get(client));
    }
}
