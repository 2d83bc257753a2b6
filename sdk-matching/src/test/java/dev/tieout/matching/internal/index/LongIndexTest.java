package dev.tieout.matching.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.matching.internal.text.TextKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongIndexTest {
    @ParameterizedTest(name = "{0} rows of up to {1} keys, {2} threads")
    @CsvSource({"0, 4, 2", "1, 1, 1", "50, 6, 1", "3000, 9, 1", "3000, 9, 2", "40000, 6, 2", "200000, 4, 3"})
    void itKnowsWhatAMapKnows(int rows, int most, int threads) {
        Random random = new Random(rows + most);
        long[][] keys = new long[rows][];
        Map<Long, TreeSet<Integer>> expected = new TreeMap<>();
        for (int r = 0; r < rows; r++) {
            keys[r] = new long[random.nextInt(most + 1)];
            for (int k = 0; k < keys[r].length; k++) {
                // A few keys that many have, and many that few have.
                int name = random.nextInt(4) == 0 ? random.nextInt(5) : random.nextInt(rows * 2);
                keys[r][k] = name == 0 ? 0 : TextKeys.mix(name);
                expected.computeIfAbsent(keys[r][k], x -> new TreeSet<>()).add(r);
            }
        }
        LongIndex index;
        try (Workers workers = new Workers(threads)) {
            index = LongIndex.of(rows, 3, workers, () -> row -> list(keys[row]));
        }
        assertThat(index.stale()).isFalse();
        same(index, expected, rows);
        change(index, expected, random, rows);
        same(index, expected, rows);
    }

    private static Longs list(long[] keys) {
        Longs list = new Longs(keys.length);
        for (long key : keys) {
            list.add(key);
        }
        return list;
    }

    private static void change(LongIndex index, Map<Long, TreeSet<Integer>> expected, Random random, int rows) {
        for (int c = 0; c < 2000; c++) {
            long key = TextKeys.mix(1 + random.nextInt(Math.max(rows, 10)));
            int row = random.nextInt(rows + 10);
            TreeSet<Integer> having = expected.computeIfAbsent(key, x -> new TreeSet<>());
            if (random.nextBoolean() && !having.isEmpty()) {
                row = having.first();
                index.remove(key, row);
                having.remove(row);
            } else {
                index.add(key, row);
                having.add(row);
            }
        }
        if (rows >= 3000) {
            assertThat(index.stale()).isEqualTo(rows < 10000);
        }
    }

    private static void same(LongIndex index, Map<Long, TreeSet<Integer>> expected, int rows) {
        expected.forEach((key, having) -> {
            long handle = index.find(key);
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < index.count(handle); i++) {
                found.add(index.row(handle, i));
            }
            assertThat(found).containsExactlyElementsOf(having);
        });
        for (int k = 0; k < 1000; k++) {
            long nobodys = TextKeys.mix(-1 - k - rows);
            assertThat(index.count(index.find(nobodys))).isZero();
        }
    }
}
