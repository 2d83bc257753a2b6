package dev.tieout.qbo.sync.internal.row;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A record of QuickBooks that the app was offered and did not take: kept until it does, or until it is wanted no longer.
 * Immutable.
 *
 * @param kind what kind of record it would become
 * @param remoteId which it is
 * @param cause whether the app refused it or failed over it
 * @param reason the app's own words, or what failed
 * @param failures how often it was offered
 * @param since when it was offered first
 */
public record Offer(
        RecordKind kind, RemoteId remoteId, ProblemCause cause, String reason, int failures, Instant since) {
    public static final String KIND = "offer";
    private static final String OPEN = "OPEN";
    private static final String OVER = "OVER";
    private static final int PAGE = 100;

    /** The id that such a record has in the app if the app has no other wish; and by which it is made only once. */
    public static LocalId name(String realm, RemoteId remoteId) {
        return LocalId.of("qbo-" + realm + "-" + remoteId);
    }

    /** What such a record has, whose id in the app was made by {@link #name}; empty for any other id. */
    public static Optional<RemoteId> remoteId(String realm, LocalId id) {
        String prefix = "qbo-" + realm + "-";
        boolean ours = id.value().startsWith(prefix) && id.value().length() > prefix.length();
        return ours ? Optional.of(RemoteId.of(id.value().substring(prefix.length()))) : Optional.empty();
    }

    /** The id of its row. */
    public static String id(RecordKind kind, RemoteId remoteId) {
        return kind.word() + "-" + remoteId;
    }

    public static boolean isOpen(SyncRow row) {
        return row.state().equals(OPEN);
    }

    /** Keeps it, to be offered again. */
    public static void refused(SyncStore store, RowKey key, Offer offer, IntFunction<Instant> again) {
        RecordRows.mark(store, key, row -> {
            @Nullable Offer before = row == null || row.state().equals(OVER) ? null : read(row);
            Offer next = new Offer(
                    offer.kind,
                    offer.remoteId,
                    offer.cause,
                    offer.reason,
                    before == null ? 1 : before.failures + 1,
                    before == null ? offer.since : before.since);
            return next.row(key, OPEN, again.apply(next.failures), row == null ? 0 : row.version());
        });
    }

    /** It was taken, or is wanted no longer. */
    public static void over(SyncStore store, RowKey key) {
        RecordRows.mark(
                store,
                key,
                row -> row == null || row.state().equals(OVER)
                        ? null
                        : new SyncRow(key, null, OVER, null, row.document(), row.version()));
    }

    /** It has changed in QuickBooks, or somebody wants it tried again: it is offered anew now. */
    public static void wake(SyncStore store, RowKey key, Instant now) {
        RecordRows.mark(
                store,
                key,
                row -> row == null || row.state().equals(OVER)
                        ? null
                        : new SyncRow(key, null, OPEN, now, row.document(), row.version()));
    }

    /** Puts it off. */
    public static void later(SyncStore store, SyncRow row, Instant dueAt) {
        // STALE: it was stored meanwhile, and will come up again.
        store.save(new SyncRow(row.key(), null, row.state(), dueAt, row.document(), row.version()));
    }

    /** All that is still open of a company. */
    public static List<SyncRow> open(SyncStore store, String realm, TenantId tenant) {
        List<SyncRow> open = new ArrayList<>();
        @Nullable String after = null;
        List<SyncRow> page;
        do {
            page = store.list(tenant, realm, KIND, OPEN, after, PAGE);
            open.addAll(page);
            after = page.isEmpty() ? null : page.get(page.size() - 1).key().id();
        } while (page.size() == PAGE);
        return open;
    }

    public static Offer read(SyncRow row) {
        Map<String, Object> o = Json.read(row.document());
        return new Offer(
                new RecordKind(Json.required(o, "kind")),
                RemoteId.of(Json.required(o, "remoteId")),
                ProblemCause.valueOf(Json.required(o, "cause")),
                Json.required(o, "reason"),
                (int) Json.number(o, "failures"),
                Instant.parse(Json.required(o, "since")));
    }

    private SyncRow row(RowKey key, String state, Instant dueAt, long version) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("format", "1");
        o.put("kind", kind.word());
        o.put("remoteId", remoteId.value());
        o.put("cause", cause.name());
        o.put("reason", reason);
        o.put("failures", String.valueOf(failures));
        o.put("since", since.toString());
        return new SyncRow(key, null, state, dueAt, Json.write(o), version);
    }

    /** As a host sees it: under the id that the record would have. */
    public SyncStatus status(String realm, @Nullable Instant nextTry) {
        boolean refused = cause == ProblemCause.REFUSED_BY_APP;
        return new SyncStatus(
                kind,
                name(realm, remoteId),
                remoteId,
                SyncState.NEEDS_ATTENTION,
                null,
                null,
                null,
                new SyncProblem(
                        cause,
                        refused
                                ? "The app does not take what was entered in QuickBooks: " + reason
                                : "The app failed over what was entered in QuickBooks (" + reason + ").",
                        refused
                                ? "Correct it in QuickBooks or let the app take it; it is offered again by itself."
                                : "Look for the failure in the app's log; it is offered again by itself.",
                        null,
                        null,
                        null,
                        null,
                        null,
                        since),
                List.of(),
                List.of(),
                nextTry,
                null,
                null,
                List.of());
    }

    /** The ids alone. */
    @Override
    public String toString() {
        return "Offer[kind=" + kind + ", remoteId=" + remoteId + ", cause=" + cause + ", failures=" + failures + "]";
    }
}
