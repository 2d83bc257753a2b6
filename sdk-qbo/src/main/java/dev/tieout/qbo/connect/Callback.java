package dev.tieout.qbo.connect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The query of Intuit's redirect, taken apart (QuickBooks facts P1.7, P1.8). */
record Callback(Map<String, String> parameters) {
    /** Longer than anything Intuit sends, short enough to be harmless. */
    private static final int LONGEST = 8_192;

    static Callback parse(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        String text = query == null || query.length() > LONGEST ? "" : query.substring(query.indexOf('?') + 1);
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                // The first of two parameters of one name counts: an appended one must not override.
                parameters.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new Callback(Map.copyOf(parameters));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    /** Shows nothing: the code is a secret. */
    @Override
    public String toString() {
        return "Callback" + parameters.keySet();
    }
}
