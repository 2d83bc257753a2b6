package dev.tieout.qbo;

import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.ConnectionListener;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.spi.LocalRecords;
import dev.tieout.spi.SyncStore;
import dev.tieout.spi.TokenStore;
import dev.tieout.sync.SyncListener;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The options of a {@link QuickBooks}, frozen and checked when it is built. Immutable. */
record Options(
        Environment environment,
        AppCredentials app,
        TokenStore tokenStore,
        SyncStore syncStore,
        LocalRecords<Client> clients,
        LocalRecords<ServiceItem> serviceItems,
        List<String> webhookVerifierTokens,
        CallSettings callSettings,
        ConnectionListener connectionListener,
        SyncListener syncListener,
        Duration gracePeriod,
        Duration pollEvery,
        Locale locale,
        String nodeName) {
    Options {
        webhookVerifierTokens = List.copyOf(webhookVerifierTokens);
        if (webhookVerifierTokens.stream().anyMatch(String::isBlank)) {
            throw new IllegalStateException("QuickBooks.builder(): webhookVerifierToken is blank: give the token of the"
                    + " app's webhooks page at Intuit, or none");
        }
        positive("gracePeriod", gracePeriod);
        positive("pollEvery", pollEvery);
        if (nodeName.isBlank() || nodeName.length() > 100) {
            throw new IllegalStateException(
                    "QuickBooks.builder(): nodeName must have 1 to 100 characters, unlike any other process's");
        }
    }

    private static void positive(String option, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalStateException("QuickBooks.builder(): " + option + " must be longer than nothing");
        }
    }
}
