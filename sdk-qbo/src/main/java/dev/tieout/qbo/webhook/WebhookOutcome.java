package dev.tieout.qbo.webhook;

import java.util.List;

/** What became of a webhook's body. */
public sealed interface WebhookOutcome {
    /**
     * Intuit sent it. Answer with status 200, within three seconds.
     *
     * @param events in the order of the body; of any number of companies
     * @param ignored how many more events made no sense, and were left out
     */
    record Accepted(List<WebhookEvent> events, int ignored) implements WebhookOutcome {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * Nothing of it was used.
     *
     * @param reason why
     */
    record Rejected(Reason reason) implements WebhookOutcome {}

    /** Why a body was rejected, and with which status to answer. */
    enum Reason {
        /** There is no signature: somebody else sent it. */
        NOT_SIGNED(401),
        /** The signature is not of any of the verifier tokens: somebody else sent it, or the token is another. */
        BAD_SIGNATURE(401),
        /** It is larger than the limit. */
        TOO_LARGE(413),
        /**
         * It is signed, but is no JSON of either format. The answer is 200 all the same: Intuit repeats what is refused,
         * and holds all later events back meanwhile (QuickBooks fact P7.10).
         */
        MALFORMED(200);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /**
         * The HTTP status to answer with.
         *
         * @return 200, or a 4xx
         */
        public int status() {
            return status;
        }
    }
}
