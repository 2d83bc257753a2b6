package dev.tieout.qbo.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.tieout.qbo.fault.FaultCatalog;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.FaultReport;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.fault.QboFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every fault body that was collected is read, and classified as QuickBooks facts P3 says. */
class FaultFixturesTest {
    private static final Path PROTOCOL =
            Path.of(System.getProperty("tieout.root", ".."), "..", "shared", "qbo", "fixtures", "protocol");

    /** Name of the entry in faults-in-the-wild.json → what it must be: code and kind. */
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("401 token expired", "3200 REAUTHORIZE"),
            Map.entry("401 malformed bearer", "3200 REAUTHORIZE"),
            Map.entry("403 wrong realm / sandbox token on production host", "3100 PERMISSION"),
            Map.entry("429 throttle (XML even with Accept json)", "3001 THROTTLED"),
            Map.entry("403 throttle (2016)", "3001 THROTTLED"),
            Map.entry("120 user lost access", "120 REAUTHORIZE"),
            Map.entry("120 unknown error", "120 REAUTHORIZE"),
            Map.entry("100 token/realm mismatch", "100 REAUTHORIZE"),
            Map.entry("130 wrong cluster", "130 CONFIGURATION"),
            Map.entry("7001 lapsed subscription / wrong destination (2015-16)", "7001 SUBSCRIPTION"),
            Map.entry("500 unknown resource", "500 BUG"),
            Map.entry("2030 invalid id (no time member)", "2030 BUG"),
            Map.entry("2010 unknown property", "2010 BUG"),
            Map.entry("2020 missing param", "2020 NEEDS_FIX"),
            Map.entry("2500 inactive reference", "2500 BAD_REFERENCE"),
            Map.entry("610 not found", "610 NOT_FOUND"),
            Map.entry("610 deleted transaction", "610 NOT_FOUND"),
            Map.entry("5010 stale", "5010 STALE"),
            Map.entry("6240 null detail", "6240 NAME_TAKEN"),
            Map.entry("6240 same type", "6240 NAME_TAKEN"),
            Map.entry("6240 other type", "6240 NAME_TAKEN"),
            Map.entry("6140 duplicate DocNumber", "6140 DUPLICATE_NUMBER"),
            Map.entry("6190 subscription (seen with HTTP 200 in 2019!)", "6190 SUBSCRIPTION"),
            Map.entry("6270 inventory start date", "6270 NEEDS_FIX"),
            Map.entry("6000 upload link target missing (HTTP 200, inside AttachableResponse)", "nested"),
            Map.entry("6000 internal", "6000 NEEDS_FIX"),
            Map.entry("4000 parser", "4000 BUG"),
            Map.entry("4000 quote not escaped", "4000 BUG"),
            Map.entry("4001 unknown entity", "4001 BUG"),
            Map.entry("4001 unknown property", "4001 BUG"),
            Map.entry("4001 not queryable", "4001 BUG"),
            Map.entry("4001 startposition 0", "4001 BUG"),
            Map.entry("4002 send", "4002 NEEDS_FIX"),
            Map.entry("5020 report name", "5020 PERMISSION"),
            Map.entry("6220 open balance", "6220 NEEDS_FIX"),
            Map.entry("CDC too far back", "500 BUG"),
            Map.entry("10000 system", "10000 TRANSIENT"),
            Map.entry("plain text gateway timeout", "none TRANSIENT"),
            Map.entry("legacy v2 fault (Entitlements endpoint can still answer so)", "11202 NAME_TAKEN"));

    @TestFactory
    Stream<DynamicTest> everyFaultInTheWildIsClassified() throws IOException {
        Path file = PROTOCOL.resolve("faults-in-the-wild.json");
        Assumptions.assumeTrue(Files.exists(file), "no shared fixtures here");
        return entries(file).stream()
                .map(entry -> DynamicTest.dynamicTest(entry.name(), () -> {
                    @Nullable String expected = EXPECTED.get(entry.name());
                    assertThat(expected).as("is not in this test's table").isNotNull();
                    if (expected.equals("nested")) {
                        assertThat(FaultReader.read(body(entry.body()), 200)).isEmpty();
                        return;
                    }
                    int status = entry.status() == 0 ? 504 : entry.status();
                    assertThat(summary(entry.body(), status)).isEqualTo(expected);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedRefusalHasItsFileNamesCode() throws IOException {
        Path folder = PROTOCOL.resolve("flowlink-400");
        Assumptions.assumeTrue(Files.exists(folder), "no shared fixtures here");
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file ->
                            Character.isDigit(file.getFileName().toString().charAt(0)))
                    .sorted()
                    .toList()
                    .stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        String code = file.getFileName().toString().split("_")[0];
                        FaultKind kind = FaultCatalog.find(code).orElseThrow().kind();
                        assertThat(summary(responseBody(file), 400)).isEqualTo(code + " " + kind);
                    }));
        }
    }

    @TestFactory
    Stream<DynamicTest> noGoodAnswerIsTakenForAFault() throws IOException {
        Path folder = PROTOCOL.resolve("qbo_api-vcr");
        Assumptions.assumeTrue(Files.exists(folder), "no shared fixtures here");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("error")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(),
                            () -> assertThat(FaultReader.read(body(responseBody(file)), 200))
                                    .isEmpty()));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyTokenErrorIsClassified() throws IOException {
        Path file = PROTOCOL.resolve("oauth").resolve("token_errors.json");
        Assumptions.assumeTrue(Files.exists(file), "no shared fixtures here");
        return entries(file).stream()
                .map(entry -> DynamicTest.dynamicTest(entry.body(), () -> {
                    FaultKind kind =
                            entry.body().contains("clientID") || entry.body().contains("invalid_client")
                                    ? FaultKind.CONFIGURATION
                                    : FaultKind.REAUTHORIZE;
                    FaultReport report = FaultRules.report(
                            FaultReader.read(body(entry.body()), entry.status()), entry.status(), null, null);
                    assertThat(report.kind()).isEqualTo(kind);
                }));
    }

    private static String summary(String text, int status) {
        FaultReport report = FaultRules.report(FaultReader.read(body(text), status), status, null, null);
        QboException exception = QboException.of("try", report, null);
        for (QboFault fault : report.faults()) {
            if (fault.detail().length() > 8) {
                assertThat(exception.getMessage()).doesNotContain(fault.detail());
            }
            assertThat(fault.remedy()).isNotBlank();
        }
        return report.firstCode().orElse("none") + " " + report.kind();
    }

    private static Buffer body(String text) {
        return new Buffer().writeUtf8(text);
    }

    private record Entry(String name, int status, String body) {}

    private static List<Entry> entries(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        JsonReader reader = JsonReader.of(new Buffer().writeUtf8(Files.readString(file)));
        reader.beginArray();
        while (reader.hasNext()) {
            String name = "";
            int status = 0;
            String body = "";
            reader.beginObject();
            while (reader.hasNext()) {
                switch (reader.nextName()) {
                    case "name" -> name = reader.nextString();
                    case "http", "status" ->
                        status = reader.peek() == JsonReader.Token.NUMBER ? reader.nextInt() : skip(reader);
                    case "body" -> body = raw(reader);
                    default -> reader.skipValue();
                }
            }
            reader.endObject();
            entries.add(new Entry(name, status, body));
        }
        return entries;
    }

    private static int skip(JsonReader reader) throws IOException {
        reader.skipValue();
        return 0;
    }

    private static String responseBody(Path file) throws IOException {
        JsonReader reader = JsonReader.of(new Buffer().writeUtf8(Files.readString(file)));
        String body = "";
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (name.equals("response") && reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
                reader.beginObject();
                while (reader.hasNext()) {
                    if (reader.nextName().equals("body")) {
                        body = raw(reader);
                    } else {
                        reader.skipValue();
                    }
                }
                reader.endObject();
            } else {
                reader.skipValue();
            }
        }
        return body;
    }

    /** A text's own characters, or an object as JSON. */
    private static String raw(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.STRING) {
            return reader.nextString();
        }
        Buffer out = new Buffer();
        try (JsonWriter writer = JsonWriter.of(out);
                BufferedSink sink = writer.valueSink()) {
            sink.writeAll(reader.nextSource());
        }
        return out.readUtf8();
    }
}
