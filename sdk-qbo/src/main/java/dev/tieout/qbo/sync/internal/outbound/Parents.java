// Over 300 lines: all that a record may look up of what it depends on, a short method each.
package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.sync.internal.decide.Question.Obstacle;
import dev.tieout.qbo.sync.internal.kind.CompanyFacts;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.kind.TaxCodes;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.Blame;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncSettings;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parents of the records that are worked on, each looked up once, and what the company says. Made for one piece of
 * work; not thread-safe.
 */
public final class Parents implements Links {
    private static final int LONGEST_CHAIN = 10;

    private final Parts parts;
    private final CompanyScope scope;
    private final Twins twins;
    private final Map<RowKey, Known> known = new HashMap<>();
    private boolean isReadAnew;

    /** A parent's row, and what was made of it: a document is read once, however many children a parent has. */
    private static final class Known {
        private final RecordRef ref;
        private final Optional<SyncRow> row;
        private boolean judged;
        private @Nullable Obstacle obstacle;
        private @Nullable String digest;

        Known(RecordRef ref, @Nullable SyncRow row) {
            this.ref = ref;
            this.row = Optional.ofNullable(row);
        }
    }

    public Parents(Parts parts, CompanyScope scope) {
        this.parts = parts;
        this.scope = scope;
        this.twins = new Twins(parts, scope);
    }

    /** Looks up what is not known yet, in one go. */
    void load(Collection<RecordRef> refs) {
        load(refs, Set.of());
    }

    /** @param created kinds of which records are made: what is known of their twins is looked up with the parents */
    void load(Collection<RecordRef> refs, Set<Kind<?, ?>> created) {
        Map<RowKey, RecordRef> named = new HashMap<>();
        for (RecordRef ref : Set.copyOf(refs)) {
            RowKey key = scope.key(ref);
            if (!known.containsKey(key)) {
                named.put(key, ref);
            }
        }
        List<RowKey> wanted = new ArrayList<>(named.keySet());
        wanted.addAll(twins.missing(created));
        if (!wanted.isEmpty()) {
            Map<RowKey, SyncRow> found = parts.rows().findAll(wanted);
            named.forEach((key, ref) -> known.put(key, new Known(ref, found.get(key))));
            twins.found(created, found);
        }
    }

    /** What is in QuickBooks and nobody's. */
    Twins twins() {
        return twins;
    }

    /** A record was stored: what depends on it sees it as it is now. */
    void forget(RowKey key) {
        known.remove(key);
    }

    /** A parent, or what it was merged with in QuickBooks. */
    private Known known(RecordRef ref) {
        Known parent = itself(ref);
        for (int steps = 0; steps < LONGEST_CHAIN; steps++) {
            Optional<LocalId> other = parent.row.flatMap(RecordRow::mergedWith);
            if (other.isEmpty()) {
                break;
            }
            parent = itself(new RecordRef(ref.kind(), other.get()));
        }
        return parent;
    }

    private Known itself(RecordRef ref) {
        RowKey key = scope.key(ref);
        @Nullable Known parent = known.get(key);
        if (parent == null) {
            load(List.of(ref));
            parent = known.get(key);
        }
        return parent == null ? new Known(ref, null) : parent;
    }

    /** What of the parents stands in the way; {@code null} if all are there. */
    @Nullable
    Obstacle obstacle(List<RecordRef> refs) {
        load(refs);
        @Nullable Obstacle waiting = null;
        for (RecordRef ref : refs) {
            @Nullable Obstacle obstacle = obstacle(ref);
            if (obstacle instanceof Obstacle.Problem) {
                return obstacle;
            }
            waiting = waiting == null ? obstacle : waiting;
        }
        return waiting;
    }

    private @Nullable Obstacle obstacle(RecordRef ref) {
        Known parent = known(ref);
        if (!parent.judged) {
            parent.obstacle = judge(parent.ref, parent.row);
            parent.judged = true;
        }
        return parent.obstacle;
    }

    private @Nullable Obstacle judge(RecordRef ref, Optional<SyncRow> row) {
        if (row.isEmpty() || !RecordRow.readable(row.get())) {
            return new Obstacle.Parent(ref, ref, null);
        }
        if (plainlyThere(row.get())) {
            return null;
        }
        SyncStatus status = RecordRow.status(row.get());
        if (status.keptOut() == KeptOut.UNKNOWN) {
            // It was let in again before the app had handed it over: it is on its way as if nothing had been said.
            return new Obstacle.Parent(ref, ref, null);
        }
        if (status.state() == SyncState.GONE) {
            return out(ref, "is gone from QuickBooks", "Send it again, or take it out of this record.");
        }
        if (status.state() == SyncState.NOT_SYNCED) {
            return out(
                    ref,
                    reason(status),
                    "Sync, let in or match it, switch such records on, or take it out of this record.");
        }
        if (ended(row.get()) && status.state() == SyncState.SYNCED) {
            return out(ref, "is void or deleted", "Take it out of this record, or void this one too.");
        }
        if (status.remoteId() != null) {
            return null;
        }
        RecordRef root = status.root() == null ? ref : status.root();
        return new Obstacle.Parent(ref, root, status.problem());
    }

    /** What most parents are, said without reading their documents. */
    private static boolean plainlyThere(SyncRow row) {
        return row.remoteId() != null
                && row.state().equals(SyncState.SYNCED.name())
                && !row.document().contains("\"end\":");
    }

    private static boolean ended(SyncRow row) {
        @Nullable String want = Json.members(row.document()).get("want");
        return want != null && Json.members(want).containsKey("end");
    }

    private static String reason(SyncStatus status) {
        if (status.keptOut() == null) {
            return "is not kept in step";
        }
        return switch (status.keptOut()) {
            case UNKNOWN -> "is not kept in step";
            case UNMATCHED -> "was unmatched";
            case BY_PERSON -> "is kept out by a person";
            case SWITCHED_OFF -> "is of a kind that is switched off";
            case BEFORE_START -> "is dated before the firm's start date";
            case ENDED_BEFORE_SENT -> "was void before it was sent";
        };
    }

    private Obstacle out(RecordRef ref, String what, String remedy) {
        return new Obstacle.Problem(new SyncProblem(
                ProblemCause.PARENT_OUT,
                ref + ", which it depends on, " + what + ".",
                remedy,
                null,
                null,
                null,
                new Blame(parts.kinds().get(ref.kind()).type().name(), null, ref, null),
                null,
                parts.clock().instant()));
    }

    /** The ids that parents have, for the digest of what a refusal is about. */
    String digest(List<RecordRef> refs) {
        StringBuilder text = new StringBuilder();
        for (RecordRef ref : refs) {
            Known parent = known(ref);
            if (parent.digest == null) {
                parent.digest =
                        parent.row.map(row -> row.remoteId() + "@" + token(row)).orElse("-");
            }
            text.append(parent.digest).append(',');
        }
        return text.toString();
    }

    private static @Nullable String token(SyncRow row) {
        @Nullable
        String sight = RecordRow.readable(row) ? Json.members(row.document()).get("sight") : null;
        return sight == null ? null : Json.members(sight).get("token");
    }

    /** The id that a parent has in QuickBooks. */
    Optional<RemoteId> linked(RecordRef ref) {
        return known(ref)
                .row
                .flatMap(row -> Optional.ofNullable(row.remoteId()))
                .map(RemoteId::of);
    }

    @Override
    public RemoteId remote(RecordKind kind, LocalId id) {
        return linked(new RecordRef(kind, id))
                .orElseThrow(() -> new IllegalStateException("a parent was looked up that is not linked"));
    }

    @Override
    public Optional<RemoteId> find(RecordKind kind, LocalId id) {
        return linked(new RecordRef(kind, id));
    }

    @Override
    public Optional<String> seen(RecordKind kind, LocalId id) {
        return known(new RecordRef(kind, id))
                .row
                .map(row -> Json.members(row.document()).get("sight"))
                .map(sight -> Json.members(sight).get("entity"));
    }

    @Override
    public SyncSettings settings() {
        return scope.settings();
    }

    @Override
    public CompanyFacts company() {
        return parts.companies().facts(scope.api(), scope.realm());
    }

    @Override
    public CompanyFacts companyNow() {
        if (!isReadAnew) {
            // Once in a piece of work: a thousand records in closed books are no reason for a thousand reads.
            isReadAnew = true;
            parts.companies().forget(scope.realm());
        }
        return company();
    }

    @Override
    public TaxCodes taxCodes() {
        return parts.companies().taxCodes(scope.api(), scope.realm());
    }

    @Override
    public Optional<BigDecimal> rate(String currency, LocalDate day) {
        return parts.companies().rate(scope.api(), scope.realm(), currency, day);
    }

    @Override
    public Optional<String> paymentMethod(String name) {
        return parts.companies().paymentMethod(scope.api(), scope.realm(), name);
    }

    @Override
    public Optional<String> undepositedFunds() {
        return parts.companies().undepositedFunds(scope.api(), scope.realm());
    }

    @Override
    public QboApi api() {
        return scope.api();
    }
}
