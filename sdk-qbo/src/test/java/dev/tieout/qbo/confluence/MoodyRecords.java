package dev.tieout.qbo.confluence;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.LocalRecord;
import dev.tieout.spi.LocalRecords;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** An app that throws when it is out of sorts, before it did what it was asked to or after. Not thread-safe. */
final class MoodyRecords<T> implements LocalRecords<T> {
    private final LocalRecords<T> records;
    private final Mood mood;

    /** How many more calls throw, and whether they did their work by then. Shared by all records of an app. */
    static final class Mood {
        private int left;
        private boolean after;

        void spoil(int calls, boolean afterwards) {
            left = calls;
            after = afterwards;
        }

        private <R> R of(Supplier<R> call) {
            if (left == 0) {
                return call.get();
            }
            left--;
            if (after) {
                call.get();
            }
            throw new IllegalStateException("the app is out of sorts");
        }
    }

    MoodyRecords(LocalRecords<T> records, Mood mood) {
        this.records = records;
        this.mood = mood;
    }

    @Override
    public Stream<T> all(TenantId tenant) {
        return records.all(tenant);
    }

    @Override
    public Optional<LocalRecord<T>> find(TenantId tenant, LocalId id) {
        return mood.of(() -> records.find(tenant, id));
    }

    @Override
    public LocalOutcome create(TenantId tenant, String idempotencyKey, T proposal) {
        return mood.of(() -> records.create(tenant, idempotencyKey, proposal));
    }

    @Override
    public LocalOutcome update(TenantId tenant, T record, String basedOn) {
        return mood.of(() -> records.update(tenant, record, basedOn));
    }

    @Override
    public LocalOutcome deactivate(TenantId tenant, LocalId id) {
        return mood.of(() -> records.deactivate(tenant, id));
    }
}
