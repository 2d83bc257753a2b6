package dev.tieout.qbo.setup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a firm's setup is. Immutable.
 *
 * @param steps where each step stands, in their order
 */
public record SetupState(List<Step> steps) {
    public SetupState {
        steps = List.copyOf(steps);
    }

    /** Where a step stands. */
    public enum Progress {
        /** Nobody began it. */
        OPEN,
        /** Decisions are kept, and none is carried out. */
        IN_PROGRESS,
        /** A run carries its decisions out, or broke off: {@link Setup#goOn} takes it up. */
        RUNNING,
        /** Its decisions were carried out. */
        DONE,
        /** Somebody skipped it; what belongs to it is switched off. */
        SKIPPED
    }

    /**
     * Where a step stands.
     *
     * @param step which
     * @param progress how far it is
     * @param decided how many decisions are kept or were carried out
     * @param open how many records of the app nobody decided about when the decisions were kept or carried out
     * @param run the run that carries out or carried out its decisions, or {@code null}
     * @param by who did what was last done about it, in the host's words; {@code null} if the host did not say
     * @param at when; {@code null} while nothing was
     */
    public record Step(
            SetupStep step,
            Progress progress,
            int decided,
            int open,
            @Nullable String run,
            @Nullable String by,
            @Nullable Instant at) {
        /** Names the step and how far it is, never who. */
        @Override
        public String toString() {
            return "Step[step=" + step + ", progress=" + progress + ", decided=" + decided + ", open=" + open + ", at="
                    + at + "]";
        }
    }

    /**
     * The step to go on with.
     *
     * @return the first that is neither done nor skipped; empty if all are
     */
    public Optional<Step> current() {
        return steps.stream()
                .filter(step -> step.progress() != Progress.DONE && step.progress() != Progress.SKIPPED)
                .findFirst();
    }

    /**
     * Looks up a step.
     *
     * @param step which
     * @return where it stands
     */
    public Step of(SetupStep step) {
        return steps.stream()
                .filter(each -> each.step() == step)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("step: this state does not have " + step));
    }

    /**
     * Tells whether nothing is left to do.
     *
     * @return whether every step is done or skipped
     */
    public boolean finished() {
        return current().isEmpty();
    }
}
