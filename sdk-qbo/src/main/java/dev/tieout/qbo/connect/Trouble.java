package dev.tieout.qbo.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is wrong with a connection. Immutable.
 *
 * @param cause what it is
 * @param since when it was first seen
 * @param deadline when the connection is ended unless it gets well; empty once it has ended, and where it is never ended
 * @param againAt when the library next looks by itself whether it is over; until then nothing is tried in vain. Empty where
 *     there is nothing to look for
 */
public record Trouble(TroubleCause cause, Instant since, Optional<Instant> deadline, Optional<Instant> againAt) {
    /**
     * Says how long there is to mend it.
     *
     * @param now the moment from which it is counted
     * @return the time until the deadline, zero once that has passed; empty without a deadline
     */
    public Optional<Duration> timeLeft(Instant now) {
        return deadline.map(end -> end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO);
    }
}
