package dev.tieout.qbo.sync.internal.row;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.sync.internal.row.People.Merged;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.SyncAttempt;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A record's row, its document opened. Immutable.
 *
 * @param key the key
 * @param remoteId the record's id in QuickBooks, or {@code null} while it is linked with none
 * @param dueAt when the background looks at it; {@code null} if nothing is to be done
 * @param facts what is known
 * @param view what was last derived from it
 * @param version the stored version, 0 if it is not stored yet
 */
public record RecordRow(
        RowKey key, @Nullable RemoteId remoteId, @Nullable Instant dueAt, Facts facts, View view, long version) {
    /** The column's word for what waits for a parent: found by list when the parent arrives. */
    public static final String HELD = "HELD";

    public static RecordRow fresh(RowKey key) {
        return new RecordRow(key, null, null, Facts.NONE, View.UNKNOWN, 0);
    }

    /** Tells whether this version of the library can read a row. */
    public static boolean readable(SyncRow row) {
        return row.document().startsWith("{\"format\":\"" + FactsJson.FORMAT + "\"");
    }

    public static RecordRow open(SyncRow row, Function<String, Projection> project) {
        if (!readable(row)) {
            throw new IllegalArgumentException(
                    "row " + row.key().kind() + " " + row.key().id()
                            + " has a format that this version of the library does not know: update the library on"
                            + " this node");
        }
        Map<String, String> members = Json.members(row.document());
        return new RecordRow(
                row.key(),
                remoteId(row),
                row.dueAt(),
                FactsJson.read(members, project),
                ViewJson.read(members.get("view")),
                row.version());
    }

    /** Reads only where a record stands. */
    public static SyncStatus status(SyncRow row) {
        Map<String, String> members = Json.members(row.document());
        return status(
                row.key(),
                remoteId(row),
                row.dueAt(),
                ViewJson.read(members.get("view")),
                ViewJson.readTrail(members.get("trail")));
    }

    /** Reads only what the app wants of a record: its JSON, or {@code null}. */
    public static @Nullable String wanted(SyncRow row) {
        @Nullable String want = Json.members(row.document()).get("want");
        return want == null ? null : Json.members(want).get("record");
    }

    /**
     * Reads only which other record of the app holds what this one was merged into, if QuickBooks told of it; what is linked
     * has a place of its own.
     */
    public static Optional<LocalId> mergedWith(SyncRow row) {
        boolean may =
                row.remoteId() == null && row.document().contains("\"" + FactsJson.MERGED + "\":") && readable(row);
        return may
                ? Optional.ofNullable(FactsJson.people(row).merged())
                        .filter(Merged::told)
                        .map(Merged::with)
                : Optional.empty();
    }

    /** @param seen the compared fields of what was seen */
    public SyncRow close(Projection seen) {
        String state = view.state() == SyncState.WAITING && view.waitsFor() != null
                ? HELD
                : view.state().name();
        return new SyncRow(
                key,
                remoteId == null ? null : remoteId.value(),
                state,
                dueAt,
                FactsJson.write(facts, view, seen),
                version);
    }

    public LocalId localId() {
        return LocalId.of(key.id());
    }

    public RecordKind kind() {
        return new RecordKind(key.kind());
    }

    public RecordRow with(Facts newFacts) {
        return new RecordRow(key, remoteId, dueAt, newFacts, view, version);
    }

    public RecordRow with(View newView, @Nullable Instant newDueAt) {
        return new RecordRow(key, remoteId, newDueAt, facts, newView, version);
    }

    public RecordRow due(@Nullable Instant newDueAt) {
        return new RecordRow(key, remoteId, newDueAt, facts, view, version);
    }

    public RecordRow linkedTo(@Nullable RemoteId newRemoteId) {
        return new RecordRow(key, newRemoteId, dueAt, facts, view, version);
    }

    /** The row as it is after it was stored. */
    public RecordRow stored() {
        return new RecordRow(key, remoteId, dueAt, facts, view, version + 1);
    }

    public SyncStatus status() {
        return status(key, remoteId, dueAt, view, facts.trail());
    }

    private static @Nullable RemoteId remoteId(SyncRow row) {
        return row.remoteId() == null ? null : RemoteId.of(row.remoteId());
    }

    private static SyncStatus status(
            RowKey key, @Nullable RemoteId remoteId, @Nullable Instant dueAt, View view, List<SyncAttempt> trail) {
        return new SyncStatus(
                new RecordKind(key.kind()),
                LocalId.of(key.id()),
                remoteId,
                view.state(),
                view.keptOut(),
                view.waitsFor(),
                view.root(),
                view.problem(),
                view.differences(),
                view.accepted(),
                dueAt,
                view.agreedAt(),
                view.standing(),
                trail);
    }
}
