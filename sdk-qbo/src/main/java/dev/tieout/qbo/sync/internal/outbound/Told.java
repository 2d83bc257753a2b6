package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.TenantId;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncListener;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of each change of a record's state, after it was stored: the host's listener, and one line for stuck and back. */
public final class Told {
    private static final Logger LOG = LoggerFactory.getLogger("dev.tieout.qbo.sync");
    private static final Set<SyncState> STUCK =
            EnumSet.of(SyncState.NEEDS_ATTENTION, SyncState.CONFLICT, SyncState.UNCERTAIN, SyncState.GONE);

    private final SyncListener listener;

    public Told(SyncListener listener) {
        this.listener = listener;
    }

    public void changed(TenantId tenant, SyncStatus before, SyncStatus after) {
        @Nullable ProblemCause was = cause(before);
        @Nullable ProblemCause is = cause(after);
        if (before.state() == after.state() && was == is) {
            return;
        }
        boolean stuckNow = STUCK.contains(after.state());
        if (stuckNow || STUCK.contains(before.state())) {
            LOG.info(
                    "record {} tenant={} kind={} localId={} remoteId={} state={} cause={} code={} intuit_tid={}",
                    stuckNow ? "stuck" : "recovered",
                    tenant,
                    after.kind(),
                    after.localId(),
                    after.remoteId(),
                    after.state(),
                    is,
                    after.problem() == null ? null : after.problem().faultCode(),
                    after.problem() == null ? null : after.problem().intuitTid());
        }
        if (!Objects.equals(before, after)) {
            try {
                listener.changed(tenant, before, after);
            } catch (RuntimeException e) {
                LOG.warn(
                        "A SyncListener threw {}; the work goes on",
                        e.getClass().getName());
            }
        }
    }

    private static @Nullable ProblemCause cause(SyncStatus status) {
        return status.problem() == null ? null : status.problem().cause();
    }
}
