package dev.tieout.matching.items;

import java.util.ArrayList;
import java.util.Arrays;
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
    /** So many that share the most words are compared beside those with the same name or code. */
    private static final int MOST_ALIKE = 40;

    /** And so many if there are any with the same name or code. */
    private static final int BESIDE_THE_SAME = 5;

    private static final int START = 3;
    private static final int FEW = 5;

    private final List<ParsedItem> parsed = new ArrayList<>();
    private final Map<String, List<Integer>> byCode = new HashMap<>();
    private final Map<String, List<Integer>> byJoined = new HashMap<>();
    private final Map<String, List<Integer>> byContent = new HashMap<>();
    private final Map<String, List<Integer>> byWord = new HashMap<>();
    private final Map<String, List<Integer>> byStart = new HashMap<>();
    private final Set<String> vocabulary = new HashSet<>();
    private int withUnits;
    private int[] places = {};

    void add(ParsedItem item) {
        int row = parsed.size();
        parsed.add(item);
        withUnits += item.name().units().isEmpty() ? 0 : 1;
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

    /** Whether more than a few items, and more than one in fifty, say how they are counted. */
    boolean hasUnits() {
        return withUnits >= FEW && withUnits * 50L >= parsed.size();
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
        Tally shared = new Tally(parsed.size());
        asked.qualified().content().stream()
                .distinct()
                .filter(word -> count(byWord, word) > 0)
                .sorted(rarestFirst.thenComparing(Comparator.naturalOrder()))
                .limit(WORDS_ASKED)
                .forEach(word -> addUnlessCommon(shared, byWord, word));
        for (String word : asked.qualified().topics()) {
            if (!vocabulary.contains(word)) {
                addUnlessCommon(shared, byStart, start(word));
            }
        }
        found.addAll(shared.most(found.isEmpty() ? MOST_ALIKE : BESIDE_THE_SAME, placesInOrder()));
        return found;
    }

    /** How often rows were counted. */
    private static final class Tally {
        private final int[] counts;
        private final List<Integer> rows = new ArrayList<>();
        private int highest;

        Tally(int size) {
            counts = new int[size];
        }

        void add(int row) {
            if (counts[row] == 0) {
                rows.add(row);
            }
            counts[row]++;
            highest = Math.max(highest, counts[row]);
        }

        /** The rows that were counted most, at most so many. */
        List<Integer> most(int limit, int[] places) {
            List<Integer> most = new ArrayList<>();
            for (int times = highest; times > 0 && most.size() < limit; times--) {
                long[] equal = new long[rows.size()];
                int n = 0;
                for (int row : rows) {
                    if (counts[row] == times) {
                        equal[n++] = (long) places[row] << Integer.SIZE | row;
                    }
                }
                Arrays.sort(equal, 0, n);
                for (int i = 0; i < n && most.size() < limit; i++) {
                    most.add((int) equal[i]);
                }
            }
            return most;
        }
    }

    /** The place of each row in the order of the names, which does not depend on that of the list. */
    private int[] placesInOrder() {
        if (places.length != parsed.size()) {
            List<Integer> rows = new ArrayList<>();
            for (int row = 0; row < parsed.size(); row++) {
                rows.add(row);
            }
            rows.sort(Comparator.comparing(row -> parsed.get(row).qualified().joined()));
            places = new int[parsed.size()];
            for (int at = 0; at < places.length; at++) {
                places[rows.get(at)] = at;
            }
        }
        return places;
    }

    private static String content(ItemWords name) {
        return String.join(" ", name.content());
    }

    private static void addUnlessCommon(Tally found, Map<String, List<Integer>> index, String key) {
        if (count(index, key) <= COMMON) {
            index.getOrDefault(key, List.of()).forEach(found::add);
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
