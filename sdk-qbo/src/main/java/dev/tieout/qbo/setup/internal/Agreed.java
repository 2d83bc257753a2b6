package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.RealmId;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.qbo.setup.Applying;
import dev.tieout.qbo.setup.SetupDecision;
import dev.tieout.qbo.setup.SetupReport.Undecided;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says that concerns its carrying out.
 *
 * @param digest makes the plan's digest
 * @param localNames the app's names as they were shown
 * @param remoteNames QuickBooks' names as they were shown
 * @param inactive what was shown as out of use, by its id on either side
 * @param undecided what nobody decided about
 */
record Agreed(
        TenantId tenant,
        RealmId realm,
        Instant madeAt,
        Supplier<String> digest,
        List<SetupDecision> decisions,
        Map<LocalId, String> localNames,
        Map<RemoteId, String> remoteNames,
        Set<Object> inactive,
        List<Undecided> undecided) {
    /** Refuses a plan of another firm or company, and one that is not what was approved. */
    void require(CompanyScope scope, Applying options) {
        if (!tenant.equals(scope.tenant()) || !realm.equals(scope.realm())) {
            throw new IllegalArgumentException("the plan is of tenant " + tenant + " and realm " + realm
                    + ", this is tenant " + scope.tenant() + " and realm " + scope.realm() + ": preview again");
        }
        @Nullable String approved = options.approved();
        if (approved != null && !approved.equals(digest.get())) {
            throw new IllegalArgumentException("digest: the plan is not the one that was approved (" + decisions.size()
                    + " decisions, made at " + madeAt + "): show it again and have it approved");
        }
    }

    List<RunLine> lines() {
        return decisions.stream()
                .map(decision -> new RunLine(
                        decision,
                        decision.local() == null ? null : localNames.get(decision.local()),
                        decision.remote() == null ? null : remoteNames.get(decision.remote()),
                        Stream.of(decision.local(), decision.remote())
                                .anyMatch(id -> id != null && inactive.contains(id)),
                        null,
                        null,
                        null))
                .toList();
    }

    int open() {
        return (int) undecided.stream().filter(line -> line.local() != null).count();
    }
}
