package dev.tieout.matching.items;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One side's parsed items, found by code, joined name, word and word start. Not thread-safe while it is filled. */
final class ItemIndex {
    /** A word that more items bear says nothing by itself. */
    private static final int COMMON = 300;

    private static final int WORDS_ASKED = 4;
    private static final int START = 3;

    private final List<ParsedItem> parsed = new ArrayList<>();
    private final Map<String, List<Integer>> byCode = new HashMap<>();
    private final Map<String, List<Integer>> byJoined = new HashMap<>();
    private final Map<String, List<Integer>> byContent = new HashMap<>();
    private final Map<String, List<Integer>> byWord = new HashMap<>();
    private final Map<String, List<Integer>> byStart = new HashMap<>();
    private final Set<String> vocabulary = new HashSet<>();

    void add(ParsedItem item) {
        int row = parsed.size();
        parsed.add(item);
        if (!item.code().isEmpty()) {
            put(byCode, item.code(), row);
        }
        put(byJoined, item.name().joined(), row);
        put(byJoined, item.qualified().joined(), row);
        put(byContent, content(item.name()), row);
        put(byContent, content(item.qualified()), row);
        for (String word : new TreeSet<>(item.qualified().content())) {
            put(byWord, word, row);
            put(byStart, start(word), row);
            vocabulary.add(word);
        }
    }

    ParsedItem parsed(int row) {
        return parsed.get(row);
    }

    Set<String> vocabulary() {
        return vocabulary;
    }

    int withCode(String code) {
        return byCode.getOrDefault(code, List.of()).size();
    }

    /** Rows that may be the same item, in ascending order. */
    Set<Integer> candidates(ParsedItem asked) {
        Set<Integer> found = new TreeSet<>(byCode.getOrDefault(asked.code(), List.of()));
        found.addAll(byJoined.getOrDefault(asked.name().joined(), List.of()));
        found.addAll(byJoined.getOrDefault(asked.qualified().joined(), List.of()));
        found.addAll(byContent.getOrDefault(content(asked.name()), List.of()));
        found.addAll(byContent.getOrDefault(content(asked.qualified()), List.of()));
        Comparator<String> rarestFirst = Comparator.comparingInt(word -> count(byWord, word));
        asked.qualified().content().stream()
                .distinct()
                .filter(word -> count(byWord, word) > 0)
                .sorted(rarestFirst.thenComparing(Comparator.naturalOrder()))
                .limit(WORDS_ASKED)
                .forEach(word -> addUnlessCommon(found, byWord, word));
        for (String word : asked.qualified().topics()) {
            if (!vocabulary.contains(word)) {
                addUnlessCommon(found, byStart, start(word));
            }
        }
        return found;
    }

    private static String content(ItemWords name) {
        return String.join(" ", name.content());
    }

    private static void addUnlessCommon(Set<Integer> found, Map<String, List<Integer>> index, String key) {
        if (count(index, key) <= COMMON) {
            found.addAll(index.getOrDefault(key, List.of()));
        }
    }

    private static int count(Map<String, List<Integer>> index, String key) {
        return index.getOrDefault(key, List.of()).size();
    }

    private static String start(String word) {
        return word.substring(0, word.offsetByCodePoints(0, Math.min(START, word.codePointCount(0, word.length()))));
    }

    private static void put(Map<String, List<Integer>> index, String key, int row) {
        List<Integer> rows = index.computeIfAbsent(key, k -> new ArrayList<>(1));
        if (rows.isEmpty() || rows.get(rows.size() - 1) != row) {
            rows.add(row);
        }
    }
}
