package dev.tieout.qbo.setup.internal;

import dev.tieout.RecordKind;
import dev.tieout.TieoutException;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.setup.SetupReport.Undecided;
import dev.tieout.qbo.setup.SetupRun;
import dev.tieout.qbo.setup.SetupStep;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.row.RecordRows;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a company, as ordinary rows: a head each, and pieces of a bounded number of lines. Each is changed by
 * compare-and-set.
 */
final class RunRows {
    /** Lines in a piece: with what was before and after some hundred kilobytes. */
    static final int PIECE = 100;

    /** Longer than the decisions in hand take at the pace that QuickBooks allows. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final RecordKind HEAD = new RecordKind("setup_run");
    private static final String LINES = "setup_lines";
    private static final String OPEN = "setup_open";

    private final Parts parts;
    private final CompanyScope scope;

    RunRows(Parts parts, CompanyScope scope) {
        this.parts = parts;
        this.scope = scope;
    }

    /**
     * A run's head.
     *
     * @param pieces how many pieces of lines it has
     * @param open how many pieces of undecided records
     * @param owner who works on it until when; nobody if the time has passed
     */
    record Head(SetupRun run, Instant planMadeAt, int pieces, int open, String owner, Instant until) {
        Head with(SetupRun newRun) {
            return new Head(newRun, planMadeAt, pieces, open, owner, until);
        }

        Head ownedBy(String newOwner, Instant newUntil) {
            return new Head(run, planMadeAt, pieces, open, newOwner, newUntil);
        }
    }

    /** A piece with the version that was read. */
    record Piece(int no, List<RunLine> lines, long version) {
        Piece with(List<RunLine> newLines) {
            return new Piece(no, newLines, version);
        }

        boolean isDone() {
            return lines.stream().allMatch(line -> line.done() != null);
        }
    }

    void create(Head head, List<RunLine> lines, List<Undecided> open) {
        List<SyncRow> rows = new ArrayList<>();
        for (int i = 0; i < head.pieces(); i++) {
            rows.add(row(LINES, head, i, RunJson.write(part(lines, i)), 0));
        }
        for (int i = 0; i < head.open(); i++) {
            rows.add(row(OPEN, head, i, RunJson.undecided(part(open, i)), 0));
        }
        for (SyncRow row : rows) {
            // One by one: a piece may have some hundred kilobytes.
            if (parts.store().save(row) != SaveResult.SAVED) {
                throw RecordRows.contended(row.key());
            }
        }
        RowKey key = key(head.run().id());
        if (parts.store().save(write(key, head, 0)) != SaveResult.SAVED) {
            throw RecordRows.contended(key);
        }
    }

    static int pieces(int lines) {
        return (lines + PIECE - 1) / PIECE;
    }

    private static <T> List<T> part(List<T> lines, int piece) {
        return lines.subList(piece * PIECE, Math.min((piece + 1) * PIECE, lines.size()));
    }

    Optional<Head> find(String run) {
        boolean possible = !run.isEmpty() && run.length() <= 100;
        return possible ? parts.store().find(key(run)).map(RunRows::read) : Optional.empty();
    }

    Head get(String run) {
        return find(run)
                .orElseThrow(() -> new IllegalArgumentException(
                        "this company has no such run: take the id of one of setup().runs()"));
    }

    List<Head> all() {
        return parts.rows()
                .all(scope.tenant(), scope.realm().value(), HEAD, null)
                .map(RunRows::read)
                .sorted(Comparator.comparing((Head head) -> head.run().startedAt())
                        .thenComparing(head -> head.run().id())
                        .reversed())
                .toList();
    }

    /** Changes a head by compare-and-set; the same head leaves it as it is. */
    Head change(String run, UnaryOperator<Head> change) {
        List<Head> last = new ArrayList<>();
        RowKey key = key(run);
        RecordRows.mark(parts.store(), key, row -> {
            if (row == null) {
                throw new TieoutException("the run " + run + " is gone from the SyncStore");
            }
            Head before = read(row);
            Head next = change.apply(before);
            last.clear();
            last.add(next);
            return next.equals(before) ? null : write(key, next, row.version());
        });
        return last.get(0);
    }

    List<Piece> pieces(Head head, int from, int to) {
        Map<RowKey, SyncRow> found = parts.rows()
                .findAll(IntStream.range(from, to)
                        .mapToObj(i -> pieceKey(LINES, head.run().id(), i))
                        .toList());
        return IntStream.range(from, to)
                .mapToObj(i -> {
                    @Nullable SyncRow row = found.get(pieceKey(LINES, head.run().id(), i));
                    return row == null
                            ? new Piece(i, List.of(), 0)
                            : new Piece(i, RunJson.lines(row.document()), row.version());
                })
                .toList();
    }

    List<Undecided> undecided(Head head) {
        List<Undecided> all = new ArrayList<>();
        for (int i = 0; i < head.open(); i++) {
            parts.store()
                    .find(pieceKey(OPEN, head.run().id(), i))
                    .ifPresent(row -> all.addAll(RunJson.readUndecided(row.document())));
        }
        return all;
    }

    /**
     * Stores a piece.
     *
     * @return the piece as it is stored; {@code null} if another node was faster
     */
    @Nullable
    Piece save(Head head, Piece piece) {
        SyncRow row = row(LINES, head, piece.no(), RunJson.write(piece.lines()), piece.version());
        return parts.store().save(row) == SaveResult.SAVED
                ? new Piece(piece.no(), piece.lines(), piece.version() + 1)
                : null;
    }

    private SyncRow row(String kind, Head head, int piece, String document, long version) {
        return new SyncRow(pieceKey(kind, head.run().id(), piece), null, "PIECE", null, document, version);
    }

    private RowKey key(String run) {
        return scope.ownKey(HEAD.word(), run);
    }

    private RowKey pieceKey(String kind, String run, int piece) {
        return scope.ownKey(kind, run + "-" + String.format(Locale.ROOT, "%06d", piece));
    }

    private static SyncRow write(RowKey key, Head head, long version) {
        SetupRun run = head.run();
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("format", RunJson.FORMAT);
        o.put("id", run.id());
        o.put("step", run.step());
        o.put("done", Integer.toString(run.done()));
        o.put("total", Integer.toString(run.total()));
        o.put("by", run.by());
        o.put("startedAt", run.startedAt());
        o.put("endedAt", run.endedAt());
        o.put("planMadeAt", head.planMadeAt());
        o.put("pieces", Integer.toString(head.pieces()));
        o.put("open", Integer.toString(head.open()));
        o.put("owner", head.owner());
        o.put("until", head.until());
        return new SyncRow(key, null, run.state().name(), null, Json.write(o), version);
    }

    private static Head read(SyncRow row) {
        Map<String, Object> o = Json.read(row.document());
        return new Head(
                new SetupRun(
                        Json.required(o, "id"),
                        SetupStep.valueOf(Json.required(o, "step")),
                        SetupRun.State.valueOf(row.state()),
                        (int) Json.number(o, "done"),
                        (int) Json.number(o, "total"),
                        Json.text(o, "by"),
                        Instant.parse(Json.required(o, "startedAt")),
                        Json.instant(o, "endedAt")),
                Instant.parse(Json.required(o, "planMadeAt")),
                (int) Json.number(o, "pieces"),
                (int) Json.number(o, "open"),
                Json.required(o, "owner"),
                Instant.parse(Json.required(o, "until")));
    }
}
