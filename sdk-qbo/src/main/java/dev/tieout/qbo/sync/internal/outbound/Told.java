package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.TenantId;
import dev.tieout.qbo.sync.DecisionListener;
import dev.tieout.qbo.sync.internal.decide.Decision;
import dev.tieout.qbo.sync.internal.decide.Question;
import dev.tieout.qbo.sync.internal.decide.Recorded;
import dev.tieout.spi.RowKey;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
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

    private final @Nullable DecisionListener recorder;

    /** @param recorder who is told of decisions, or {@code null} */
    public Told(SyncListener listener, @Nullable DecisionListener recorder) {
        this.listener = listener;
        this.recorder = recorder;
    }

    /** A decision was made; put into words only if somebody listens. */
    void decided(RowKey key, Question question, Decision decision) {
        if (recorder == null) {
            return;
        }
        RecordRef record = new RecordRef(new RecordKind(key.kind()), LocalId.of(key.id()));
        try {
            recorder.decided(key.tenant(), record.kind(), record.id(), Recorded.write(record, question, decision));
        } catch (RuntimeException e) {
            LOG.warn(
                    "A DecisionListener threw {}; the work goes on",
                    e.getClass().getName());
        }
    }

    public void changed(TenantId tenant, SyncStatus before, SyncStatus after) {
        @Nullable ProblemCause was = cause(before);
        @Nullable ProblemCause is = cause(after);
        boolean moved = before.state() != after.state() || was != is;
        if (!moved && Objects.equals(before.standing(), after.standing())) {
            return;
        }
        boolean stuckNow = STUCK.contains(after.state());
        if (moved && (stuckNow || STUCK.contains(before.state()))) {
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
