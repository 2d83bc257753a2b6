package dev.tieout.qbo.sync.internal.kind;

import dev.tieout.sync.ProblemCause;
import org.jspecify.annotations.Nullable;

/** Thrown when a record cannot be said in QuickBooks' words until someone changes something; nothing was sent. */
public final class Blocked extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Obstructed obstacle;

    public Blocked(Obstructed obstacle) {
        super(obstacle.message(), null, false, false);
        this.obstacle = obstacle;
    }

    public Blocked(ProblemCause cause, String message, String remedy, @Nullable String field) {
        this(new Obstructed(cause, message, remedy, field, null));
    }

    public Obstructed obstacle() {
        return obstacle;
    }
}
