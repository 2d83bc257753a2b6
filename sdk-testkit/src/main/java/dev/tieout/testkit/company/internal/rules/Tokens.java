package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.wire.QboFault;
import org.jspecify.annotations.Nullable;

/** The SyncToken must be the stored one: lower and higher values are 5010 (QuickBooks fact E3.5). */
public final class Tokens {
    private Tokens() {}

    /** Refuses a missing or stale token. */
    public static void check(JsonObject stored, @Nullable String sent, Settings settings) {
        if (sent == null) {
            throw QboFault.missing("SyncToken");
        }
        if (stored.has("SyncToken") && !sent.equals(stored.text("SyncToken"))) {
            String who = settings.person();
            throw QboFault.of(
                    5010,
                    "Stale Object Error : You and " + who + " were working on this at the same time. " + who
                            + " finished before you did, so your work was not saved.",
                    "");
        }
    }
}
