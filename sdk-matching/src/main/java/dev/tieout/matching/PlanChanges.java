package dev.tieout.matching;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Of whom two plans say different things.
 *
 * <p>Immutable.
 *
 * @param clients the clients whose {@link ClientMatch} differs, or that only one of the plans has
 * @param customers the customers whose {@link CustomerMatch} differs, or that only one of the plans has
 */
public record PlanChanges(Set<LocalId> clients, Set<RemoteId> customers) {
    public PlanChanges {
        clients = Collections.unmodifiableSet(new LinkedHashSet<>(clients));
        customers = Collections.unmodifiableSet(new LinkedHashSet<>(customers));
    }
}
