package dev.tieout.qbo;

import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.ConnectionListener;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.qbo.connect.Scope;
import dev.tieout.qbo.sync.DecisionListener;
import dev.tieout.qbo.sync.internal.inbound.Polling;
import dev.tieout.spi.LocalRecords;
import dev.tieout.spi.SyncStore;
import dev.tieout.spi.TokenStore;
import dev.tieout.sync.SyncListener;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
        @Nullable DecisionListener decisionListener,
        List<Scope> scopes,
        Duration gracePeriod,
        @Nullable Duration pollEvery,
        Locale locale,
        String nodeName,
        long readBudget) {
    Options {
        webhookVerifierTokens = List.copyOf(webhookVerifierTokens);
        if (webhookVerifierTokens.stream().anyMatch(String::isBlank)) {
            throw new IllegalStateException("QuickBooks.builder(): webhookVerifierToken is blank: give the token of the"
                    + " app's webhooks page at Intuit, or none");
        }
        if (!scopes.contains(Scope.ACCOUNTING)) {
            throw new IllegalStateException("QuickBooks.builder(): scopes lack ACCOUNTING, without which nothing can be"
                    + " read or written: give it beside the others");
        }
        positive("gracePeriod", gracePeriod);
        if (pollEvery != null) {
            positive("pollEvery", pollEvery);
        }
        if (readBudget < 1) {
            throw new IllegalStateException("QuickBooks.builder(): readBudget is " + readBudget
                    + ": give the reads a month that all firms together may take, or Long.MAX_VALUE for no limit");
        }
        if (nodeName.isBlank() || nodeName.length() > 100) {
            throw new IllegalStateException(
                    "QuickBooks.builder(): nodeName must have 1 to 100 characters, unlike any other process's");
        }
    }

    /** What the host says, or an hour; every six hours where webhooks tell of changes. */
    Polling polling() {
        return pollEvery != null
                ? new Polling(pollEvery, pollEvery)
                : new Polling(Duration.ofHours(1), Duration.ofHours(6));
    }

    private static void positive(String option, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalStateException("QuickBooks.builder(): " + option + " must be longer than nothing");
        }
    }
}
