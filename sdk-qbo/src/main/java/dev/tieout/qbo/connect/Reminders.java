package dev.tieout.qbo.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;

/** When trouble that lasts is told again. */
final class Reminders {
    private static final Duration DAILY = Duration.ofDays(1);

    private Reminders() {}

    static boolean isDue(Trouble trouble, Instant toldAt, Instant now) {
        return switch (trouble.cause()) {
            // It has ended, which was told; or it decides itself within minutes.
            case BY_HOST, IN_QUICKBOOKS, GRACE_PERIOD_OVER, SUSPECTED -> false;
            case FIVE_YEAR_LIMIT_NEAR -> isOfTheCountdown(trouble.deadline(), toldAt, now);
            default -> !toldAt.plus(DAILY).isAfter(now);
        };
    }

    /** Two months are too long for a word a day. */
    private static boolean isOfTheCountdown(Optional<Instant> deadline, Instant toldAt, Instant now) {
        return deadline.isPresent()
                && LongStream.of(30, 14, 7, 3, 2, 1)
                        .mapToObj(days -> deadline.get().minus(Duration.ofDays(days)))
                        .anyMatch(moment -> moment.isAfter(toldAt) && !moment.isAfter(now));
    }
}
