package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.matching.MatchDecisions;
import dev.tieout.qbo.setup.DecidedBefore;
import dev.tieout.qbo.setup.SetupDecision;
import dev.tieout.qbo.setup.SetupDecision.Action;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.row.Excluded;
import dev.tieout.qbo.sync.internal.row.FactsJson;
import dev.tieout.qbo.sync.internal.row.People;
import dev.tieout.qbo.sync.internal.row.People.Said;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.KeptOut;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What people decided before a setup, and what is linked, looked up in bulk. */
final class Memory {
    private final Map<LocalId, RemoteId> links = new HashMap<>();
    private final Map<LocalId, People> people =
            new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    private final Map<RemoteId, Said> excluded;

    private Memory(Map<RemoteId, Said> excluded) {
        this.excluded = excluded;
    }

    static Memory of(Parts parts, CompanyScope scope, RecordKind kind, Collection<LocalId> ids) {
        Memory memory = new Memory(
                Excluded.all(parts.rows(), scope.tenant(), scope.realm().value(), kind));
        List<RowKey> keys = ids.stream().map(id -> scope.key(kind, id)).toList();
        for (SyncRow row : parts.rows().findAll(keys).values()) {
            LocalId id = LocalId.of(row.key().id());
            if (row.remoteId() != null) {
                memory.links.put(id, RemoteId.of(row.remoteId()));
            }
            if (RecordRow.readable(row)) {
                People said = FactsJson.people(row);
                if (said.out() != null || !said.others().isEmpty()) {
                    memory.people.put(id, said);
                }
            }
        }
        return memory;
    }

    Map<LocalId, RemoteId> links() {
        return links;
    }

    /** What the matching must know; what is linked with something that has gone from sight is an open question. */
    MatchDecisions decisions(Set<RemoteId> read) {
        Map<LocalId, RemoteId> seen = new HashMap<>(links);
        seen.values().retainAll(read);
        List<MatchDecisions.Pair> apart = new ArrayList<>();
        people.forEach((local, said) ->
                said.others().forEach(other -> apart.add(new MatchDecisions.Pair(local, RemoteId.of(other)))));
        return MatchDecisions.none().notSameAll(apart).confirmAll(seen);
    }

    /** Whether two records may be proposed to be linked without a word of anybody. */
    boolean allows(LocalId local, @Nullable RemoteId remote) {
        return !isOut(people.get(local)) && !excluded.containsKey(remote);
    }

    /** What a person says in the setup is no longer remembered of before, as far as the plan shows the records. */
    List<DecidedBefore> before(Set<LocalId> locals, Set<RemoteId> remotes) {
        List<DecidedBefore> before = new ArrayList<>();
        Set<RemoteId> linked = new HashSet<>(links.values());
        people.forEach((local, said) -> {
            if (!locals.contains(local)) {
                return;
            }
            if (isOut(said)) {
                Action action = said.out() == KeptOut.UNMATCHED ? Action.UNLINK : Action.KEEP_OUT;
                before.add(before(action, local, null, said.said().get(People.OUT)));
            }
            said.others().stream()
                    .map(RemoteId::of)
                    .filter(remotes::contains)
                    .forEach(other -> before.add(before(
                            Action.NOT_THE_SAME, local, other, said.said().get(other.value()))));
        });
        excluded.forEach((remote, said) -> {
            if (remotes.contains(remote) && !linked.contains(remote)) {
                before.add(before(Action.KEEP_OUT, null, remote, said));
            }
        });
        return before;
    }

    /** A run that was taken back is no word about its records. */
    private static boolean isOut(@Nullable People said) {
        if (said == null || said.out() == null) {
            return false;
        }
        @Nullable Said who = said.said().get(People.OUT);
        return who == null || !who.undo();
    }

    private static DecidedBefore before(
            Action action, @Nullable LocalId local, @Nullable RemoteId remote, @Nullable Said said) {
        return new DecidedBefore(
                new SetupDecision(action, local, remote),
                said == null ? null : said.by(),
                said == null ? null : said.at());
    }
}
