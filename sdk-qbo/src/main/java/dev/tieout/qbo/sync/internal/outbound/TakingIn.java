package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.qbo.entity.InvalidFieldException;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.decide.Decision.Step;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.kind.TwoWay;
import dev.tieout.qbo.sync.internal.row.Agreement;
import dev.tieout.qbo.sync.internal.row.Pair;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.Refusal;
import dev.tieout.qbo.sync.internal.row.Want;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.LocalRecord;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncProblem;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the app what changed in QuickBooks. What a user of the app saved meanwhile is not lost, and what the app was given is
 * not taken for a user's word: it is noted before.
 */
final class TakingIn {
    private final Parts parts;

    TakingIn(Parts parts) {
        this.parts = parts;
    }

    /**
     * What the app is to be given; the row notes it, and is stored before it is given.
     *
     * @param changed the app's record with QuickBooks' values
     * @param version the version of the app's record that it was made from
     * @param known the app's record as it was
     * @param agreed by member on what both agree once the app has it
     */
    record Gift<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc>(
            Work<L, E> work, L changed, String version, String known, Map<String, Pair> agreed) {}

    /**
     * Finds out whether the app took what it was being given when that was last stored. It is asked at once: later nobody
     * could tell a value that it took from one that a user says.
     */
    <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void lookAgain(Work<L, E> work) {
        TwoWay<L, E> kind = (TwoWay<L, E>) work.kind();
        Set<String> given = Set.copyOf(work.facts().agreement().given().keySet());
        Optional<LocalRecord<L>> found = kind.records().find(work.scope().tenant(), work.id());
        @Nullable Want want = work.facts().want();
        if (found.isPresent() && want != null) {
            String known = want.record();
            String current = kind.encode(found.get().record());
            if (!current.equals(known)) {
                work.happened(row -> wanting(row, known, current));
            }
            work.decide();
        }
        if (found.isEmpty() || work.app() != null) {
            // What the app did not take by now it does not have.
            work.happened(row -> without(row, given));
        }
    }

    /**
     * Works out what the app is to be given by the decision made.
     *
     * @return {@code null} where there is nothing to give now: the record is decided anew
     */
    <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> @Nullable Gift<L, E> of(Work<L, E> work) {
        if (!(work.decision().step() instanceof Step.TakeIn step)) {
            return null;
        }
        TwoWay<L, E> kind = (TwoWay<L, E>) work.kind();
        Optional<LocalRecord<L>> found = kind.records().find(work.scope().tenant(), work.id());
        if (found.isEmpty()) {
            missing(work);
            return null;
        }
        L current = found.get().record();
        String known = Objects.requireNonNull(work.facts().want()).record();
        if (!kind.encode(current).equals(known)) {
            // A user saved meanwhile: that is decided first.
            work.happened(row -> wanting(row, known, kind.encode(current)));
            return null;
        }
        Projection there = Objects.requireNonNull(work.there());
        L changed = kind.accept(current, step.members(), there);
        Map<String, Pair> agreed = agreed(work, kind, changed, step.members(), there);
        work.note(row -> row.with(row.facts().with(row.facts().agreement().withGiven(given -> {
            given.putAll(agreed);
            return given;
        }))));
        return new Gift<>(work, changed, found.get().version(), known, agreed);
    }

    /** Gives it; the record is decided anew after it. */
    <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void give(Gift<L, E> gift) {
        Work<L, E> work = gift.work();
        TwoWay<L, E> kind = (TwoWay<L, E>) work.kind();
        Map<String, Pair> base = work.facts().agreement().base();
        LocalOutcome outcome = kind.records().update(work.scope().tenant(), gift.changed(), gift.version());
        if (outcome instanceof LocalOutcome.Done) {
            work.happened(
                    row -> accepted(wanting(row, gift.known(), kind.encode(gift.changed())), base, gift.agreed()));
            return;
        }
        work.happened(row -> without(row, gift.agreed().keySet()));
        if (outcome instanceof LocalOutcome.Refused refused) {
            refuse(
                    work,
                    ProblemCause.REFUSED_BY_APP,
                    "The app does not take the change from QuickBooks: " + refused.reason(),
                    "Change the record in QuickBooks or in the app so that the app takes it, then retry; or resolve it to"
                            + " the app's side.");
        } else if (outcome instanceof LocalOutcome.Stale) {
            // The next look finds the user's version.
            work.stale++;
        } else {
            missing(work);
        }
    }

    /** The app certainly was not given it. */
    private static RecordRow without(RecordRow row, Set<String> members) {
        return row.with(row.facts().with(row.facts().agreement().withGiven(given -> {
            given.keySet().removeAll(members);
            return given;
        })));
    }

    /** The pairs at which both sides agree now, as the app says its part. */
    private static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> Map<String, Pair> agreed(
            Work<L, E> work, TwoWay<L, E> kind, L changed, Set<String> members, Projection there) {
        @Nullable Projection app = null;
        try {
            app = kind.app(
                    kind.entity(changed, work.parents()),
                    changed,
                    work.seen(),
                    work.facts().agreement().said());
        } catch (Blocked | InvalidFieldException e) {
            // The app took what QuickBooks itself would not take back: what QuickBooks has is agreed.
        }
        Map<String, Pair> pairs = new HashMap<>();
        for (String member : members) {
            pairs.put(member, Pair.of(member, app == null ? there : app, there));
        }
        return pairs;
    }

    /** Where the row has got another word of the app meanwhile, that is the newer: the app saved it after this one. */
    private static RecordRow wanting(RecordRow row, String known, String record) {
        @Nullable Want want = row.facts().want();
        return want == null || !want.record().equals(known)
                ? row
                : row.with(row.facts().with(want.of(record, null)));
    }

    /** Moves the bases of what was taken in, but for those that another node moved meanwhile. */
    private static RecordRow accepted(RecordRow row, Map<String, Pair> before, Map<String, Pair> agreed) {
        Map<String, Pair> now = row.facts().agreement().base();
        Map<String, Pair> moved = new HashMap<>(agreed);
        moved.keySet().removeIf(member -> !Objects.equals(before.get(member), now.get(member)));
        RecordRow next = without(row, agreed.keySet());
        return next.with(next.facts()
                .with(agreed(next.facts().agreement(), moved))
                .withoutTrouble()
                .withoutRefusal());
    }

    /** The app is found to hold what it was given: on that both agreed, whatever either says since. */
    static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> RecordRow taken(
            Kind<L, E> kind, RecordRow row, Projection app) {
        Agreement agreement = row.facts().agreement();
        Map<String, Pair> taken = new HashMap<>(agreement.given());
        taken.entrySet()
                .removeIf(given -> !kind.rules()
                        .same(app.member(given.getKey()), given.getValue().app()));
        return taken.isEmpty() ? row : row.with(row.facts().with(agreed(agreement, taken)));
    }

    /** Moves the bases of what the app was given and took. */
    private static Agreement agreed(Agreement agreement, Map<String, Pair> taken) {
        return agreement
                .withBase(base -> {
                    Pair.settle(base, taken);
                    return base;
                })
                .withGiven(given -> {
                    given.keySet().removeAll(taken.keySet());
                    return given;
                })
                .done(taken.keySet());
    }

    private void missing(Work<?, ?> work) {
        refuse(
                work,
                ProblemCause.MISSING_IN_APP,
                "QuickBooks changed the record, and the app no longer has it.",
                "Forget the record, which leaves QuickBooks as it is, or bring it back in the app.");
    }

    private void refuse(Work<?, ?> work, ProblemCause cause, String message, String remedy) {
        Instant now = parts.clock().instant();
        SyncProblem problem = Problems.own(cause, message, remedy, null, now);
        String about = work.about();
        work.happened(row -> row.with(row.facts()
                .with(new Refusal(problem, about, now.plus(parts.times().slow())))));
    }
}
