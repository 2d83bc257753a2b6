package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.RemoteId;
import dev.tieout.qbo.api.SequencedWrites;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.api.WriteOptions;
import dev.tieout.qbo.entity.InvalidFieldException;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.sync.internal.decide.Decision;
import dev.tieout.qbo.sync.internal.decide.Decision.Step;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.Deletable;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.kind.Voidable;
import dev.tieout.qbo.sync.internal.outbound.TakingIn.Gift;
import dev.tieout.qbo.sync.internal.row.Intent;
import dev.tieout.qbo.sync.internal.row.Intent.Operation;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.RecordRows;
import dev.tieout.qbo.sync.internal.row.Refusal;
import dev.tieout.qbo.sync.internal.row.Sight;
import dev.tieout.qbo.sync.internal.row.Want;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.Standing;
import dev.tieout.sync.SyncProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

// Longer than others: deciding, sending and storing are one loop, and belong under one pair of eyes.
/**
 * Carries decisions out for some records of one firm: decide, store the intent, send, store the outcome, decide again, until
 * nothing is left to do now. Not thread-safe.
 */
public final class Turn {
    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);
    private static final WriteOptions PLAIN = WriteOptions.standard();
    private static final int ROUNDS = 12;
    private static final int TRIES_WHEN_STALE = 3;
    private static final int TRIES_TO_SAVE = 50;
    private static final Duration AGAIN_WHEN_STALE = Duration.ofHours(1);

    private final Parts parts;
    private final CompanyScope scope;
    private final Parents parents;
    private final boolean batches;
    private final Sending sending;
    private final Probing probing;
    private final Blaming blaming;
    private final NumberHolders numbers;
    private final TakingIn takingIn;
    private final Ripples ripples = new Ripples();
    private final List<Moved> moved = new ArrayList<>();
    private int sent;
    private @Nullable Instant throttledUntil;
    private boolean connectionFailed;

    /** @param batches whether several writes go in one request */
    public Turn(Parts parts, CompanyScope scope, boolean batches) {
        this.parts = parts;
        this.scope = scope;
        this.batches = batches;
        this.parents = new Parents(parts, scope);
        this.sending = new Sending(scope, new Settling());
        this.probing = new Probing(parts, scope);
        this.blaming = new Blaming(parts, scope, parents);
        this.numbers = new NumberHolders(parts, scope, parents);
        this.takingIn = new TakingIn(parts);
    }

    /** What the work means for the records that depend on those worked on. */
    public Ripples ripples() {
        return ripples;
    }

    /** How many writes were sent. */
    public int sent() {
        return sent;
    }

    /** Until when the company's limits let no more through; {@code null} if they did not stand in the way. */
    public @Nullable Instant throttledUntil() {
        return throttledUntil;
    }

    /** Says whether a write was refused because of the connection: how that is has changed. */
    public boolean connectionFailed() {
        return connectionFailed;
    }

    /** Takes a row up. */
    public <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> Work<L, E> work(
            Kind<L, E> kind, RecordRow row) {
        return new Work<>(parts, scope, parents, kind, row, new Seen<>(kind));
    }

    /** Opens a stored row and takes it up. */
    public <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> Work<L, E> work(
            Kind<L, E> kind, SyncRow row) {
        Seen<E> seen = new Seen<>(kind);
        return new Work<>(parts, scope, parents, kind, RecordRow.open(row, seen::fields), seen);
    }

    /** Looks up in one go what some records depend on, before they are decided about one by one. */
    public void lookUp(List<? extends Work<?, ?>> works) {
        List<RecordRef> refs = new ArrayList<>();
        for (Work<?, ?> work : works) {
            try {
                refs.addAll(work.refs());
            } catch (RuntimeException e) {
                // What cannot be read is told when it is decided about.
            }
        }
        parents.load(refs);
    }

    /** Says what would be done with a record, and does nothing. */
    public Decision plan(Work<?, ?> work) {
        return work.decide(true);
    }

    /** Does all that is to be done now, parents before children, and stores it. */
    public void run(List<? extends Work<?, ?>> works) {
        rounds(works);
        List<Work<?, ?>> arrived = new ArrayList<>();
        for (Work<?, ?> work : works) {
            // A parent may have come since: who woke its children then could not know of this one.
            if (work.decision().step() instanceof Step.WaitForParent s) {
                guarded(work, () -> {
                    parents.forget(scope.key(s.parent()));
                    if (!(work.decide().step() instanceof Step.WaitForParent)) {
                        arrived.add(work);
                    }
                });
            }
        }
        if (!arrived.isEmpty()) {
            rounds(arrived);
        }
    }

    private void rounds(List<? extends Work<?, ?>> works) {
        List<Work<?, ?>> open = new ArrayList<>(works);
        open.sort(Comparator.comparingInt(work -> parts.kinds().rank(work.kind().name())));
        for (int round = 0; round < ROUNDS && !open.isEmpty(); round++) {
            loadParents(open);
            List<Work<?, ?>> takes = new ArrayList<>();
            List<Work<?, ?>> probes = new ArrayList<>();
            List<Work<?, ?>> sends = new ArrayList<>();
            for (Work<?, ?> work : open) {
                guarded(work, () -> prepare(work, takes, probes, sends));
            }
            List<Work<?, ?>> again = new ArrayList<>(takes);
            if (!takes.isEmpty()) {
                takeIn(takes);
            }
            if (!probes.isEmpty()) {
                probe(probes);
                again.addAll(probes);
            }
            for (int from = 0; from < sends.size(); from += SequencedWrites.MOST) {
                List<Work<?, ?>> chunk = sends.subList(from, Math.min(from + SequencedWrites.MOST, sends.size()));
                Set<Work<?, ?>> readAgain = send(chunk);
                // What was refused as stale and goes out anew at once is stored then, with its new intent.
                finish(chunk.stream()
                        .filter(work -> !readAgain.contains(work)
                                || !isWrite(work.decision().step()))
                        .toList());
                again.addAll(chunk);
            }
            Set<Work<?, ?>> busy = new HashSet<>(again);
            finish(open.stream().filter(work -> !busy.contains(work)).toList());
            open = new ArrayList<>(works.stream().filter(busy::contains).toList());
            open.sort(Comparator.comparingInt(
                    work -> parts.kinds().rank(work.kind().name())));
            finish(open.stream().filter(work -> !isOpen(work)).toList());
            open.removeIf(work -> !isOpen(work));
        }
        open.forEach(this::rest);
        finish(open);
    }

    /** What does not come to rest, because others keep changing it, is looked at again later and never in a circle. */
    private void rest(Work<?, ?> work) {
        Instant now = parts.clock().instant();
        SyncProblem problem = Problems.own(
                ProblemCause.STALE,
                "The record changed again and again while it was worked on.",
                "Nothing is to be done: it goes on by itself.",
                null,
                now);
        work.happened(row -> Setback.paused(row, problem, now));
        guarded(work, () -> decide(work));
    }

    private static boolean isOpen(Work<?, ?> work) {
        Step step = work.decision().step();
        return !(step instanceof Step.Nothing
                || step instanceof Step.StayOut
                || step instanceof Step.WaitForParent
                || step instanceof Step.WaitUntil
                || step instanceof Step.Blocked
                || step instanceof Step.Ask
                || step instanceof Step.NotKept
                || step instanceof Step.Gone
                || step instanceof Step.Unclear);
    }

    private void loadParents(List<Work<?, ?>> works) {
        List<RecordRef> refs = new ArrayList<>();
        Set<Kind<?, ?>> created = new LinkedHashSet<>();
        for (Work<?, ?> work : works) {
            guarded(work, () -> {
                refs.addAll(work.refs());
                if (work.mayHaveTwin()) {
                    created.add(work.kind());
                }
            });
        }
        parents.load(refs, created);
    }

    /** Decides, and sorts by what is to be done. */
    private void prepare(Work<?, ?> work, List<Work<?, ?>> takes, List<Work<?, ?>> probes, List<Work<?, ?>> sends) {
        if (!work.facts().agreement().given().isEmpty()) {
            takingIn.lookAgain(work);
        }
        Step step = decide(work).step();
        if ((step instanceof Step.Resend || isWrite(step)) && isPaused(work)) {
            decide(work);
        } else if (step instanceof Step.Probe) {
            probes.add(work);
        } else if (step instanceof Step.Resend) {
            work.first = false;
            work.note(row -> row.with(row.facts()
                    .with(Objects.requireNonNull(row.facts().intent())
                            .sent(parts.clock().instant()))));
            sends.add(work);
        } else if (isWrite(step)) {
            sends.add(work);
        } else if (step instanceof Step.TakeIn) {
            takes.add(work);
        }
    }

    /** What QuickBooks would refuse whatever it is, because of the connection, is not sent record by record. */
    private boolean isPaused(Work<?, ?> work) {
        Instant now = parts.clock().instant();
        @Nullable Instant until = scope.pausedUntil(now);
        if (until == null) {
            return false;
        }
        SyncProblem problem = scope.connectionProblem(now);
        work.happened(row -> Setback.heldBack(row, problem, until));
        return true;
    }

    /** Notes what the app is given, then gives it; nothing of the store is held while the app takes it. */
    private void takeIn(List<Work<?, ?>> works) {
        Map<Work<?, ?>, Gift<?, ?>> gifts = new LinkedHashMap<>();
        for (Work<?, ?> work : works) {
            guarded(work, () -> {
                @Nullable Gift<?, ?> gift = takingIn.of(work);
                if (gift != null) {
                    gifts.put(work, gift);
                }
            });
        }
        for (Work<?, ?> work : stored(List.copyOf(gifts.keySet()))) {
            guarded(work, () -> takingIn.give(Objects.requireNonNull(gifts.get(work))));
        }
        works.forEach(work -> guarded(work, () -> decide(work)));
    }

    private static boolean isWrite(Step step) {
        return step instanceof Step.Create
                || step instanceof Step.Update
                || step instanceof Step.Void
                || step instanceof Step.Delete;
    }

    /** Decides, and moves what follows for the members. */
    private Decision decide(Work<?, ?> work) {
        Decision decision;
        try {
            decision = work.isDecided() ? work.decision() : work.decide();
        } catch (QboException e) {
            Instant now = parts.clock().instant();
            work.happened(row -> row.with(Setback.paused(row.facts(), Problems.of(e, now), e, now)));
            work.heldUp(Problems.of(e, now));
            return work.decision();
        }
        Decision decided = decision;
        @Nullable Projection app = work.app();
        @Nullable Projection there = work.there();
        if (app != null && there != null) {
            boolean twoWay = work.kind().rules().twoWay();
            Instant now = parts.clock().instant();
            work.note(row -> Settle.fields(row, decided, app, there, twoWay, now));
        }
        return decision;
    }

    private void probe(List<Work<?, ?>> works) {
        try {
            probing.probe(works);
        } catch (QboException e) {
            Instant now = parts.clock().instant();
            works.forEach(work ->
                    work.happened(row -> row.with(Setback.paused(row.facts(), Problems.of(e, now), e, now))));
        }
        works.forEach(work -> guarded(work, () -> decide(work)));
    }

    /**
     * Makes the intents durable, then sends; nothing of the store is held while the call is under way.
     *
     * @return those of which nothing was written, because QuickBooks held another version; it has been read
     */
    private Set<Work<?, ?>> send(List<Work<?, ?>> works) {
        List<Work<?, ?>> fresh = new ArrayList<>();
        for (Work<?, ?> work : works) {
            guarded(work, () -> intend(work, fresh));
        }
        if (batches && fresh.size() > 1) {
            number(fresh);
        }
        List<Work<?, ?>> ready = stored(
                works.stream().filter(work -> work.facts().intent() != null).toList());
        sent += ready.size();
        sending.send(ready, this::isOurs);
        Set<Work<?, ?>> read = readAgain();
        blaming.find(ready.stream().filter(Blaming::isAsked).toList());
        numbers.find(ready);
        works.forEach(work -> guarded(work, () -> decide(work)));
        return read;
    }

    /** Makes intents durable; those that another node was quicker with are as that one left them, and not among the result. */
    private List<Work<?, ?>> stored(List<Work<?, ?>> storing) {
        List<Work<?, ?>> ready = new ArrayList<>();
        Instant rescue = parts.clock().instant().plus(parts.times().callBound());
        storing.forEach(work -> work.note(row -> Viewing.of(row, work.decision(), null, null, "", rescue)));
        List<SaveResult> results = parts.rows()
                .saveClosed(storing.stream().map(work -> work.closed()).toList());
        for (int i = 0; i < storing.size(); i++) {
            Work<?, ?> work = storing.get(i);
            if (results.get(i) == SaveResult.SAVED) {
                // A match may be stored here first, with the write that follows from it.
                ripples.stored(new RecordRef(work.kind().name(), work.id()), work.stored(), work.row());
                work.saved();
                ready.add(work);
            } else {
                work.onto(parts.rows().get(work.key()));
            }
        }
        return ready;
    }

    /**
     * A process that slept since it stored a write must not send it as it is: another may have taken it over, given its id
     * up and sent it under a new one, and QuickBooks may have forgotten the id.
     */
    private boolean isOurs(Work<?, ?> work) {
        Intent intent = Objects.requireNonNull(work.facts().intent());
        Instant now = parts.clock().instant();
        if (!now.isBefore(intent.decidedAt().plus(parts.times().memoryOfRequestIds()))) {
            return false;
        }
        if (now.isBefore(intent.sentAt().plus(parts.times().callBound()))) {
            return true;
        }
        work.note(row -> row.with(row.facts().with(intent.sent(now))));
        return !stored(List.of(work)).isEmpty();
    }

    private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void intend(
            Work<L, E> work, List<Work<?, ?>> fresh) {
        Step step = work.decision().step();
        if (!isWrite(step)) {
            return;
        }
        Write<E> write;
        Set<String> members = Set.of();
        Operation operation;
        try {
            if (step instanceof Step.Create) {
                operation = Operation.CREATE;
                write = work.kind().create(work.kind().completed(work.wanted(), work.local(), parents));
                members = Objects.requireNonNull(work.app()).members();
            } else if (step instanceof Step.Update u) {
                operation = Operation.UPDATE;
                members = u.members();
                write = work.kind().update(work.seen(), work.wanted(), Objects.requireNonNull(work.app()), members);
            } else {
                operation = step instanceof Step.Void ? Operation.VOID : Operation.DELETE;
                write = ending(work, operation);
            }
        } catch (Blocked e) {
            refuse(work, e.obstacle().problem(parts.clock().instant()));
            return;
        } catch (InvalidFieldException e) {
            refuse(work, Problems.of(e, parts.clock().instant()));
            return;
        }
        Instant now = parts.clock().instant();
        Projection carried = work.app() == null ? Projection.EMPTY : work.app();
        Intent intent = new Intent(
                operation,
                parts.requestIds().get(),
                null,
                write.body(),
                carried,
                List.copyOf(members),
                now,
                now,
                null,
                List.of());
        work.first = true;
        work.note(row -> row.with(row.facts().with(intent).withoutTrouble().withoutRefusal()));
        if (work.kind().options(write, PLAIN).equals(PLAIN)) {
            fresh.add(work);
        }
    }

    @SuppressWarnings("unchecked") // a kind's powers are of the kind's entity
    private static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> Write<E> ending(
            Work<L, E> work, Operation operation) {
        Object kind = work.kind();
        return operation == Operation.VOID
                ? ((Voidable<E>) kind).voiding(work.seen())
                : ((Deletable<E>) kind).deleting(work.seen());
    }

    private void refuse(Work<?, ?> work, SyncProblem problem) {
        String about = work.about();
        Instant again = parts.clock().instant().plus(parts.times().slow());
        work.happened(row -> row.with(row.facts().with(new Refusal(problem, about, again))));
        decide(work);
    }

    /** One request id for all, and one id each within it. */
    private void number(List<Work<?, ?>> works) {
        String requestId = parts.requestIds().get();
        int n = 0;
        for (Work<?, ?> work : works) {
            String batchId = Integer.toString(++n);
            work.note(row -> {
                Intent i = Objects.requireNonNull(row.facts().intent());
                return row.with(row.facts()
                        .with(new Intent(
                                i.operation(),
                                requestId,
                                batchId,
                                i.body(),
                                i.carried(),
                                i.fields(),
                                i.decidedAt(),
                                i.sentAt(),
                                null,
                                List.of())));
            });
        }
    }

    /** Stores what the records come to. */
    private void finish(List<Work<?, ?>> works) {
        works.forEach(this::view);
        List<Work<?, ?>> storing = new ArrayList<>(works);
        storing.removeIf(work -> !work.changed());
        List<SaveResult> results = parts.rows()
                .saveClosed(storing.stream().map(work -> work.closed()).toList());
        for (int i = 0; i < storing.size(); i++) {
            settled(storing.get(i), results.get(i));
        }
    }

    private void settled(Work<?, ?> work, SaveResult result) {
        SaveResult last = result;
        for (int tries = 0; last != SaveResult.SAVED; tries++) {
            if (tries == TRIES_TO_SAVE) {
                throw RecordRows.contended(work.key());
            }
            if (last == SaveResult.TAKEN) {
                Instant now = parts.clock().instant();
                RemoteId remote = Objects.requireNonNull(work.row().remoteId());
                @Nullable
                RecordRef holder = parts.rows()
                        .holder(
                                scope.tenant(),
                                scope.realm().value(),
                                work.kind().name(),
                                remote)
                        .map(id -> new RecordRef(work.kind().name(), id))
                        .orElse(null);
                String entity = work.kind().type().name();
                work.happened(row -> Settle.linkedTwice(row, entity, remote, holder, now));
            } else {
                work.onto(parts.rows().get(work.key()));
            }
            guarded(work, () -> decide(work));
            view(work);
            last = parts.store().save(work.closed());
        }
        ripples.stored(new RecordRef(work.kind().name(), work.id()), work.stored(), work.row());
        work.saved();
        parts.told().changed(scope.tenant(), work.before(), work.row().status());
    }

    private void view(Work<?, ?> work) {
        Instant now = parts.clock().instant();
        work.note(row -> Viewing.of(
                asked(row, work.decision()),
                work.decision(),
                work.app(),
                work.there(),
                work.kind().rules().presence(),
                now));
        work.note(row -> {
            @Nullable Standing standing = work.standing();
            return Objects.equals(standing, row.view().standing())
                    ? row
                    : row.with(row.view().with(standing), row.dueAt());
        });
    }

    /** What a person asked for is done: from now on the switches speak again. */
    private static RecordRow asked(RecordRow row, Decision decision) {
        @Nullable Want want = row.facts().want();
        return want != null && want.asked() && decision.step() instanceof Step.Nothing
                ? row.with(row.facts().with(want.asked(false)))
                : row;
    }

    /** A throwing host or a bug stops one record, with backoff, and nothing else. */
    private void guarded(Work<?, ?> work, Runnable step) {
        try {
            step.run();
        } catch (QboException e) {
            Instant now = parts.clock().instant();
            work.happened(row -> row.with(Setback.paused(row.facts(), Problems.of(e, now), e, now)));
            work.heldUp(Problems.of(e, now));
        } catch (RuntimeException e) {
            LOG.warn(
                    "record failed tenant={} kind={} localId={} with {}",
                    scope.tenant(),
                    work.kind().name(),
                    work.id(),
                    LOG.isDebugEnabled() ? new Thrown(e) : e.getClass().getName());
            Instant now = parts.clock().instant();
            SyncProblem problem = Problems.own(
                    ProblemCause.APP_FAILED,
                    "The app or this library failed over the record ("
                            + e.getClass().getSimpleName() + ").",
                    "Look into the app's log for what it threw; it is tried again by itself.",
                    null,
                    now);
            work.happened(row -> Setback.paused(row, problem, now));
            try {
                work.decide();
            } catch (RuntimeException again) {
                work.brokenBy(problem);
            }
        }
    }

    private final class Settling implements Sending.Outcomes {
        @Override
        public void arrived(Work<?, ?> work, QboEntity answer, boolean repeated) {
            // An answer that cannot be taken in leaves its intent: the write is looked for again.
            guarded(work, () -> settle(work, answer, repeated));
        }

        @SuppressWarnings("unchecked") // a work's answers are of its kind
        private <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void settle(
                Work<L, E> work, QboEntity answer, boolean repeated) {
            Intent intent = Objects.requireNonNull(work.facts().intent());
            boolean old = repeated || !work.first;
            Instant now = parts.clock().instant();
            @Nullable Sight before = work.facts().sight();
            work.happened(row -> Settle.arrived(work.kind(), row, intent, (E) answer, old, now));
            work.saw((E) answer, before);
            if (!old) {
                once(work, intent);
            }
        }

        /** No answer, however odd, leads to the same being sent again: what it left undone was not kept. */
        private void once(Work<?, ?> work, Intent intent) {
            if (work.decide().step() instanceof Step.Update again) {
                Projection app = Objects.requireNonNull(work.app());
                Projection there = Objects.requireNonNull(work.there());
                Set<String> same = new TreeSet<>(again.members());
                same.retainAll(intent.fields());
                same.removeIf(
                        member -> !app.member(member).equals(intent.carried().member(member)));
                if (!same.isEmpty()) {
                    work.happened(row -> Settle.notKept(row, same, app, there));
                }
            }
        }

        @Override
        public void failed(Work<?, ?> work, QboException e) {
            Intent intent = Objects.requireNonNull(work.facts().intent());
            boolean first = work.first;
            Instant now = parts.clock().instant();
            connectionFailed |= e.kind() == FaultKind.SUBSCRIPTION
                    || e.kind() == FaultKind.REAUTHORIZE
                    || e.kind() == FaultKind.CONFIGURATION;
            if (e.kind() == FaultKind.THROTTLED) {
                throttledUntil = now.plus(e.retryAfter().orElse(Backoff.after(1)));
            }
            boolean isMoved = first
                    && (e.kind() == FaultKind.STALE || e.kind() == FaultKind.NOT_FOUND)
                    && work.row().remoteId() != null;
            if (isMoved) {
                work.happened(row -> Setback.tried(Settle.freed(row, intent), intent, e, now));
                @Nullable Sight seen = work.facts().sight();
                moved.add(new Moved(work, e, seen == null ? -1 : seen.token()));
            } else {
                String about = work.about();
                work.happened(row -> Setback.failed(
                        row, intent, first, e, about, parts.times().slow(), now));
            }
        }
    }

    /** QuickBooks holds other versions than were seen, or none: the records are read in one go, and decided anew. */
    private Set<Work<?, ?>> readAgain() {
        List<Moved> read = new ArrayList<>();
        for (Moved each : moved) {
            Work<?, ?> work = each.work();
            if (++work.stale < TRIES_WHEN_STALE) {
                read.add(each);
            } else {
                guarded(work, () -> refused(work, each.refusal(), AGAIN_WHEN_STALE));
            }
        }
        moved.clear();
        if (read.isEmpty()) {
            return Set.of();
        }
        try {
            probing.probe(read.stream().map(Moved::work).toList());
        } catch (QboException e) {
            Instant now = parts.clock().instant();
            read.forEach(each ->
                    each.work().happened(row -> row.with(Setback.paused(row.facts(), Problems.of(e, now), e, now))));
            return Set.of();
        }
        for (Moved each : read) {
            if (each.refusal().kind() == FaultKind.NOT_FOUND && each.isAsBefore()) {
                guarded(
                        each.work(),
                        () -> refused(each.work(), each.refusal(), parts.times().slow()));
            }
        }
        return read.stream().map(Moved::work).collect(Collectors.toSet());
    }

    private void refused(Work<?, ?> work, QboException refusal, Duration pause) {
        Instant now = parts.clock().instant();
        SyncProblem problem = Problems.of(refusal, now);
        String about = work.about();
        work.happened(row -> row.with(row.facts().with(new Refusal(problem, about, now.plus(pause)))));
    }

    /**
     * A write that QuickBooks refused because it holds another version of the record, or none.
     *
     * @param token the version that was seen before
     */
    private record Moved(Work<?, ?> work, QboException refusal, long token) {
        boolean isAsBefore() {
            @Nullable Sight sight = work.facts().sight();
            return sight != null && sight.token() == token && sight.gone() == Sight.Gone.THERE;
        }
    }
}
