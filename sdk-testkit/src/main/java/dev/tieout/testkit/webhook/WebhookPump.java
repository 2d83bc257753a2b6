package dev.tieout.testkit.webhook;

import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Delivers webhooks without a test's hand: soon after each change, and once a second what a retry is due for. */
public final class WebhookPump implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WebhookPump.class.getName());

    private final Webhooks webhooks;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;

    /**
     * Starts to deliver.
     *
     * @param webhooks what is delivered
     */
    public WebhookPump(Webhooks webhooks) {
        this.webhooks = webhooks;
        thread = new Thread(this::pump, "fake-quickbooks-webhooks");
        thread.setDaemon(true);
        thread.start();
        webhooks.onPending(work::release);
    }

    private void pump() {
        try {
            while (true) {
                if (work.tryAcquire(1, TimeUnit.SECONDS)) {
                    work.drainPermits();
                }
                deliver();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver() {
        try {
            webhooks.deliver();
        } catch (RuntimeException e) {
            // One receiver's failure must not end the deliveries to all others.
            LOG.log(Level.ERROR, "a webhook receiver failed; its notification is tried again", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
