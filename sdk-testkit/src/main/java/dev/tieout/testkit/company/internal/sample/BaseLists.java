package dev.tieout.testkit.company.internal.sample;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.json.JsonText;
import dev.tieout.testkit.company.internal.state.EntityKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The lists of the invented company, read from {@code invented.txt}: a heading per entity, a JSON object a line. */
final class BaseLists {
    private static final Map<EntityKind, List<String>> LINES = read();

    private BaseLists() {}

    static Set<EntityKind> kinds() {
        return LINES.keySet();
    }

    static List<JsonObject> records(EntityKind kind, Instant time) {
        List<JsonObject> records = new ArrayList<>();
        for (String line : LINES.getOrDefault(kind, List.of())) {
            JsonObject record = parsed(line);
            boolean word = record.text("Id", "").matches("[A-Za-z]+");
            if (!word) {
                record.setIfAbsent("SyncToken", "0")
                        .setIfAbsent("domain", "QBO")
                        .setIfAbsent("sparse", false);
            }
            record.set("MetaData", InventedCompany.meta(time));
            records.add(record);
        }
        return records;
    }

    private static JsonObject parsed(String line) {
        try {
            return JsonText.object(line.getBytes(StandardCharsets.UTF_8));
        } catch (JsonText.Malformed malformed) {
            throw new IllegalStateException("invented.txt: " + malformed.getMessage() + " in " + line, malformed);
        }
    }

    private static Map<EntityKind, List<String>> read() {
        Map<EntityKind, List<String>> lines = new EnumMap<>(EntityKind.class);
        InputStream text = Objects.requireNonNull(
                BaseLists.class.getResourceAsStream("/dev/tieout/testkit/company/internal/invented.txt"),
                "invented.txt");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            List<String> current = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("{")) {
                    current.add(line);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    current = new ArrayList<>();
                    lines.put(Objects.requireNonNull(EntityKind.named(line.strip()), line), current);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return lines;
    }
}
