package dev.tieout.testkit.webhook;

import dev.tieout.testkit.company.ChangeKind;
import dev.tieout.testkit.company.CompanyChange;
import dev.tieout.testkit.text.internal.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Webhook bodies. */
final class Payload {
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter NANOS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String SOURCE = "intuit.dGllb3V0LWZha2UtcXVpY2tib29rcy10ZXN0LXNvdXI=";

    private Payload() {}

    static byte[] of(WebhookFormat format, List<CompanyChange> changes, long firstNumber) {
        Object body = format == WebhookFormat.LEGACY ? legacy(changes) : cloudEvents(changes, firstNumber);
        return JsonText.write(body).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> legacy(List<CompanyChange> changes) {
        Map<String, List<Map<String, @Nullable Object>>> byRealm = new LinkedHashMap<>();
        for (CompanyChange change : changes) {
            Map<String, @Nullable Object> event = JsonText.object(
                    "name", change.entity(),
                    "id", change.id(),
                    "operation", change.kind().word(),
                    "lastUpdated", MILLIS.format(change.time()));
            if (change.deletedId() != null) {
                event.put("deletedId", change.deletedId());
            }
            byRealm.computeIfAbsent(change.realmId(), realm -> new ArrayList<>())
                    .add(event);
        }
        List<Map<String, @Nullable Object>> notifications = new ArrayList<>();
        byRealm.forEach((realm, events) -> notifications.add(
                JsonText.object("realmId", realm, "dataChangeEvent", JsonText.object("entities", events))));
        return JsonText.object("eventNotifications", notifications);
    }

    private static List<Map<String, @Nullable Object>> cloudEvents(List<CompanyChange> changes, long firstNumber) {
        List<Map<String, @Nullable Object>> events = new ArrayList<>();
        long number = firstNumber;
        for (CompanyChange change : changes) {
            // Where a merge carries the id that went away is unknown (QuickBooks fact P7.16): data stays empty.
            events.add(JsonText.object(
                    "specversion", "1.0",
                    "id", id(change, number++),
                    "source", SOURCE,
                    "type", "qbo." + change.entity().toLowerCase(Locale.ROOT) + "." + past(change.kind()) + ".v1",
                    "datacontenttype", "application/json",
                    "time", nanos(change.time()),
                    "intuitentityid", change.id(),
                    "intuitaccountid", change.realmId(),
                    "data", Map.of()));
        }
        return events;
    }

    private static String nanos(Instant time) {
        return NANOS.format(time);
    }

    private static String id(CompanyChange change, long number) {
        return UUID.nameUUIDFromBytes((change + "#" + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String past(ChangeKind kind) {
        return switch (kind) {
            case CREATE -> "created";
            case UPDATE -> "updated";
            case DELETE -> "deleted";
            case VOID -> "voided";
            case EMAILED -> "emailed";
            case MERGE -> "merged";
        };
    }
}
