package dev.tieout.qbo.setup;

import dev.tieout.internal.Given;
import org.jspecify.annotations.Nullable;

/**
 * How a plan is carried out. Immutable.
 *
 * @param by who does it, in the host's words: kept with the report and with each decision; {@code null} to say nothing
 * @param approved the digest of the plan that a person approved: any other plan is refused; {@code null} not to compare
 * @param progress is told how far it is
 */
public record Applying(@Nullable String by, @Nullable String approved, SetupProgress progress) {
    private static final Applying STANDARD = new Applying(null, null, SetupProgress.none());
    private static final int LONGEST = 200;

    public Applying {
        Given.value("progress", progress);
        if (by != null && (by.isBlank() || by.length() > LONGEST)) {
            throw new IllegalArgumentException(
                    "by must have 1 to " + LONGEST + " characters: who does it, such as a user id");
        }
    }

    /**
     * Nobody is named, nothing compared, nobody told.
     *
     * @return the standard
     */
    public static Applying standard() {
        return STANDARD;
    }

    /**
     * Names who does it.
     *
     * @param who the user, in the host's words; 1 to 200 characters
     * @return the changed options
     */
    public Applying by(String who) {
        return new Applying(Given.value("by", who), approved, progress);
    }

    /**
     * Carries out only the plan that was approved.
     *
     * @param digest its {@code digest()} when it was
     * @return the changed options
     */
    public Applying approved(String digest) {
        return new Applying(by, Given.value("approved", digest), progress);
    }

    /**
     * Has somebody told how far it is.
     *
     * @param told who is told, on the thread that does the work
     * @return the changed options
     */
    public Applying progress(SetupProgress told) {
        return new Applying(by, approved, told);
    }
}
