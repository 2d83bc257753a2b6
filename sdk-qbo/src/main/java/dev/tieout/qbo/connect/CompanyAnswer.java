package dev.tieout.qbo.connect;

import dev.tieout.TenantId;
import dev.tieout.qbo.call.Priority;
import dev.tieout.qbo.http.internal.Answer;
import dev.tieout.qbo.http.internal.ApiRequest;
import dev.tieout.qbo.json.internal.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What CompanyInfo says of a connection. Immutable.
 *
 * @param name what the company calls itself, or null if it does not say
 * @param writable whether its subscription allows writes, or null if it does not say (QuickBooks fact P1.34)
 */
record CompanyAnswer(@Nullable String name, @Nullable Boolean writable) {
    private static final Set<String> PAID = Set.of("TRIAL", "TRIALOPTIN", "SUBSCRIBED", "PAID");
    private static final Set<String> LAPSED = Set.of("EXPIRED", "SUSPENDED", "CANCELLED");

    static ApiRequest request(TenantId tenant) {
        return ApiRequest.builder(tenant, "CompanyInfo", "read")
                .path("companyinfo/{realm}")
                .build();
    }

    static ApiRequest inBackground(TenantId tenant) {
        return ApiRequest.builder(tenant, "CompanyInfo", "read")
                .path("companyinfo/{realm}")
                .turn(Priority.BACKGROUND, Duration.ofSeconds(30))
                .build();
    }

    /** An answer that is none of JSON opened the company all the same, and says nothing more. */
    static CompanyAnswer of(Answer answer) {
        try {
            Map<String, Object> info =
                    Json.object(Json.read(answer.body().clone().readUtf8()), "CompanyInfo");
            return new CompanyAnswer(Json.text(info, "CompanyName"), writable(info));
        } catch (IllegalArgumentException e) {
            return new CompanyAnswer(null, null);
        }
    }

    private static @Nullable Boolean writable(Map<String, Object> info) {
        for (Map<String, Object> pair : Json.objects(info, "NameValue")) {
            @Nullable String value = Json.text(pair, "Value");
            if ("SubscriptionStatus".equals(Json.text(pair, "Name")) && value != null) {
                return PAID.contains(value) ? Boolean.TRUE : LAPSED.contains(value) ? Boolean.FALSE : null;
            }
        }
        return null;
    }
}
