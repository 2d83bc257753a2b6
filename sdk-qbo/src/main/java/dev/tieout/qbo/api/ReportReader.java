package dev.tieout.qbo.api;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Reads a report (QuickBooks fact P9.5). */
final class ReportReader {
    /** Sections in sections; accounts have five levels. */
    private static final int DEEPEST = 50;

    private ReportReader() {}

    static Report read(BufferedSource body) throws IOException {
        JsonReader reader = JsonReader.of(body);
        Map<String, String> header = new LinkedHashMap<>();
        Map<String, String> options = new LinkedHashMap<>();
        List<Report.Column> columns = new ArrayList<>();
        List<Report.Row> rows = new ArrayList<>();
        boolean found = false;
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName()) {
                case "Header" -> {
                    found = true;
                    header(reader, header, options);
                }
                case "Columns" -> each(reader, "Column", r -> columns.add(column(r)));
                case "Rows" -> each(reader, "Row", r -> rows.add(row(r, 0)));
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        if (!found) {
            throw new JsonDataException("no Header");
        }
        return new Report(header.getOrDefault("ReportName", ""), header, options, columns, rows);
    }

    private static void header(JsonReader reader, Map<String, String> header, Map<String, String> options)
            throws IOException {
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (name.equals("Option") && reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
                reader.beginArray();
                while (reader.hasNext()) {
                    Map<String, String> option = texts(reader);
                    options.put(option.getOrDefault("Name", ""), option.getOrDefault("Value", ""));
                }
                reader.endArray();
            } else {
                @Nullable String value = text(reader);
                if (value != null) {
                    header.put(name, value);
                }
            }
        }
        reader.endObject();
    }

    private interface Each {
        void read(JsonReader reader) throws IOException;
    }

    /** The elements of {@code {"name":[…]}}; an empty object where there are none. */
    private static void each(JsonReader reader, String name, Each each) throws IOException {
        reader.beginObject();
        while (reader.hasNext()) {
            if (reader.nextName().equals(name) && reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
                reader.beginArray();
                while (reader.hasNext()) {
                    each.read(reader);
                }
                reader.endArray();
            } else {
                reader.skipValue();
            }
        }
        reader.endObject();
    }

    private static Report.Column column(JsonReader reader) throws IOException {
        Map<String, String> texts = texts(reader);
        return new Report.Column(texts.getOrDefault("ColTitle", ""), texts.getOrDefault("ColType", ""));
    }

    private static Report.Row row(JsonReader reader, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new JsonDataException("sections are nested too deeply");
        }
        String type = "";
        String group = "";
        List<Report.Cell> cells = new ArrayList<>();
        List<Report.Row> rows = new ArrayList<>();
        List<Report.Cell> summary = new ArrayList<>();
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName()) {
                case "type" -> type = Optional.ofNullable(text(reader)).orElse("");
                case "group" -> group = Optional.ofNullable(text(reader)).orElse("");
                case "ColData" -> cells(reader, cells);
                case "Header" -> each(reader, "ColData", r -> cells.add(cell(r)));
                case "Summary" -> each(reader, "ColData", r -> summary.add(cell(r)));
                case "Rows" -> each(reader, "Row", r -> rows.add(row(r, depth + 1)));
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        return new Report.Row(type, group, cells, rows, summary);
    }

    private static void cells(JsonReader reader, List<Report.Cell> cells) throws IOException {
        reader.beginArray();
        while (reader.hasNext()) {
            cells.add(cell(reader));
        }
        reader.endArray();
    }

    private static Report.Cell cell(JsonReader reader) throws IOException {
        Map<String, String> texts = texts(reader);
        return new Report.Cell(texts.getOrDefault("value", ""), Optional.ofNullable(texts.get("id")));
    }

    private static Map<String, String> texts(JsonReader reader) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            @Nullable String value = text(reader);
            if (value != null) {
                texts.put(name, value);
            }
        }
        reader.endObject();
        return texts;
    }

    private static @Nullable String text(JsonReader reader) throws IOException {
        JsonReader.Token next = reader.peek();
        if (next == JsonReader.Token.STRING || next == JsonReader.Token.NUMBER) {
            return reader.nextString();
        }
        reader.skipValue();
        return null;
    }
}
