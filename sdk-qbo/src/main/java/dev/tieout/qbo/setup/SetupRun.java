package dev.tieout.qbo.setup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A carrying out of a plan, which is stored: another node goes on with it where this one stopped, and its report can be read
 * later. Immutable.
 *
 * @param id its id
 * @param step what it is about
 * @param state how far it is
 * @param done how many decisions were carried out
 * @param total how many there are
 * @param by who began it, in the host's words; {@code null} if the host did not say
 * @param startedAt when it began
 * @param endedAt when it ended, or {@code null}
 */
public record SetupRun(
        String id,
        SetupStep step,
        State state,
        int done,
        int total,
        @Nullable String by,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** Names everything but who. */
    @Override
    public String toString() {
        return "SetupRun[id=" + id + ", step=" + step + ", state=" + state + ", done=" + done + " of " + total
                + ", startedAt=" + startedAt + ", endedAt=" + endedAt + "]";
    }

    /** How far a run is. */
    public enum State {
        /** Under way, or broken off: {@link Setup#goOn} takes it up. */
        RUNNING,
        /** All was carried out. */
        DONE,
        /** Somebody stopped it; what was carried out stands. */
        CANCELLED,
        /** It was carried out and taken back, as far as that was possible. */
        UNDONE
    }
}
