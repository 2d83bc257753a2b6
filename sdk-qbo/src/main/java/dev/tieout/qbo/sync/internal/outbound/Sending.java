package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.qbo.api.BatchOutcome;
import dev.tieout.qbo.api.BatchResult;
import dev.tieout.qbo.api.SequencedWrites;
import dev.tieout.qbo.api.Submitted;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.api.WriteOperation;
import dev.tieout.qbo.api.WriteOptions;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.sync.internal.row.Intent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Sends writes whose intents are stored, one by one or in batches, and hands each outcome on. */
final class Sending {
    private final CompanyScope scope;
    private final Outcomes outcomes;

    /** What is done with an outcome. */
    interface Outcomes {
        void arrived(Work<?, ?> work, QboEntity answer, boolean repeated);

        void failed(Work<?, ?> work, QboException e);
    }

    Sending(CompanyScope scope, Outcomes outcomes) {
        this.scope = scope;
        this.outcomes = outcomes;
    }

    /**
     * Sends what is in flight of some records; those that share a batch go in one request, as they did before. The items of
     * a batch succeed or fail one by one (QuickBooks fact P5.3).
     *
     * @param isOurs tells, right before a call, whether a write is still this node's to send
     */
    void send(List<Work<?, ?>> works, Predicate<Work<?, ?>> isOurs) {
        Map<String, List<Work<?, ?>>> batches = new LinkedHashMap<>();
        for (Work<?, ?> work : works) {
            Intent intent = intent(work);
            if (intent.batchId() != null) {
                batches.computeIfAbsent(intent.requestId(), id -> new ArrayList<>())
                        .add(work);
            } else if (isOurs.test(work)) {
                single(work, intent(work));
            }
        }
        batches.forEach((requestId, some) -> {
            List<Work<?, ?>> ours = some.stream().filter(isOurs).toList();
            if (!ours.isEmpty()) {
                batch(requestId, ours);
            }
        });
    }

    private void single(Work<?, ?> work, Intent intent) {
        try {
            Write<?> write = write(work, intent);
            WriteOptions options = work.kind().options(write, WriteOptions.requestId(intent.requestId()));
            Submitted<?> answer = scope.api().submitted(write, options);
            outcomes.arrived(work, answer.entity(), answer.repeated());
        } catch (QboException e) {
            outcomes.failed(work, e);
        }
    }

    private void batch(String requestId, List<Work<?, ?>> works) {
        SequencedWrites writes = new SequencedWrites();
        for (Work<?, ?> work : works) {
            Intent intent = intent(work);
            writes.add(Objects.requireNonNull(intent.batchId()), write(work, intent));
        }
        BatchResult result;
        try {
            result = scope.api().batch(writes, requestId);
        } catch (QboException e) {
            works.forEach(work -> outcomes.failed(work, e));
            return;
        }
        for (int i = 0; i < works.size(); i++) {
            BatchOutcome outcome = result.outcomes().get(i);
            if (outcome instanceof BatchOutcome.Written written) {
                outcomes.arrived(works.get(i), written.entity(), written.repeated());
            } else if (outcome instanceof BatchOutcome.Unknown unknown) {
                outcomes.failed(works.get(i), unknown.failure());
            } else if (outcome instanceof BatchOutcome.Failed failed) {
                outcomes.failed(works.get(i), failed.failure());
            } else {
                throw new IllegalStateException("a batch of writes has an outcome of another kind");
            }
        }
    }

    private static Write<?> write(Work<?, ?> work, Intent intent) {
        EntityType<?> type = work.kind().type();
        return Write.restore(type, WriteOperation.valueOf(intent.operation().name()), intent.body());
    }

    private static Intent intent(Work<?, ?> work) {
        return Objects.requireNonNull(work.facts().intent(), "what is sent has an intent");
    }
}
