package dev.tieout.qbo.api;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.internal.Given;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.call.Priority;
import dev.tieout.qbo.connect.Connections;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.qbo.http.internal.Transport;
import java.time.Duration;
import okhttp3.HttpUrl;

/** Makes the APIs of all companies. Holds the HTTP client and each company's pace, so there is one per app. Thread-safe. */
public final class ApiClient {
    private static final Duration MAX_WAIT = Duration.ofSeconds(30);

    private final Transport transport;
    private final CallSettings settings;

    private ApiClient(Transport transport, CallSettings settings) {
        this.transport = transport;
        this.settings = settings;
    }

    /**
     * Makes a client. No I/O.
     *
     * @param environment where QuickBooks is
     * @param connections where access comes from
     * @param settings how calls are made
     * @return a client to share
     */
    public static ApiClient of(Environment environment, Connections connections, CallSettings settings) {
        Given.value("connections", connections);
        Given.value("settings", settings);
        HttpUrl base =
                HttpUrl.get(Given.value("environment", environment).apiBase().toString());
        return new ApiClient(
                new Transport(base, connections.wire(settings), connections.accessTokens(), settings), settings);
    }

    /**
     * The API of the company that a firm is connected to, whichever that is at the time of each call.
     *
     * @param tenant the firm
     * @return a handle; no I/O
     */
    public QboApi api(TenantId tenant) {
        return new QboApi(transport, settings.random(), tenant, null, Priority.INTERACTIVE, MAX_WAIT);
    }

    /**
     * The API of one company of a firm. Calls fail, without being sent, once the firm is connected to another: ids of one
     * company mean something else in another.
     *
     * @param tenant the firm
     * @param realm its company
     * @return a handle; no I/O
     */
    public QboApi api(TenantId tenant, RealmId realm) {
        return new QboApi(transport, settings.random(), tenant, realm, Priority.INTERACTIVE, MAX_WAIT);
    }
}
