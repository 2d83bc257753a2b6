package dev.tieout.qbo.sync.internal.handle;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.internal.Given;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.MatchOutcome;
import dev.tieout.qbo.sync.RecordHandle;
import dev.tieout.qbo.sync.SyncPlan;
import dev.tieout.qbo.sync.internal.decide.Decision;
import dev.tieout.qbo.sync.internal.decide.Verdict;
import dev.tieout.qbo.sync.internal.kind.Introduced;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.kind.TwoWay;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.outbound.Plans;
import dev.tieout.qbo.sync.internal.outbound.Settle;
import dev.tieout.qbo.sync.internal.outbound.Turn;
import dev.tieout.qbo.sync.internal.outbound.Work;
import dev.tieout.qbo.sync.internal.row.Agreement;
import dev.tieout.qbo.sync.internal.row.Agreement.Choice;
import dev.tieout.qbo.sync.internal.row.Facts;
import dev.tieout.qbo.sync.internal.row.Intent;
import dev.tieout.qbo.sync.internal.row.Offer;
import dev.tieout.qbo.sync.internal.row.Pair;
import dev.tieout.qbo.sync.internal.row.People;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.Refusal;
import dev.tieout.qbo.sync.internal.row.Sight;
import dev.tieout.qbo.sync.internal.row.Trouble;
import dev.tieout.qbo.sync.internal.row.View;
import dev.tieout.qbo.sync.internal.row.Want;
import dev.tieout.qbo.sync.internal.row.Want.End;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

// Longer than others: one short method for each thing that a person can say about a record.
/** What a host can do with a single record, whatever its kind. Thread-safe. */
public class Handle<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> implements RecordHandle<L> {
    private final Parts parts;
    private final Locks locks;
    private final Supplier<CompanyScope> scopes;
    private final Kind<L, E> kind;

    public Handle(Parts parts, Locks locks, Supplier<CompanyScope> scopes, Kind<L, E> kind) {
        this.parts = parts;
        this.locks = locks;
        this.scopes = scopes;
        this.kind = kind;
    }

    public final CompanyScope scope() {
        return scopes.get();
    }

    protected final Parts parts() {
        return parts;
    }

    @Override
    public SyncStatus sync(L record) {
        return handOver(record, null);
    }

    @Override
    public SyncStatus sync(L record, long version) {
        return handOver(record, version);
    }

    private String encoded(L record) {
        return kind.encode(Given.value("record", record));
    }

    private SyncStatus handOver(L record, @Nullable Long version) {
        String json = encoded(record);
        return now(kind.id(record), row -> unpaused(wanting(row, json, version, true)));
    }

    @Override
    public SyncStatus stage(L record) {
        return stage(record, null);
    }

    @Override
    public SyncStatus stage(L record, long version) {
        return stage(record, Long.valueOf(version));
    }

    /** Lets a record in that a person turned on, and stages it whatever the switches say. */
    protected final SyncStatus stageIn(L record) {
        String json = encoded(record);
        return later(kind.id(record), row -> {
            boolean out = row.facts().people().out() != null;
            RecordRow in = out ? in(row) : row;
            boolean loose = out && row.remoteId() == null && row.facts().sight() != null;
            return wanting(loose ? in.with(in.facts().unlinked()) : in, json, null, true);
        });
    }

    private SyncStatus stage(L record, @Nullable Long version) {
        String json = encoded(record);
        return later(kind.id(record), row -> wanting(row, json, version, false));
    }

    @Override
    public SyncPlan plan(L record) {
        String json = encoded(record);
        Turn turn = new Turn(parts, scope(), false);
        Work<?, ?> work = turn.work(kind, parts.rows().get(scope().key(kind.name(), kind.id(record))));
        work.note(row -> wanting(row, json, null, true));
        return Plans.of(new RecordRef(kind.name(), kind.id(record)), turn.plan(work), work);
    }

    @Override
    public SyncStatus status(LocalId id) {
        CompanyScope scope = scope();
        return scope.beside(parts.store()
                .find(scope.key(kind.name(), id))
                .filter(RecordRow::readable)
                .map(RecordRow::status)
                .or(() -> offered(id)
                        .map(row -> Offer.read(row).status(scope.realm().value(), row.dueAt())))
                .orElseGet(() -> RecordRow.fresh(scope.key(kind.name(), id)).status()));
    }

    @Override
    public SyncStatus retry(LocalId id) {
        scope().lookAgain();
        parts.companies().forget(scope().realm());
        if (known(id)) {
            return now(id, this::anew);
        }
        Instant now = parts.clock().instant();
        offered(id).ifPresent(row -> Offer.wake(parts.store(), row.key(), now));
        return status(id);
    }

    /** What the app did not take from QuickBooks is listed under the id that it would have. */
    private Optional<SyncRow> offered(LocalId id) {
        return Offer.remoteId(scope().realm().value(), id)
                .flatMap(remote -> parts.store().find(scope().ownKey(Offer.KIND, Offer.id(kind.name(), remote))))
                .filter(Offer::isOpen);
    }

    /** Forgets what held a record up. What may have arrived is searched for again, never sent again. */
    static RecordRow anew(RecordRow row, Instant now) {
        @Nullable Trouble trouble = row.facts().trouble();
        @Nullable Refusal refusal = row.facts().refusal();
        // That another record of the app holds the link is no refusal that time heals: match and resend answer it.
        boolean held = refusal != null && refusal.problem().cause() == ProblemCause.LINKED_TWICE;
        Facts facts = held ? row.facts() : row.facts().withoutRefusal();
        if (trouble != null) {
            facts = facts.with(new Trouble(trouble.problem(), trouble.failures(), now));
        }
        @Nullable Intent intent = facts.intent();
        if (intent != null && !intent.hits().isEmpty()) {
            facts = facts.with(intent.foundButUnclear(List.of()));
        }
        return row.with(facts);
    }

    private RecordRow anew(RecordRow row) {
        return anew(row, parts.clock().instant());
    }

    @Override
    public SyncStatus resolve(LocalId id, Side side, String... fields) {
        Given.value("side", side);
        Set<String> asked = Set.of(Given.value("fields", fields));
        if (!known(id)) {
            return status(id);
        }
        return run(id, (turn, work) -> {
            Decision decision = turn.plan(work);
            @Nullable Projection app = work.app();
            @Nullable Projection there = work.there();
            if (app == null || there == null) {
                return;
            }
            Set<String> open = new TreeSet<>(decision.members(Verdict.TELL));
            open.addAll(decision.members(Verdict.NOT_KEPT));
            open.addAll(decision.members(Verdict.ACCEPTED));
            open.addAll(decision.members(Verdict.SWITCHED_OFF));
            open.removeIf(member -> asked.isEmpty()
                    ? decision.fields().get(member) == Verdict.ACCEPTED
                            || decision.fields().get(member) == Verdict.SWITCHED_OFF
                    : asked.stream().noneMatch(f -> isOf(member, f)));
            work.happened(row -> row.with(row.facts()
                    .withoutRefusal()
                    .with(row.facts().agreement().withChosen(all -> {
                        open.forEach(m -> all.put(m, new Choice(side, Pair.of(m, app, there))));
                        return all;
                    }))));
        });
    }

    @Override
    public MatchOutcome match(L record, RemoteId remote) {
        Given.value("remote", remote);
        String json = encoded(record);
        return match(kind.id(record), remote, row -> wanting(row, json, null, true), false);
    }

    /** Links a record that may be linked with another one: a person said that it is to be moved. */
    public final MatchOutcome move(L record, RemoteId remote) {
        Given.value("remote", remote);
        String json = encoded(record);
        return match(kind.id(record), remote, row -> wanting(row, json, null, true), true);
    }

    /** Links a record again with what it was unmatched from. */
    public final MatchOutcome undoUnmatch(LocalId id) {
        People people = parts.rows().get(scope().key(kind.name(), id)).facts().people();
        @Nullable String before = people.wasLinked();
        return people.out() != KeptOut.UNMATCHED || before == null
                ? new MatchOutcome.NotThere()
                : match(id, RemoteId.of(before), row -> row, false);
    }

    @Override
    public MatchOutcome match(LocalId id, RemoteId remote) {
        Given.value("remote", remote);
        return known(id) ? match(id, remote, row -> row, false) : new MatchOutcome.NotThere();
    }

    private MatchOutcome match(LocalId id, RemoteId remote, UnaryOperator<RecordRow> wanting, boolean moving) {
        CompanyScope scope = scope();
        Optional<E> entity = scope.api().find(kind.type(), remote).filter(this::isActive);
        if (entity.isEmpty()) {
            return new MatchOutcome.NotThere();
        }
        @Nullable RemoteId before = status(id).remoteId();
        if (before != null && !before.equals(remote) && !moving) {
            return new MatchOutcome.AlreadyMatched(before);
        }
        Optional<LocalId> holder = holder(scope, remote).filter(other -> !other.equals(id));
        if (holder.isPresent()) {
            return new MatchOutcome.Taken(holder.get());
        }
        SyncStatus status = now(id, row -> isOut(row) ? row : linked(wanting.apply(row), entity.get()));
        if (!remote.equals(status.remoteId()) && isOut(parts.rows().get(scope.key(kind.name(), id)))) {
            return new MatchOutcome.Underway(status);
        }
        boolean lost = status.problem() != null && status.problem().cause() == ProblemCause.LINKED_TWICE;
        return lost
                ? holder(scope, remote)
                        .<MatchOutcome>map(MatchOutcome.Taken::new)
                        .orElseGet(() -> new MatchOutcome.Matched(status))
                : new MatchOutcome.Matched(status);
    }

    private boolean isActive(E entity) {
        return !(kind instanceof TwoWay<L, E> both) || both.active(entity);
    }

    private Optional<LocalId> holder(CompanyScope scope, RemoteId remote) {
        return parts.rows().holder(scope.tenant(), scope.realm().value(), kind.name(), remote);
    }

    /** A field that is one of many goes by the name of them all too. */
    private static boolean isOf(String member, String field) {
        return member.equals(field) || member.startsWith(field + "#") || member.startsWith(field + "@");
    }

    /** Links a row with an entity that was just read. A match that only undoes an unmatch finds all as it was. */
    public RecordRow linked(RecordRow row, E entity) {
        RemoteId remote = Settle.remoteId(entity);
        Facts facts = row.facts();
        boolean undone = remote.value().equals(facts.people().wasLinked()) || remote.equals(row.remoteId());
        Facts fresh = new Facts(
                facts.want() == null ? null : facts.want().asked(true),
                undone ? facts.sight() : null,
                undone ? facts.agreement() : Agreement.NONE,
                null,
                null,
                null,
                facts.people().in().same(remote.value()),
                facts.trail());
        return Settle.seen(
                kind, row.linkedTo(remote).with(fresh), entity, parts.clock().instant());
    }

    /** Links many records with entities that were just read, and brings them in step; nothing else is looked at. */
    public void link(List<L> records, List<E> entities) {
        together(records, (row, i) -> linked(row, entities.get(i)));
    }

    /** Links a record with an entity that was just read, because a policy says so: the switches speak. */
    void linkUnasked(L record, E entity) {
        String json = encoded(record);
        now(kind.id(record), row -> {
            RecordRow linked = linked(wanting(row, json, null, false), entity);
            return linked.with(linked.facts()
                    .with(Objects.requireNonNull(linked.facts().want()).asked(false)));
        });
    }

    /** Asks a person whether a record is one of QuickBooks; nothing of it is sent meanwhile. */
    void ask(L record, SyncProblem problem) {
        String json = encoded(record);
        String other = Objects.requireNonNull(
                        Objects.requireNonNull(problem.blame()).remoteId())
                .value();
        now(kind.id(record), row -> {
            RecordRow wanting = wanting(row, json, null, false);
            Facts facts = wanting.facts();
            return wanting.with(
                    facts.with(facts.people().asking(other)).with(new Refusal(problem, "", problem.since())));
        });
    }

    /** Creates many records; each is asked for by a person. */
    public void create(List<L> records) {
        together(records, (row, i) -> asNew(row));
    }

    /** What a person said about one of many records that go out together. */
    private interface Said {
        RecordRow about(RecordRow row, int i);
    }

    private void together(List<L> records, Said said) {
        CompanyScope scope = scope().patient();
        Turn turn = new Turn(parts, scope, true);
        List<RowKey> keys =
                records.stream().map(r -> scope.key(kind.name(), kind.id(r))).toList();
        Map<RowKey, SyncRow> stored = parts.rows().findAll(keys);
        List<Work<?, ?>> works = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            @Nullable SyncRow row = stored.get(keys.get(i));
            Work<?, ?> work = row == null ? turn.work(kind, RecordRow.fresh(keys.get(i))) : turn.work(kind, row);
            String json = kind.encode(records.get(i));
            int n = i;
            work.happened(r -> said.about(wanting(r, json, null, true), n));
            works.add(work);
        }
        locks.with(keys, () -> turn.run(works));
        new Waking(parts).dependents(scope, turn.ripples());
    }

    @Override
    public SyncStatus unmatch(LocalId id) {
        return unmatch(id, said(null));
    }

    @Override
    public SyncStatus unmatch(LocalId id, String by) {
        return unmatch(id, said(Given.value("by", by)));
    }

    private SyncStatus unmatch(LocalId id, People.Said said) {
        return known(id) ? now(id, row -> apart(row, said)) : status(id);
    }

    private People.Said said(@Nullable String by) {
        return new People.Said(by, parts.clock().instant(), false);
    }

    /** Tells whether a create is on its way of which nobody can say yet what it made. */
    private static boolean isOut(RecordRow row) {
        @Nullable Intent intent = row.facts().intent();
        return row.remoteId() == null
                && intent != null
                && intent.operation() == Intent.Operation.CREATE
                && intent.hits().isEmpty();
    }

    /** A create that may have arrived is still found out about: what it made must not be taken for somebody else's. */
    private static RecordRow apart(RecordRow row, People.Said said) {
        Facts facts = row.facts();
        @Nullable RemoteId linked = row.remoteId();
        return row.linkedTo(null)
                .with((isOut(row) ? facts : facts.withoutIntent().withoutTrouble())
                        .withoutRefusal()
                        .with(facts.people().out(KeptOut.UNMATCHED, linked == null ? null : linked.value(), said)));
    }

    /** Takes back a link that a setup made: the record is as if nobody had ever handed it over, and stays out until linked anew. */
    public final void takeBack(LocalId id, RemoteId remote, @Nullable String by) {
        People.Said undone = new People.Said(by, parts.clock().instant(), true);
        now(
                id,
                row -> remote.equals(row.remoteId())
                        ? row.linkedTo(null)
                                .with(Facts.NONE.with(
                                        row.facts().people().out(KeptOut.UNMATCHED, remote.value(), undone)))
                        : row);
    }

    @Override
    public SyncStatus notTheSame(LocalId id, RemoteId other) {
        Given.value("other", other);
        return known(id) ? notTheSame(id, other, said(null)) : status(id);
    }

    /** As {@link #notTheSame(LocalId, RemoteId)}, of a record too that was never handed over. */
    public SyncStatus notTheSame(LocalId id, RemoteId other, @Nullable String by) {
        return notTheSame(id, other, said(by));
    }

    private SyncStatus notTheSame(LocalId id, RemoteId other, People.Said said) {
        CompanyScope scope = scope();
        if (kind instanceof Introduced<?, ?> introduced && introduced.isIntroduced(scope.settings())) {
            RowKey key = scope.key(kind.name(), id);
            boolean asked =
                    other.value().equals(parts.rows().get(key).facts().people().perhaps());
            if (asked && parts.rows().get(key).remoteId() == null) {
                // There may be others like it: they are asked about before one is made.
                parts.rows().change(key, row -> parted(row, other, said));
                new Introductions(parts, locks).of(scope, List.of(new RecordRef(kind.name(), id)));
                return status(id);
            }
        }
        return now(id, row -> parted(row, other, said));
    }

    private static RecordRow parted(RecordRow row, RemoteId other, People.Said said) {
        Facts facts = row.facts();
        boolean answered = other.value().equals(facts.people().perhaps());
        return row.with(
                (answered ? facts.withoutRefusal() : facts).with(facts.people().notTheSame(other.value(), said)));
    }

    @Override
    public SyncStatus withdraw(LocalId id) {
        return known(id)
                ? now(id, row -> {
                    @Nullable Want want = row.facts().want();
                    boolean sent = row.facts().intent() != null
                            || (row.facts().sight() != null
                                    && row.facts().sight().gone() != Sight.Gone.THERE);
                    return want == null || sent ? row : row.with(row.facts().with(want.ending(End.KEEP)));
                })
                : status(id);
    }

    @Override
    public SyncStatus resend(LocalId id) {
        return known(id) ? now(id, Handle::again) : status(id);
    }

    private static RecordRow again(RecordRow row) {
        Facts facts = row.facts();
        @Nullable Want want = facts.want();
        boolean gone = facts.sight() != null && facts.sight().gone() != Sight.Gone.THERE;
        boolean unclear = facts.intent() != null && !facts.intent().hits().isEmpty();
        Set<String> alike = alike(row);
        if (want == null || !(gone || unclear || !alike.isEmpty())) {
            return row;
        }
        Facts fresh = (gone ? facts.unlinked() : facts.withoutIntent())
                .withoutTrouble()
                .withoutRefusal();
        for (String other : alike) {
            fresh = fresh.with(fresh.people().notTheSame(other));
        }
        RecordRow next = gone ? row.linkedTo(null) : row;
        return next.with(fresh.with(want.ending(End.KEEP).asked(true)));
    }

    /** What of QuickBooks a person is asked about: whoever sends the record again says that none of it is the same. */
    private static Set<String> alike(RecordRow row) {
        Set<String> alike = new TreeSet<>();
        @Nullable Intent intent = row.facts().intent();
        if (intent != null) {
            alike.addAll(intent.hits());
        }
        Stream.ofNullable(row.facts().people().perhaps()).forEach(alike::add);
        @Nullable SyncProblem problem = row.view().problem();
        if (problem != null && problem.cause() == ProblemCause.PERHAPS_SAME && problem.blame() != null) {
            Stream.ofNullable(problem.blame().remoteId()).map(RemoteId::value).forEach(alike::add);
        }
        return alike;
    }

    @Override
    public SyncStatus forget(LocalId id) {
        return known(id)
                ? now(
                        id,
                        row -> isOut(row)
                                ? apart(row, said(null))
                                : row.linkedTo(null)
                                        .with(Facts.NONE.with(
                                                row.facts().people().out(KeptOut.BY_PERSON, null, said(null)))))
                : status(id);
    }

    /** Voids a record, on this thread. */
    public SyncStatus voidNow(LocalId id) {
        return known(id) ? now(id, row -> unpaused(ending(row, End.VOID))) : status(id);
    }

    /** Voids a record in the background. */
    public SyncStatus stageVoid(LocalId id) {
        return known(id) ? later(id, row -> ending(row, End.VOID)) : status(id);
    }

    /** Deletes a record, on this thread. */
    public SyncStatus deleteNow(LocalId id) {
        return known(id) ? now(id, row -> unpaused(ending(row, End.DELETE))) : status(id);
    }

    /** Deletes a record in the background. */
    public SyncStatus stageDelete(LocalId id) {
        return known(id) ? later(id, row -> ending(row, End.DELETE)) : status(id);
    }

    /** Keeps a record out of step. */
    public SyncStatus keepOut(LocalId id) {
        return keepOut(id, said(null));
    }

    /** Keeps a record out of step, and remembers who said so. */
    public SyncStatus keepOut(LocalId id, String by) {
        return keepOut(id, said(Given.value("by", by)));
    }

    /** The same, said by somebody or by nobody in particular. */
    public final SyncStatus keepOutBy(LocalId id, @Nullable String by) {
        return keepOut(id, said(by));
    }

    /** Unmatches a record, said by somebody or by nobody in particular. */
    public final SyncStatus unmatchBy(LocalId id, @Nullable String by) {
        return unmatch(id, said(by));
    }

    private SyncStatus keepOut(LocalId id, People.Said said) {
        return now(id, row -> row.with(row.facts().with(row.facts().people().out(KeptOut.BY_PERSON, null, said))));
    }

    /** Lets a record in again. */
    public SyncStatus letIn(LocalId id) {
        return known(id)
                ? now(id, row -> {
                    RecordRow in = in(row);
                    // What was unmatched has no link any more: it is a record of its own now.
                    return row.remoteId() == null && row.facts().sight() != null
                            ? in.with(in.facts().unlinked())
                            : in;
                })
                : status(id);
    }

    /** A record that is let in is one of its own: what it was linked with before is another. */
    private static RecordRow in(RecordRow row) {
        People people = row.facts().people();
        @Nullable String before = row.remoteId() == null ? people.wasLinked() : null;
        return row.with(row.facts()
                .with(before == null ? people.in() : people.notTheSame(before).in()));
    }

    /** Reads a record from QuickBooks, and decides and does what is to be done about it. */
    public SyncStatus look(LocalId id) {
        @Nullable RemoteId remote = status(id).remoteId();
        Optional<E> entity = remote == null ? Optional.empty() : scope().api().find(kind.type(), remote);
        return now(id, row -> {
            RecordRow fresh = anew(row);
            if (remote == null || !remote.equals(row.remoteId())) {
                return fresh;
            }
            Instant at = parts.clock().instant();
            return entity.map(e -> Settle.seen(kind, fresh, e, at)).orElseGet(() -> Settle.deleted(fresh, at));
        });
    }

    /**
     * Whether a create can be asked for whose name is to be checked before: a create that is out may have taken the name itself,
     * and what is linked has its own.
     */
    protected final boolean isFree(LocalId id) {
        RecordRow row = parts.rows().get(scope().key(kind.name(), id));
        return row.remoteId() == null && row.facts().intent() == null;
    }

    /**
     * Creates a record that a person asked for, or tells who has its name.
     *
     * @param called the name that a person chose because the app's is taken, or {@code null}
     */
    protected final CreateOutcome create(
            L record, People.@Nullable Called called, Supplier<CreateOutcome.NameTaken> nameTaken) {
        String json = encoded(record);
        SyncStatus status = now(kind.id(record), row -> {
            RecordRow asked = asNew(unpaused(wanting(row, json, null, true)));
            return called == null
                    ? asked
                    : asked.with(asked.facts().with(asked.facts().people().called(called)));
        });
        if (status.state() == SyncState.SYNCED) {
            return new CreateOutcome.Created(status);
        }
        boolean taken = status.problem() != null && status.problem().cause() == ProblemCause.NAME_TAKEN;
        return taken ? nameTaken.get() : new CreateOutcome.NotCreated(status);
    }

    private RecordRow asNew(RecordRow row) {
        RecordRow in = anew(in(row));
        return row.remoteId() == null
                        && row.facts().intent() == null
                        && row.facts().sight() != null
                ? in.with(in.facts().unlinked())
                : in;
    }

    private static RecordRow wanting(RecordRow row, String json, @Nullable Long version, boolean asked) {
        @Nullable Want want = row.facts().want();
        @Nullable String text = version == null ? null : version.toString();
        if (want == null) {
            return row.with(row.facts().with(new Want(json, text, 1, End.KEEP, asked)));
        }
        boolean older = version != null && want.hostVersion() != null && Long.parseLong(want.hostVersion()) > version;
        return older ? row : row.with(row.facts().with(want.of(json, text).asked(asked || want.asked())));
    }

    private static RecordRow ending(RecordRow row, End end) {
        @Nullable Want want = row.facts().want();
        return want == null ? row : row.with(row.facts().with(want.ending(end)));
    }

    /** A person does not wait for a pause to end; that a try failed is still known. */
    private RecordRow unpaused(RecordRow row) {
        @Nullable Trouble trouble = row.facts().trouble();
        return trouble == null
                ? row
                : row.with(row.facts()
                        .with(new Trouble(
                                trouble.problem(),
                                trouble.failures(),
                                parts.clock().instant())));
    }

    private boolean known(LocalId id) {
        return parts.store().find(scope().key(kind.name(), id)).isPresent();
    }

    private SyncStatus now(LocalId id, UnaryOperator<RecordRow> change) {
        return run(id, (turn, work) -> work.happened(change));
    }

    private interface Doing {
        void with(Turn turn, Work<?, ?> work);
    }

    private SyncStatus run(LocalId id, Doing doing) {
        CompanyScope scope = scope();
        Work<?, ?> done = once(scope, id, doing);
        boolean introduced = new Introductions(parts, locks).of(scope, done.lacking());
        SyncStatus status =
                (introduced ? once(scope, id, (turn, work) -> {}) : done).row().status();
        // What held it up may have come up just now.
        return status.state() == SyncState.WAITING ? scope().beside(status) : scope.beside(status);
    }

    private Work<?, ?> once(CompanyScope scope, LocalId id, Doing doing) {
        RowKey key = scope.key(kind.name(), id);
        Turn turn = new Turn(parts, scope, false);
        AtomicReference<Work<?, ?>> done = new AtomicReference<>();
        locks.with(List.of(key), () -> {
            Work<?, ?> work = turn.work(kind, parts.rows().get(key));
            doing.with(turn, work);
            turn.run(List.of(work));
            done.set(work);
        });
        new Waking(parts).dependents(scope, turn.ripples());
        return Objects.requireNonNull(done.get());
    }

    /** Stores facts to be worked on soon: one look-up, one save. */
    private SyncStatus later(LocalId id, UnaryOperator<RecordRow> change) {
        RowKey key = scope().key(kind.name(), id);
        Instant now = parts.clock().instant();
        SyncStatus[] before = new SyncStatus[1];
        RecordRow stored = parts.rows().change(key, row -> {
            before[0] = row.status();
            RecordRow next = change.apply(row);
            boolean rests = row.view().state() == SyncState.GONE
                    || row.view().state() == SyncState.UNCERTAIN
                    || row.facts().people().out() != null;
            View waiting = new View(
                    SyncState.WAITING,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    row.view().agreedAt(),
                    row.view().standing());
            return rests ? next.due(now) : next.with(waiting, now);
        });
        parts.told().changed(key.tenant(), before[0], stored.status());
        return scope().beside(stored.status());
    }
}
