package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.qbo.sync.internal.decide.Decision;
import dev.tieout.qbo.sync.internal.decide.Decision.Step;
import dev.tieout.qbo.sync.internal.decide.Verdict;
import dev.tieout.qbo.sync.internal.row.Facts;
import dev.tieout.qbo.sync.internal.row.Intent;
import dev.tieout.qbo.sync.internal.row.Pair;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.Sight;
import dev.tieout.qbo.sync.internal.row.View;
import dev.tieout.sync.Accepted;
import dev.tieout.sync.Difference;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Derives where a record stands, and when it is looked at again, from what was decided. */
final class Viewing {
    private static final Duration PARENT_AGAIN = Duration.ofHours(1);

    private Viewing() {}

    /** @param decision what was decided last, by the facts that the row holds */
    static RecordRow of(
            RecordRow row,
            Decision decision,
            @Nullable Projection app,
            @Nullable Projection there,
            String presence,
            Instant now) {
        Step step = decision.step();
        Facts facts = row.facts();
        List<Difference> differences = differences(decision, app, there);
        List<Accepted> accepted = accepted(facts, decision, app, there);
        if (step instanceof Step.Nothing) {
            @Nullable
            Instant since = row.view().state() == SyncState.SYNCED ? row.view().agreedAt() : now;
            return row.with(
                    new View(
                            SyncState.SYNCED,
                            null,
                            null,
                            null,
                            null,
                            List.of(),
                            accepted,
                            since == null ? now : since,
                            row.view().standing()),
                    null);
        }
        if (step instanceof Step.StayOut s) {
            return row.with(view(row, SyncState.NOT_SYNCED, s.why(), null, null, null, List.of(), List.of()), null);
        }
        if (step instanceof Step.WaitForParent s) {
            return row.with(
                    view(row, SyncState.WAITING, null, s.parent(), s.root(), s.problem(), differences, accepted),
                    now.plus(PARENT_AGAIN));
        }
        if (step instanceof Step.WaitUntil s) {
            return row.with(waiting(row, s.problem(), differences, accepted), s.moment());
        }
        if (step instanceof Step.Blocked s) {
            SyncState state =
                    s.problem().cause() == ProblemCause.LINKED_TWICE ? SyncState.CONFLICT : SyncState.NEEDS_ATTENTION;
            return row.with(stuck(row, state, s.problem(), differences, accepted), s.againAt());
        }
        if (step instanceof Step.Ask s) {
            return row.with(
                    stuck(
                            row,
                            SyncState.CONFLICT,
                            told(facts, s.members(), app, there, presence, now),
                            differences,
                            accepted),
                    null);
        }
        if (step instanceof Step.NotKept s) {
            return row.with(
                    stuck(row, SyncState.NEEDS_ATTENTION, notKept(s.members(), now), differences, accepted), null);
        }
        if (step instanceof Step.Gone) {
            return row.with(stuck(row, SyncState.GONE, gone(facts, now), List.of(), List.of()), null);
        }
        if (step instanceof Step.Unclear) {
            return row.with(stuck(row, SyncState.UNCERTAIN, unclear(facts.intent(), now), List.of(), List.of()), null);
        }
        @Nullable
        SyncProblem trouble = facts.trouble() == null ? null : facts.trouble().problem();
        return row.with(waiting(row, trouble, differences, accepted), now);
    }

    private static View waiting(
            RecordRow row, @Nullable SyncProblem problem, List<Difference> differences, List<Accepted> accepted) {
        return view(row, SyncState.WAITING, null, null, null, problem, differences, accepted);
    }

    /** A problem keeps the time since when it stands. */
    private static View stuck(
            RecordRow row,
            SyncState state,
            SyncProblem problem,
            List<Difference> differences,
            List<Accepted> accepted) {
        @Nullable SyncProblem before = row.view().problem();
        SyncProblem dated = before != null
                        && before.cause() == problem.cause()
                        && Objects.equals(before.faultCode(), problem.faultCode())
                ? Problems.dated(problem, before.since())
                : problem;
        return view(row, state, null, null, null, dated, differences, accepted);
    }

    private static View view(
            RecordRow row,
            SyncState state,
            @Nullable KeptOut out,
            @Nullable RecordRef parent,
            @Nullable RecordRef root,
            @Nullable SyncProblem problem,
            List<Difference> differences,
            List<Accepted> accepted) {
        return new View(
                state,
                out,
                parent,
                root,
                problem,
                differences,
                accepted,
                row.view().agreedAt(),
                row.view().standing());
    }

    static List<Difference> differences(Decision decision, @Nullable Projection app, @Nullable Projection there) {
        List<Difference> differences = new ArrayList<>();
        if (app == null || there == null) {
            return differences;
        }
        decision.fields().forEach((member, verdict) -> {
            boolean open = verdict == Verdict.TELL
                    || verdict == Verdict.NOT_KEPT
                    || verdict == Verdict.WRITE
                    || verdict == Verdict.TAKE_IN;
            if (open) {
                @Nullable
                Side becomes =
                        verdict == Verdict.WRITE ? Side.APP : verdict == Verdict.TAKE_IN ? Side.QUICKBOOKS : null;
                differences.add(new Difference(member, app.shown(member), there.shown(member), becomes));
            }
        });
        return differences;
    }

    private static List<Accepted> accepted(
            Facts facts, Decision decision, @Nullable Projection app, @Nullable Projection there) {
        List<Accepted> accepted = new ArrayList<>();
        if (app == null || there == null) {
            return accepted;
        }
        decision.fields().forEach((member, verdict) -> {
            @Nullable Pair pair = facts.agreement().base().get(member);
            boolean settled = verdict == Verdict.ACCEPTED
                    || verdict == Verdict.ACCEPT_BY_POLICY
                    || verdict == Verdict.ACCEPT_BY_PERSON;
            if (settled && pair != null && pair.by() != null) {
                accepted.add(new Accepted(member, app.shown(member), there.shown(member), pair.by(), pair.at()));
            } else if (verdict == Verdict.SWITCHED_OFF) {
                accepted.add(new Accepted(member, app.shown(member), there.shown(member), Accepted.By.SWITCH, null));
            }
        });
        return accepted;
    }

    private static SyncProblem told(
            Facts facts,
            Set<String> members,
            @Nullable Projection app,
            @Nullable Projection there,
            String presence,
            Instant now) {
        String fields = String.join(", ", members);
        // A merge leaves the one that went inactive, and says no more (QuickBooks fact P8.13).
        boolean away = members.contains(presence) && there != null && "false".equals(there.get(presence));
        if (away && members.size() == 1) {
            return Problems.own(
                    ProblemCause.PERHAPS_MERGED,
                    "The record was made inactive in QuickBooks, or merged into another.",
                    "Match it with the record it was merged into, or resolve it: QuickBooks' side makes it inactive in the"
                            + " app, the app's side active again in QuickBooks.",
                    fields,
                    now);
        }
        boolean both = app != null
                && members.stream().anyMatch(member -> {
                    @Nullable Pair base = facts.agreement().base().get(member);
                    return base != null && !base.appHad(app.member(member));
                });
        return both
                ? Problems.own(
                        ProblemCause.BOTH_CHANGED,
                        "The app and QuickBooks both changed the same fields.",
                        "Compare the two values, then resolve the record to one side, or make both equal.",
                        fields,
                        now)
                : Problems.own(
                        ProblemCause.CHANGED_IN_QUICKBOOKS,
                        "QuickBooks holds other values than the app.",
                        "Compare the two values, then resolve the record to one side, or make both equal.",
                        fields,
                        now);
    }

    private static SyncProblem notKept(Set<String> members, Instant now) {
        String fields = String.join(", ", members);
        return members.equals(Set.of("Total"))
                ? Problems.own(
                        ProblemCause.AMOUNTS_DIFFER,
                        "QuickBooks computed another total than the app.",
                        "Compare the sales tax and the rounding on both sides; correct one, or accept QuickBooks' value by"
                                + " resolving the record, or for all in the settings.",
                        fields,
                        now)
                : Problems.own(
                        ProblemCause.NOT_KEPT,
                        "QuickBooks was sent the app's values and kept others.",
                        "Look in the company's settings whether it tracks such values (classes, locations, numbers), or"
                                + " accept what QuickBooks has by resolving the record.",
                        fields,
                        now);
    }

    private static SyncProblem gone(Facts facts, Instant now) {
        boolean voided = facts.sight() != null && facts.sight().gone() == Sight.Gone.VOID;
        return Problems.own(
                voided ? ProblemCause.VOIDED_IN_QUICKBOOKS : ProblemCause.DELETED_IN_QUICKBOOKS,
                voided ? "The record was voided in QuickBooks." : "The record was deleted in QuickBooks.",
                "Void or delete it in the app too, resend it, which makes a new record, or forget it.",
                null,
                now);
    }

    private static SyncProblem unclear(@Nullable Intent intent, Instant now) {
        int hits = intent == null ? 0 : intent.hits().size();
        return Problems.own(
                ProblemCause.UNKNOWN_OUTCOME,
                "The record was sent to QuickBooks, its answer was lost, and " + hits + " records there could be it.",
                "Look in QuickBooks: match the record if it is there; resend it if it is not.",
                null,
                now);
    }
}
