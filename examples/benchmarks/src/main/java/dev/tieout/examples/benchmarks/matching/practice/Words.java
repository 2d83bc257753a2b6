package dev.tieout.examples.benchmarks.matching.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The words of {@code words.properties}. Immutable. */
final class Words {
    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<String, Map<String, List<String>>> tables = new HashMap<>();

    private Words(Properties texts) {
        for (String name : texts.stringPropertyNames()) {
            String[] words =
                    texts.getProperty(name).split(texts.getProperty(name).contains(",") ? "," : " ");
            lists.put(name, Arrays.stream(words).map(w -> w.replace('~', ' ')).toList());
        }
        for (String name : List.of("nicknames", "spellings")) {
            table(name, texts.getProperty(name).split(" "));
        }
        table("short", texts.getProperty("short").split(","));
    }

    private void table(String name, String[] entries) {
        Map<String, List<String>> table = new HashMap<>();
        for (String entry : entries) {
            int colon = entry.indexOf(':');
            table.put(
                    entry.substring(0, colon),
                    List.of(entry.substring(colon + 1).split(",")));
        }
        tables.put(name, table);
    }

    static Words load() {
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream("words.properties"));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return new Words(texts);
        } catch (IOException e) {
            throw new IllegalStateException("The words are part of this program", e);
        }
    }

    /** The words of a list, in its order. */
    List<String> list(String name) {
        return Objects.requireNonNull(lists.get(name), name);
    }

    /** What a table has for a word; empty if nothing. */
    List<String> of(String table, String word) {
        return Objects.requireNonNull(tables.get(table), table).getOrDefault(word, List.of());
    }

    /** All entries of a table. */
    Map<String, List<String>> table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }
}
