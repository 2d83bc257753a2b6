package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.LocalId;
import dev.tieout.qbo.entity.InvalidFieldException;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.decide.Decide;
import dev.tieout.qbo.sync.internal.decide.Decision;
import dev.tieout.qbo.sync.internal.decide.Question;
import dev.tieout.qbo.sync.internal.decide.Question.Obstacle;
import dev.tieout.qbo.sync.internal.kind.Amounts;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.kind.Obstructed;
import dev.tieout.qbo.sync.internal.kind.TwoWay;
import dev.tieout.qbo.sync.internal.row.Bare;
import dev.tieout.qbo.sync.internal.row.Facts;
import dev.tieout.qbo.sync.internal.row.People;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.Sight;
import dev.tieout.qbo.sync.internal.row.Want;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.Standing;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

// Longer than others: what is known of one record while it is worked on, and what follows from it, are one thing.
/**
 * One record that is worked on: its row as it is stored, its row as it will be, and what both sides say. Not thread-safe.
 */
public final class Work<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    private final Parts parts;
    private final CompanyScope scope;
    private final Parents parents;
    private final Kind<L, E> kind;
    private final Seen<E> reading;
    private final List<UnaryOperator<RecordRow>> outcomes = new ArrayList<>();
    private final SyncStatus before;

    private RecordRow stored;
    private RecordRow row;
    private Decision decision = new Decision(new Decision.Step.Nothing(), Map.of());
    private @Nullable RecordRow decidedFor;
    private @Nullable String readRecord;
    private People.@Nullable Called readCalled;
    private @Nullable L local;
    private @Nullable E wanted;
    private @Nullable E seen;
    private @Nullable Projection app;
    private @Nullable Projection there;

    /** How often the record was found changed in QuickBooks while it was written. */
    int stale;

    /** Whether an attempt of the write in flight was made in this piece of work and before it none. */
    boolean first;

    Work(Parts parts, CompanyScope scope, Parents parents, Kind<L, E> kind, RecordRow row, Seen<E> reading) {
        this.parts = parts;
        this.scope = scope;
        this.parents = parents;
        this.kind = kind;
        this.reading = reading;
        this.stored = row;
        this.row = row;
        this.before = row.status();
    }

    public Kind<L, E> kind() {
        return kind;
    }

    public RowKey key() {
        return row.key();
    }

    public LocalId id() {
        return row.localId();
    }

    public RecordRow row() {
        return row;
    }

    public Facts facts() {
        return row.facts();
    }

    public Decision decision() {
        return decision;
    }

    public @Nullable Projection app() {
        return app;
    }

    public @Nullable Projection there() {
        return there;
    }

    SyncStatus before() {
        return before;
    }

    RecordRow stored() {
        return stored;
    }

    public Parents parents() {
        return parents;
    }

    CompanyScope scope() {
        return scope;
    }

    Instant now() {
        return parts.clock().instant();
    }

    E wanted() {
        return required(wanted);
    }

    E seen() {
        return required(seen);
    }

    L local() {
        return required(local);
    }

    /** The record as the app wants it, in QuickBooks' words; empty while that cannot be said. */
    Optional<String> said() {
        return Optional.ofNullable(wanted).map(QboEntity::toJson);
    }

    /** Changes what follows from facts alone; it is worked out anew where the row turns out to be another. */
    public void note(UnaryOperator<RecordRow> change) {
        row = change.apply(row);
    }

    /** Changes what has happened, and must not be lost where the row turns out to be another. */
    public void happened(UnaryOperator<RecordRow> change) {
        outcomes.add(change);
        row = change.apply(row);
    }

    /** The row is stored as it is now. */
    void saved() {
        row = row.stored();
        stored = row;
        outcomes.clear();
        parents.forget(row.key());
    }

    /** Another node stored the row: what happened here is added to what stands there. */
    void onto(RecordRow other) {
        stored = other;
        row = other;
        outcomes.forEach(change -> row = change.apply(row));
    }

    /** The row as the store is to hold it. */
    SyncRow closed() {
        @Nullable Sight sight = row.facts().sight();
        return row.close(
                sight == null || row.facts().agreement().base().isEmpty()
                        ? Projection.EMPTY
                        : reading.fields(sight.entity()));
    }

    boolean changed() {
        return !row.equals(stored) || row.version() == 0;
    }

    /** Decides by the facts as they are now. */
    public Decision decide() {
        return decide(false);
    }

    /** @param dry whether to say what would be done however things stand with the connection and earlier refusals */
    Decision decide(boolean dry) {
        Facts facts = row.facts();
        @Nullable Want want = facts.want();
        @Nullable Sight sight = facts.sight();
        local = want == null ? null : local(want);
        seen = sight == null ? null : reading.entity(sight.entity());
        wanted = null;
        app = null;
        there = null;
        decidedFor = null;
        Projection base = facts.agreement().said();
        @Nullable Obstacle obstacle = null;
        boolean said = want != null
                && facts.intent() == null
                && facts.people().out() == null
                && want.end() == Want.End.KEEP
                && (sight == null || sight.gone() == Sight.Gone.THERE);
        if (said) {
            obstacle = say(required(local), base);
            if (app != null && !facts.agreement().given().isEmpty()) {
                row = TakingIn.taken(kind, row, app);
                facts = row.facts();
            }
        }
        boolean ends = want != null && want.end() != Want.End.KEEP;
        @Nullable Obstructed end = seen == null || !ends ? null : kind.endObstacle(seen);
        if (seen != null && sight != null && ends && end == null && sight.gone() == Sight.Gone.THERE) {
            end = kind.closedBooks(seen, parents);
        }
        Instant now = now();
        Question question = new Question(
                dry ? facts.withoutRefusal().withoutTrouble() : facts,
                row.remoteId() != null,
                app,
                obstacle,
                there,
                end == null ? null : end.problem(now),
                seen == null ? null : kind.locked(seen, now),
                kind.rules(),
                scope.settings().of(kind.name()),
                isBeforeStart(),
                scope.settings().acceptOtherTotals(),
                seen == null || !said ? Set.of() : kind.left(parents),
                seen == null || !said ? Set.of() : kind.tolerated(parents),
                facts.refusal() == null ? "" : about(),
                dry || scope.connected(),
                parts.times(),
                now);
        decision = Decide.decide(question);
        parts.told().decided(row.key(), question, decision);
        decidedFor = dry ? null : row;
        return decision;
    }

    private boolean isBeforeStart() {
        @Nullable LocalDate start = scope.settings().of(kind.name()).startDate();
        @Nullable LocalDate day = local == null ? null : kind.day(local);
        return start != null && day != null && day.isBefore(start);
    }

    /** The decision was made by the facts as they are. */
    @SuppressWarnings("ReferenceEquality") // what is no longer the same is decided anew, changed or not
    boolean isDecided() {
        return row == decidedFor;
    }

    /** The parents that the app's record names. */
    List<RecordRef> refs() {
        @Nullable Want want = row.facts().want();
        return want == null ? List.of() : kind.parents(local(want));
    }

    /** The parents that a record to be sent named when it was decided about, if it could not go for want of one. */
    public List<RecordRef> lacking() {
        Decision.Step step = decision.step();
        boolean waits = step instanceof Decision.Step.WaitForParent
                || (step instanceof Decision.Step.Blocked blocked
                        && blocked.problem().cause() == ProblemCause.PARENT_OUT);
        return waits ? refs() : List.of();
    }

    /** An answer is in the hand that the row now holds as what was seen: it need not be read out of it. */
    public void saw(E answer, @Nullable Sight before) {
        @Nullable Sight sight = row.facts().sight();
        boolean held = sight != null && sight.gone() != Sight.Gone.DELETED;
        if (sight != null && held && (before == null || !sight.entity().equals(before.entity()))) {
            seen = answer;
            reading.hold(sight.entity(), answer);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the same text need not be read twice; an equal one may be
    private L local(Want want) {
        @Nullable L known = local;
        People.@Nullable Called called = row.facts().people().called();
        if (known == null || readRecord != want.record() || readCalled != called) {
            known = kind.decode(want.record());
            if (called != null && kind instanceof TwoWay<L, E> both) {
                known = both.called(known, called.app(), called.name());
            }
            readCalled = called;
            local = known;
            readRecord = want.record();
        }
        return known;
    }

    private @Nullable Obstacle say(L record, Projection base) {
        List<RecordRef> needed = kind.parents(record).stream()
                .filter(ref -> !kind.canDoWithout(ref, scope.settings())
                        || parents.linked(ref).isPresent())
                .toList();
        @Nullable Obstacle obstacle = parents.obstacle(needed);
        if (obstacle != null) {
            return obstacle;
        }
        try {
            E entity = kind.entity(record, parents);
            app = kind.app(entity, record, seen, base);
            there = seen == null ? null : kind.levelled(app, kind.there(seen, app, base), scope.settings());
            wanted = entity;
            return twin(record, entity);
        } catch (Blocked e) {
            return new Obstacle.Problem(e.obstacle().problem(now()));
        } catch (InvalidFieldException e) {
            return new Obstacle.Problem(Problems.of(e, now()));
        }
    }

    /** Says whether it is to be seen, before it is created, if somebody entered it by hand. */
    boolean mayHaveTwin() {
        return row.remoteId() == null
                && row.facts().intent() == null
                && kind instanceof Amounts<?, ?>
                && scope.settings().askAboutTwins()
                && scope.connected();
    }

    @SuppressWarnings("unchecked") // a kind's powers are of the kind's records
    private @Nullable Obstacle twin(L record, E entity) {
        if (!mayHaveTwin()) {
            return null;
        }
        Amounts<L, E> amounts = (Amounts<L, E>) kind;
        @Nullable
        Obstacle obstacle = parents.twins()
                .obstacle(
                        kind,
                        amounts,
                        row.key(),
                        outline(amounts, record, entity),
                        row.facts().people().others());
        if (obstacle != null) {
            app = null;
        }
        return obstacle;
    }

    /** The app's record in outline, while it can be said. */
    Bare outline(Amounts<L, E> amounts) {
        return outline(amounts, local(), wanted());
    }

    private static <L, E extends QboEntity> Bare outline(Amounts<L, E> amounts, L record, E entity) {
        Bare outline = amounts.outline(entity);
        BigDecimal total = amounts.total(record).amount();
        return new Bare("", outline.customer(), amounts.date(record), total, total, outline.number());
    }

    /** What is needed to decide could not be read: the record waits for it. */
    void heldUp(SyncProblem problem) {
        Instant until =
                row.facts().trouble() == null ? now() : row.facts().trouble().until();
        decision = new Decision(new Decision.Step.WaitUntil(until, problem), Map.of());
    }

    /** The record cannot even be decided about: it waits, and says so. */
    void brokenBy(SyncProblem problem) {
        Instant until =
                row.facts().trouble() == null ? now() : row.facts().trouble().until();
        decision = new Decision(new Decision.Step.Blocked(problem, until), Map.of());
    }

    /** The fields that the company would not keep. */
    List<String> dropped() {
        return kind.dropped(local(), parents.company());
    }

    /** Where it stands in QuickBooks, as it was last seen there. */
    @SuppressWarnings("unchecked") // a kind's powers are of the kind's records
    @Nullable
    Standing standing() {
        @Nullable Sight sight = row.facts().sight();
        boolean there = sight != null && sight.gone() != Sight.Gone.DELETED && row.remoteId() != null;
        if (!there || sight == null || !(kind instanceof Amounts<?, ?>)) {
            return null;
        }
        return ((Amounts<L, E>) kind).standing(reading.entity(sight.entity()));
    }

    /** A digest of everything that a refusal may be about: whatever of it changes lifts the refusal. */
    public String about() {
        Facts facts = row.facts();
        @Nullable Want want = facts.want();
        StringBuilder text = new StringBuilder();
        text.append(app == null ? "" : app.fields())
                .append('|')
                .append(want == null ? "" : want.end())
                .append('|')
                .append(app == null && want != null ? want.record() : "")
                .append('|')
                .append(
                        facts.sight() == null
                                ? ""
                                : facts.sight().token() + facts.sight().gone().name())
                .append('|')
                .append(there == null ? "" : there.fields())
                .append('|')
                .append(row.remoteId())
                .append('|')
                .append(scope.settings())
                .append('|')
                .append(scope.epoch())
                .append('|')
                .append(local == null ? "" : parents.digest(kind.parents(local)));
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return Long.toHexString(hash);
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the record is not known this far");
        }
        return value;
    }
}
