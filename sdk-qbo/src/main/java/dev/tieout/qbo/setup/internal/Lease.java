package dev.tieout.qbo.setup.internal;

import dev.tieout.qbo.setup.SetupRun;
import dev.tieout.qbo.setup.internal.RunRows.Head;
import dev.tieout.qbo.sync.internal.Engine;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets one node at a time work on a run. That nothing is done twice does not rest on it. For one piece of work; not thread-safe.
 */
final class Lease {
    private final Engine engine;
    private final RunRows rows;
    private final String run;
    private final String owner;
    private @Nullable Head head;

    Lease(Engine engine, RunRows rows, String run) {
        this.engine = engine;
        this.rows = rows;
        this.run = run;
        this.owner = engine.parts().requestIds().get();
    }

    /** Takes it, unless somebody else has it. */
    boolean take() {
        Instant now = engine.clock().instant();
        Head taken = rows.change(
                run,
                h -> now.isBefore(h.until()) && !h.owner().isEmpty() ? h : h.ownedBy(owner, now.plus(RunRows.LEASE)));
        head = taken;
        return taken.owner().equals(owner);
    }

    /** The head when it was last taken or renewed. */
    Head head() {
        return Objects.requireNonNull(head);
    }

    /**
     * Says how far the work is, and keeps the lease.
     *
     * @return whether nobody took it over
     */
    boolean renew(int done) {
        Instant until = engine.clock().instant().plus(RunRows.LEASE);
        Head renewed = rows.change(run, h -> {
            if (!h.owner().equals(owner)) {
                return h;
            }
            SetupRun now = h.run();
            int most = Math.max(done, now.done());
            return h.ownedBy(owner, until).with(Runs.with(now, now.state(), most, now.endedAt()));
        });
        head = renewed;
        return renewed.owner().equals(owner);
    }

    void release() {
        rows.change(run, h -> h.owner().equals(owner) ? h.ownedBy("", Instant.EPOCH) : h);
    }
}
