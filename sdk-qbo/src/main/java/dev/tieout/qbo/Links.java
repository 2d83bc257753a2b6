package dev.tieout.qbo;

import dev.tieout.RealmId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Addresses that open pages of one company in QuickBooks. Immutable. */
record Links(URI appBase) {
    private static final String APP = "app.";

    /** Lists whose entries have no page of their own (QuickBooks fact P10.3). */
    private static final Map<String, String> LISTS = Map.of("Item", "items", "Account", "chartofaccounts");

    /** Names the company, and survives a sign-in; the plain address does neither (QuickBooks fact P10.2). */
    URI to(RealmId company, String page) {
        String host = appBase.getAuthority();
        String login = host.startsWith(APP) ? host.substring(APP.length()) : host;
        return URI.create(appBase.getScheme() + "://" + login + "/login?deeplinkcompanyid=" + company + "&pagereq="
                + URLEncoder.encode(page, StandardCharsets.UTF_8));
    }

    /** The page on which a list stands. */
    static Optional<String> list(String entity) {
        return Optional.ofNullable(LISTS.get(entity));
    }
}
