package dev.tieout.qbo.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedBodiesTest {
    private static final Path SHARED = Path.of(System.getProperty("tieout.root", "."), "..", "shared");

    @ParameterizedTest
    @ValueSource(strings = {"qbo/fixtures/entities", "data/company"})
    void everyRecordedRecordIsWrittenBackTokenForToken(String folder) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (Path file : jsonFiles(folder)) {
            for (Found found : records(file)) {
                QboEntity entity = found.type.fromJson(found.json);
                assertThat(JsonTokens.of(entity.toJson()))
                        .as("%s in %s", found.type, file.getFileName())
                        .isEqualTo(JsonTokens.of(found.json));
                counts.merge(found.type.name(), 1, Integer::sum);
            }
        }
        assertThat(counts).containsKeys("Customer", "Item", "Invoice", "Payment", "Account", "Preferences", "Vendor");
    }

    @Test
    void everyMemberOfARecordedRecordIsInTheSchemaWithItsType() throws IOException {
        Map<String, String> strangers = new TreeMap<>();
        for (Path file : jsonFiles("data/company")) {
            for (Found found : records(file)) {
                collectUnknown(found.type.fromJson(found.json), file, strangers);
            }
        }
        assertThat(strangers).isEmpty();
    }

    private static void collectUnknown(QboObject object, Path file, Map<String, String> strangers) {
        for (String name : object.memberNames()) {
            int index = object.shape.type.index(name);
            boolean json = index >= 0 && object.shape.type.members[index].kind == Member.Kind.JSON;
            if (!json && object.unknown(name).isPresent()) {
                strangers.put(
                        object.shape.type.name + "." + name, file.getFileName().toString());
            }
        }
        for (Object value : object.values) {
            if (value instanceof QboObject inner) {
                collectUnknown(inner, file, strangers);
            } else if (value instanceof List<?> list) {
                list.forEach(element -> collectUnknown((QboObject) element, file, strangers));
            }
        }
    }

    /** One record found in a recorded body. */
    private record Found(EntityType<?> type, String json) {}

    private static List<Path> jsonFiles(String folder) throws IOException {
        Path path = SHARED.resolve(folder);
        Assumptions.assumeTrue(Files.isDirectory(path), () -> "no recorded bodies at " + path);
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    /** Every object that lies under the name of an entity; else the whole file, if its name says what it is. */
    private static List<Found> records(Path file) throws IOException {
        List<Found> found = new ArrayList<>();
        String text = Files.readString(file);
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text))) {
            reader.setLenient(true);
            search(reader, found);
        } catch (IOException | JsonDataException e) {
            return List.of();
        }
        if (found.isEmpty() && text.stripLeading().startsWith("{")) {
            String[] words = file.getFileName().toString().split("-");
            typeOf(words.length > 1 ? words[1] : "").ifPresent(type -> found.add(new Found(type, text)));
        }
        return found;
    }

    private static Optional<EntityType<?>> typeOf(String endpoint) {
        return EntityTypes.all().stream()
                .filter(type -> type.endpoint().equals(endpoint))
                .findFirst();
    }

    private static void search(JsonReader reader, List<Found> found) throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                reader.beginObject();
                while (reader.hasNext()) {
                    Optional<EntityType<?>> type = EntityTypes.byName(reader.nextName());
                    if (type.isPresent()) {
                        take(reader, type.get(), found);
                    } else {
                        search(reader, found);
                    }
                }
                reader.endObject();
            }
            case BEGIN_ARRAY -> {
                reader.beginArray();
                while (reader.hasNext()) {
                    search(reader, found);
                }
                reader.endArray();
            }
            default -> reader.skipValue();
        }
    }

    private static void take(JsonReader reader, EntityType<?> type, List<Found> found) throws IOException {
        if (reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
            try (var source = reader.nextSource()) {
                found.add(new Found(type, source.readUtf8()));
            }
        } else if (reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
            reader.beginArray();
            while (reader.hasNext()) {
                take(reader, type, found);
            }
            reader.endArray();
        } else {
            reader.skipValue();
        }
    }
}
