package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.qbo.connect.Trouble;
import dev.tieout.qbo.connect.TroubleCause;
import dev.tieout.qbo.text.internal.Words;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a connection's trouble means for records: what waits for it says so, in the reader's language, and says it no longer
 * than it is so, because it is derived when it is looked at. Immutable.
 *
 * @param trouble what is wrong
 * @param locale the reader's language
 * @param look asks QuickBooks whether it is over
 */
record Link(Optional<Trouble> trouble, Locale locale, Runnable look) {
    private static final Set<ProblemCause> OF_THE_CONNECTION =
            Set.of(ProblemCause.CONNECTION, ProblemCause.SUBSCRIPTION, ProblemCause.UNAVAILABLE);

    @Nullable
    Instant pausedUntil(Instant now) {
        return trouble.filter(t -> t.cause() == TroubleCause.SUBSCRIPTION_LAPSED)
                .flatMap(Trouble::againAt)
                .filter(at -> at.isAfter(now))
                .orElse(null);
    }

    SyncProblem problem(Instant now) {
        TroubleCause cause = trouble.map(Trouble::cause).orElse(TroubleCause.SUBSCRIPTION_LAPSED);
        return problem(cause, trouble.map(Trouble::since).orElse(now), Locale.ENGLISH);
    }

    Link in(Locale other) {
        return new Link(trouble, other, look);
    }

    SyncStatus beside(SyncStatus status) {
        @Nullable SyncProblem problem = status.problem();
        if (trouble.isEmpty() || status.state() != SyncState.WAITING || status.waitsFor() != null) {
            return problem == null ? status : with(status, Words.in(locale, problem));
        }
        Trouble known = trouble.get();
        @Nullable SyncProblem own = status.problem();
        boolean another = own != null && !OF_THE_CONNECTION.contains(own.cause());
        // It works until the day.
        boolean none = known.cause() == TroubleCause.FIVE_YEAR_LIMIT_NEAR;
        if (another || none) {
            return own == null ? status : with(status, Words.in(locale, own));
        }
        return with(status, problem(known.cause(), known.since(), locale));
    }

    private static SyncStatus with(SyncStatus status, SyncProblem problem) {
        return new SyncStatus(
                status.kind(),
                status.localId(),
                status.remoteId(),
                status.state(),
                status.keptOut(),
                status.waitsFor(),
                status.root(),
                problem,
                status.differences(),
                status.accepted(),
                status.nextTry(),
                status.agreedAt(),
                status.standing(),
                status.trail());
    }

    private static SyncProblem problem(TroubleCause cause, Instant since, Locale locale) {
        return new SyncProblem(
                cause == TroubleCause.SUBSCRIPTION_LAPSED ? ProblemCause.SUBSCRIPTION : ProblemCause.CONNECTION,
                cause.message(locale),
                cause.remedy(locale),
                null,
                null,
                null,
                null,
                null,
                since);
    }

    void lookAgain() {
        if (trouble.isPresent()) {
            look.run();
        }
    }
}
