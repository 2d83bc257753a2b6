package dev.tieout.qbo.webhook;

import com.squareup.moshi.JsonReader;
import dev.tieout.RealmId;
import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.EntityTypes;
import dev.tieout.qbo.webhook.WebhookOutcome.Accepted;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Parses one body. An array, or one object with {@code specversion}, is CloudEvents; an object with
 * {@code eventNotifications} is the older format (QuickBooks facts P7.12, P7.13). Not thread-safe.
 */
final class WebhookParser {
    /** Offsets come as {@code -0700}, {@code -07:00} and {@code Z}. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private static final int TYPE_PARTS = 4;

    private final List<WebhookEvent> events = new ArrayList<>();
    private int ignored;

    Accepted parse(byte[] body) throws IOException {
        JsonReader reader = JsonReader.of(new Buffer().write(body));
        if (reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
            reader.beginArray();
            while (reader.hasNext()) {
                cloudEvent(members(reader));
            }
            reader.endArray();
        } else {
            object(reader);
        }
        if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
            throw new IOException("more than one document");
        }
        return new Accepted(events, ignored);
    }

    private void object(JsonReader reader) throws IOException {
        Map<String, String> members = new HashMap<>();
        boolean legacy = false;
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (name.equals("eventNotifications") && reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
                legacy = true;
                reader.beginArray();
                while (reader.hasNext()) {
                    notification(reader);
                }
                reader.endArray();
            } else {
                put(members, name, reader);
            }
        }
        reader.endObject();
        if (members.containsKey("specversion")) {
            cloudEvent(members);
        } else if (!legacy) {
            throw new IOException("neither format");
        }
    }

    private void notification(JsonReader reader) throws IOException {
        String realm = "";
        List<Map<String, String>> entities = new ArrayList<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (name.equals("realmId") && reader.peek() == JsonReader.Token.STRING) {
                realm = reader.nextString();
            } else if (name.equals("dataChangeEvent") && reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
                changes(reader, entities);
            } else {
                reader.skipValue();
            }
        }
        reader.endObject();
        for (Map<String, String> entity : entities) {
            add(
                    realm,
                    entity.getOrDefault("name", ""),
                    entity.getOrDefault("operation", ""),
                    entity.getOrDefault("id", ""),
                    entity.get("deletedId"),
                    entity.get("lastUpdated"),
                    null);
        }
    }

    private static void changes(JsonReader reader, List<Map<String, String>> entities) throws IOException {
        reader.beginObject();
        while (reader.hasNext()) {
            if (reader.nextName().equals("entities") && reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
                reader.beginArray();
                while (reader.hasNext()) {
                    entities.add(members(reader));
                }
                reader.endArray();
            } else {
                reader.skipValue();
            }
        }
        reader.endObject();
    }

    private void cloudEvent(Map<String, String> members) {
        String[] type = members.getOrDefault("type", "").split("\\.", -1);
        if (type.length != TYPE_PARTS || !type[0].equals("qbo")) {
            ignored++;
            return;
        }
        add(
                members.getOrDefault("intuitaccountid", ""),
                type[1],
                type[2],
                members.getOrDefault("intuitentityid", ""),
                null,
                members.get("time"),
                members.get("id"));
    }

    private void add(
            String realm,
            String entity,
            String operation,
            String id,
            @Nullable String deletedId,
            @Nullable String time,
            @Nullable String eventId) {
        if (entity.isBlank() || operation.isBlank()) {
            ignored++;
            return;
        }
        try {
            events.add(new WebhookEvent(
                    RealmId.of(realm),
                    entityName(entity),
                    WebhookOperation.of(operation),
                    new RemoteId(id),
                    Optional.ofNullable(deletedId).map(RemoteId::new),
                    Optional.ofNullable(time).flatMap(WebhookParser::instant),
                    Optional.ofNullable(eventId)));
        } catch (IllegalArgumentException e) {
            // An id that is no id: one bad event must not cost the others, which Intuit would send again for ever.
            ignored++;
        }
    }

    private static String entityName(String name) {
        if (name.equalsIgnoreCase("Currency")) {
            return "CompanyCurrency";
        }
        return EntityTypes.all().stream()
                .map(EntityType::name)
                .filter(known -> known.equalsIgnoreCase(name))
                .findFirst()
                .orElse(name);
    }

    private static Optional<Instant> instant(String time) {
        try {
            return Optional.of(OffsetDateTime.parse(time, TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> members(JsonReader reader) throws IOException {
        Map<String, String> members = new HashMap<>();
        if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
            reader.skipValue();
            return members;
        }
        reader.beginObject();
        while (reader.hasNext()) {
            put(members, reader.nextName(), reader);
        }
        reader.endObject();
        return members;
    }

    private static void put(Map<String, String> members, String name, JsonReader reader) throws IOException {
        JsonReader.Token next = reader.peek();
        if (next == JsonReader.Token.STRING || next == JsonReader.Token.NUMBER) {
            members.put(name, reader.nextString());
        } else {
            reader.skipValue();
        }
    }
}
