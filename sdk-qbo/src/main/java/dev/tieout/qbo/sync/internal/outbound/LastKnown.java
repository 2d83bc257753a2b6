package dev.tieout.qbo.sync.internal.outbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.qbo.fault.NotConnectedException;
import dev.tieout.qbo.fault.QboException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read of companies, kept until it is seen to change, and for as long as QuickBooks is away. Thread-safe.
 *
 * @param <V> what is read
 */
public final class LastKnown<V> {
    /** Not everything is in the change feed (QuickBooks fact P7.4), and not every host reads it. */
    private static final Duration FRESH = Duration.ofHours(6);

    private static final Duration KEPT = Duration.ofDays(30);

    /** While QuickBooks is away nobody waits for it at every look. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private record Key(TenantId tenant, RealmId realm, String what) {}

    /**
     * A value with its age.
     *
     * @param <V> what is read
     * @param value what was read
     * @param at when
     * @param lastKnown whether it should have been read anew and could not be
     */
    public record Known<V>(V value, Instant at, boolean lastKnown) {}

    private static final class Slot<V> {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Known<V> known;
        private Instant failedAt = Instant.EPOCH;
    }

    private final InstantSource clock;
    private final Cache<Key, Slot<V>> slots;

    public LastKnown(InstantSource clock) {
        this.clock = clock;
        this.slots = Caffeine.newBuilder()
                .maximumSize(50_000)
                .expireAfterAccess(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * What is known, read anew where that is due.
     *
     * @param changed when it was last seen to change
     */
    public Known<V> get(CompanyScope scope, String what, Instant changed, Supplier<V> read) {
        Slot<V> slot = slots.get(new Key(scope.tenant(), scope.realm(), what), k -> new Slot<>());
        slot.lock.lock();
        try {
            Instant now = clock.instant();
            @Nullable Known<V> known = slot.known;
            boolean fresh = known != null
                    && known.at().isAfter(changed)
                    && now.isBefore(known.at().plus(FRESH));
            if (known != null && fresh) {
                return known;
            }
            if (known != null && now.isBefore(slot.failedAt.plus(AGAIN))) {
                return new Known<>(known.value(), known.at(), true);
            }
            return read(slot, known, now, read);
        } finally {
            slot.lock.unlock();
        }
    }

    private static <V> Known<V> read(Slot<V> slot, @Nullable Known<V> known, Instant now, Supplier<V> read) {
        try {
            Known<V> fresh = new Known<>(read.get(), now, false);
            slot.known = fresh;
            slot.failedAt = Instant.EPOCH;
            return fresh;
        } catch (NotConnectedException e) {
            throw e;
        } catch (QboException e) {
            if (known == null) {
                throw e;
            }
            slot.failedAt = now;
            return new Known<>(known.value(), known.at(), true);
        }
    }

    /** Forgets what is known of one company: a person wants it read anew. */
    public void forget(CompanyScope scope) {
        slots.asMap()
                .keySet()
                .removeIf(key ->
                        key.tenant().equals(scope.tenant()) && key.realm().equals(scope.realm()));
    }
}
