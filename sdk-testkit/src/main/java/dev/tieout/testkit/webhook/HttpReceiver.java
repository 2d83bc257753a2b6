package dev.tieout.testkit.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An endpoint over HTTP. It has three seconds to answer (QuickBooks fact P7.9). */
final class HttpReceiver implements WebhookReceiver {
    private static final int PATIENCE_MILLIS = 3_000;

    private final URI endpoint;

    HttpReceiver(URI endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public int receive(Map<String, String> headers, byte[] body) {
        try {
            HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            headers.forEach(connection::setRequestProperty);
            connection.setFixedLengthStreamingMode(body.length);
            try (var out = connection.getOutputStream()) {
                out.write(body);
            }
            int status = connection.getResponseCode();
            drain(status < 400 ? connection.getInputStream() : connection.getErrorStream());
            return status;
        } catch (IOException e) {
            // An endpoint that cannot be reached is an expected state: the retry schedule deals with it.
            return 0;
        }
    }

    private static void drain(@Nullable InputStream in) throws IOException {
        if (in != null) {
            try (in) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
