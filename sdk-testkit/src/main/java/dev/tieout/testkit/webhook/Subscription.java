package dev.tieout.testkit.webhook;

import dev.tieout.testkit.company.CompanyChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint's queue: nothing passes a notification that has not been acknowledged (QuickBooks fact P7.10). Guarded
 * by the lock of Webhooks.
 */
final class Subscription {
    private static final List<Duration> RETRY_AFTER = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(6));
    private static final int EVENTS_IN_A_POST = 100;

    private record Waiting(CompanyChange change, Instant dueAt) {}

    /** A body that is being tried; it stays the same over all attempts. */
    static final class Notification {
        final byte[] body;
        final List<CompanyChange> changes;
        int attempts;
        Instant dueAt;

        Notification(byte[] body, List<CompanyChange> changes, Instant dueAt) {
            this.body = body;
            this.changes = changes;
            this.dueAt = dueAt;
        }
    }

    final WebhookReceiver receiver;
    private final Set<String> entities;
    private final Deque<Notification> head = new ArrayDeque<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private long events;

    Subscription(WebhookReceiver receiver, Set<String> entities) {
        this.receiver = receiver;
        this.entities = entities;
    }

    void offer(CompanyChange change, Instant dueAt) {
        if (entities.isEmpty() || entities.contains(change.entity().toLowerCase(Locale.ROOT))) {
            waiting.add(new Waiting(change, dueAt));
        }
    }

    /** The notification to try now, or empty while the head waits for its next attempt or nothing is due. */
    Optional<Notification> next(Instant now, WebhookFormat format, boolean twice) {
        @Nullable Notification first = head.peekFirst();
        if (first != null) {
            return first.dueAt.isAfter(now) ? Optional.empty() : Optional.of(first);
        }
        List<CompanyChange> due = new ArrayList<>();
        waiting.removeIf(each -> {
            boolean take = !each.dueAt.isAfter(now) && due.size() < EVENTS_IN_A_POST;
            if (take) {
                due.add(each.change);
            }
            return take;
        });
        if (due.isEmpty()) {
            return Optional.empty();
        }
        byte[] body = Payload.of(format, due, events);
        events += due.size();
        head.addLast(new Notification(body, due, now));
        if (twice) {
            head.addLast(new Notification(body, due, now));
        }
        return Optional.of(head.getFirst());
    }

    void settle(Notification tried, int status, Instant now) {
        tried.attempts++;
        if (status == 200) {
            head.remove(tried);
        } else {
            tried.dueAt = now.plus(RETRY_AFTER.get(Math.min(tried.attempts, RETRY_AFTER.size()) - 1));
        }
    }

    void reverseWaiting() {
        Collections.reverse(waiting);
    }

    /** The events that no acknowledged notification has carried. */
    int pending() {
        return waiting.size()
                + head.stream().mapToInt(each -> each.changes.size()).sum();
    }

    void clear() {
        head.clear();
        waiting.clear();
    }
}
