package dev.tieout.testkit.webhook;

import java.util.Map;

/** Takes webhooks without HTTP: what an app's endpoint would get. */
@FunctionalInterface
public interface WebhookReceiver {
    /**
     * Takes one POST.
     *
     * @param headers the header fields, names in lower case, {@code intuit-signature} among them
     * @param body the raw body, over which the signature was made
     * @return the HTTP status of the endpoint's answer; anything but 200 makes the fake try again later
     */
    int receive(Map<String, String> headers, byte[] body);
}
