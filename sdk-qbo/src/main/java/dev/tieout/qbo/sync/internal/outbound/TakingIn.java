package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.qbo.entity.InvalidFieldException;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.TwoWay;
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

/** Gives the app what changed in QuickBooks. What a user of the app saved meanwhile is not lost. */
final class TakingIn {
    private final Parts parts;

    TakingIn(Parts parts) {
        this.parts = parts;
    }

    /** Gives some members; the record is decided anew after it. */
    <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void give(
            Work<L, E> work, Set<String> members) {
        TwoWay<L, E> kind = (TwoWay<L, E>) work.kind();
        Optional<LocalRecord<L>> found = kind.records().find(work.scope().tenant(), work.id());
        if (found.isEmpty()) {
            missing(work);
            return;
        }
        L current = found.get().record();
        String known = Objects.requireNonNull(work.facts().want()).record();
        if (!kind.encode(current).equals(known)) {
            // A user saved meanwhile: that is decided first.
            work.happened(row -> wanting(row, known, kind.encode(current)));
            return;
        }
        Projection there = Objects.requireNonNull(work.there());
        L changed = kind.accept(current, members, there);
        Map<String, Pair> base = work.facts().agreement().base();
        LocalOutcome outcome = kind.records()
                .update(work.scope().tenant(), changed, found.get().version());
        if (outcome instanceof LocalOutcome.Done) {
            Map<String, Pair> agreed = agreed(work, kind, changed, members, there);
            work.happened(row -> accepted(wanting(row, known, kind.encode(changed)), base, agreed));
        } else if (outcome instanceof LocalOutcome.Refused refused) {
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
        return row.with(row.facts()
                .with(row.facts()
                        .agreement()
                        .withBase(base -> {
                            Pair.settle(base, moved);
                            return base;
                        })
                        .done(moved.keySet()))
                .withoutTrouble()
                .withoutRefusal());
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
