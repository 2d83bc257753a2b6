package dev.tieout.testkit.webhook;

import dev.tieout.testkit.company.CompanyChange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * The fake's webhooks: changes of companies queue up for each subscribed endpoint and are sent, signed, by
 * {@link #deliver()}. Retries follow Intuit's schedule on the fake's clock, and a notification that was not answered
 * with 200 holds up all later ones of its endpoint (QuickBooks fact P7.10). Thread-safe.
 */
public final class Webhooks {
    private static final Set<String> WITHOUT_WEBHOOKS =
            Set.of("TaxCode", "TaxRate", "TaxService", "Attachable", "CompanyInfo", "ExchangeRate", "CompanyCurrency");
    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssZ", Locale.ROOT)
            .withZone(ZoneId.of("America/Los_Angeles"));

    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock delivering = new ReentrantLock();
    private final InstantSource clock;
    private final WebhookSigner signer;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Runnable> wakeUps = new CopyOnWriteArrayList<>();
    private WebhookFormat format;
    private Duration delay = Duration.ZERO;
    private boolean duplicateNext;

    /**
     * No subscriptions yet.
     *
     * @param clock the fake's clock
     * @param verifierToken what bodies are signed with
     * @param format the form of bodies
     */
    public Webhooks(InstantSource clock, String verifierToken, WebhookFormat format) {
        this.clock = clock;
        this.signer = WebhookSigner.of(verifierToken);
        this.format = format;
    }

    /**
     * Subscribes an endpoint.
     *
     * @param endpoint where to POST to, by http or https
     * @param entities only changes of these entities, in any case; none given: all that have webhooks
     * @throws IllegalArgumentException if nothing can be posted to the endpoint
     */
    public void subscribe(URI endpoint, String... entities) {
        String scheme = String.valueOf(endpoint.getScheme()).toLowerCase(Locale.ROOT);
        if (endpoint.getHost() == null || !Set.of("http", "https").contains(scheme)) {
            throw new IllegalArgumentException("a webhook endpoint must be an http or https URL with a host");
        }
        subscribe(new HttpReceiver(endpoint), entities);
    }

    /**
     * Subscribes a receiver in this process.
     *
     * @param receiver called on the thread that delivers
     * @param entities only changes of these entities, in any case; none given: all that have webhooks
     */
    public void subscribe(WebhookReceiver receiver, String... entities) {
        Set<String> names = Arrays.stream(entities)
                .map(entity -> entity.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        lock.lock();
        try {
            subscriptions.add(new Subscription(receiver, names));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Queues a change for every subscription that wants it; entities without webhooks are left out (QuickBooks fact
     * P7.17). The fake's companies call this; a test may, to publish an event of its own.
     *
     * @param change the change
     */
    public void publish(CompanyChange change) {
        if (WITHOUT_WEBHOOKS.contains(change.entity())) {
            return;
        }
        lock.lock();
        try {
            Instant due = clock.instant().plus(delay);
            subscriptions.forEach(subscription -> subscription.offer(change, due));
        } finally {
            lock.unlock();
        }
        wakeUps.forEach(Runnable::run);
    }

    /**
     * Sends what is due on the fake's clock. Events that wait together go in one POST. Calls from inside a receiver do
     * nothing: the outer call goes on.
     *
     * @return how many POSTs were made
     */
    public int deliver() {
        if (delivering.isHeldByCurrentThread()) {
            return 0;
        }
        delivering.lock();
        try {
            int posts = 0;
            for (Subscription subscription : snapshot()) {
                posts += deliver(subscription);
            }
            return posts;
        } finally {
            delivering.unlock();
        }
    }

    private int deliver(Subscription subscription) {
        int posts = 0;
        Optional<Subscription.Notification> next = next(subscription);
        while (next.isPresent()) {
            Subscription.Notification notification = next.get();
            int status = subscription.receiver.receive(headers(notification.body, posts), notification.body);
            posts++;
            settle(subscription, notification, status);
            next = next(subscription);
        }
        return posts;
    }

    private Optional<Subscription.Notification> next(Subscription subscription) {
        lock.lock();
        try {
            Optional<Subscription.Notification> next = subscription.next(clock.instant(), format, duplicateNext);
            boolean fresh = next.isPresent() && next.get().attempts == 0;
            duplicateNext = duplicateNext && !fresh;
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void settle(Subscription subscription, Subscription.Notification notification, int status) {
        lock.lock();
        try {
            subscription.settle(notification, status, clock.instant());
            deliveries.add(new Delivery(
                    clock.instant(),
                    notification.attempts,
                    status,
                    new String(notification.body, StandardCharsets.UTF_8)));
        } finally {
            lock.unlock();
        }
    }

    private Map<String, String> headers(byte[] body, int number) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json; charset=utf-8");
        headers.put("accept", "application/json");
        headers.put("user-agent", "intuit_notification_server/0.1");
        headers.put("intuit-signature", signer.sign(body));
        headers.put("intuit-created-time", CREATED.format(clock.instant()));
        headers.put(
                "intuit-t-id",
                UUID.nameUUIDFromBytes((clock.instant() + "#" + number).getBytes(StandardCharsets.UTF_8))
                        .toString());
        headers.put("intuit-notification-schema-version", "0.1");
        return headers;
    }

    /**
     * Changes the form of bodies made from now on.
     *
     * @param other the form
     */
    public void format(WebhookFormat other) {
        lock.lock();
        try {
            format = other;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets events of later changes wait.
     *
     * @param by how long, on the fake's clock
     */
    public void delay(Duration by) {
        lock.lock();
        try {
            delay = by;
        } finally {
            lock.unlock();
        }
    }

    /** The next notification is sent twice, as Intuit may. */
    public void duplicateNext() {
        lock.lock();
        try {
            duplicateNext = true;
        } finally {
            lock.unlock();
        }
    }

    /** Turns the order of the events around that wait now. */
    public void reorderPending() {
        lock.lock();
        try {
            subscriptions.forEach(Subscription::reverseWaiting);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Counts events that no endpoint has acknowledged yet.
     *
     * @return the number over all subscriptions
     */
    public int pending() {
        lock.lock();
        try {
            return subscriptions.stream().mapToInt(Subscription::pending).sum();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What was sent so far.
     *
     * @return the POSTs, oldest first
     */
    public List<Delivery> deliveries() {
        lock.lock();
        try {
            return List.copyOf(deliveries);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Calls something after each queued event, for deliveries without a test's hand.
     *
     * @param wakeUp called on the thread of the change: must not wait
     */
    public void onPending(Runnable wakeUp) {
        wakeUps.add(wakeUp);
    }

    /** Drops all waiting events and the record of deliveries; subscriptions stay. */
    public void reset() {
        lock.lock();
        try {
            subscriptions.forEach(Subscription::clear);
            deliveries.clear();
        } finally {
            lock.unlock();
        }
    }

    private List<Subscription> snapshot() {
        lock.lock();
        try {
            return List.copyOf(subscriptions);
        } finally {
            lock.unlock();
        }
    }
}
