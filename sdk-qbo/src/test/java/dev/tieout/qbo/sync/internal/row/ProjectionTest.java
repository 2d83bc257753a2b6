package dev.tieout.qbo.sync.internal.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    private static final List<String> NAMES =
            List.of("A", "A.x", "A.y.z", "A#1", "A#1.x", "A-", "AB", "AB.x", "B", "B.x");

    @Test
    void aMemberIsItselfAndItsPartsWhateverSortsBetween() {
        Projection all = Projection.of(Map.of("A", "1", "A#1", "2", "A#1.x", "3", "A.x", "4", "AB", "5", "AB.x", "6"));

        assertThat(all.members()).containsExactly("A", "A#1", "AB");
        assertThat(all.member("A").fields()).isEqualTo(Map.of("A", "1", "A.x", "4"));
        assertThat(all.member("A#1").fields()).isEqualTo(Map.of("A#1", "2", "A#1.x", "3"));
        assertThat(all.member("AB").fields()).isEqualTo(Map.of("AB", "5", "AB.x", "6"));
        assertThat(all.member("C").isEmpty()).isTrue();
        assertThat(all.has("C")).isFalse();
    }

    @Test
    void aPieceEqualsWhatWasBuiltAlone() {
        Projection piece = Projection.of(Map.of("A", "0", "B.x", "1", "B.y", "2", "C", "3"))
                .member("B");
        Projection alone = Projection.builder().put("B.y", 2).put("B.x", 1).build();

        assertThat(piece).isEqualTo(alone).hasSameHashCodeAs(alone);
        assertThat(piece).isNotEqualTo(Projection.of(Map.of("B.x", "1")));
        assertThat(piece.get("A")).isNull();
        assertThat(piece.get("C")).isNull();
        assertThat(piece.member("B")).isEqualTo(alone);
        assertThat(piece).hasToString("Projection[B.x, B.y]");
    }

    @Test
    void blankIsAbsentWhereValuesAreReadAndStaysWhereAFieldWasCleared() {
        assertThat(Projection.builder().put("A", " ").put("B", null).build()).isSameAs(Projection.EMPTY);
        assertThat(Projection.of(Map.of("A", "")).get("A")).isEmpty();
    }

    @Test
    void itDoesWhatASortedMapDoes() {
        Random random = new Random(11);
        for (int run = 0; run < 3_000; run++) {
            Map<String, String> one = some(random);
            Map<String, String> other = some(random);
            String member = Projection.memberOf(NAMES.get(random.nextInt(NAMES.size())));
            Projection projection = Projection.of(one);

            assertThat(projection.fields()).isEqualTo(one);
            assertThat(List.copyOf(projection.fields().keySet())).isEqualTo(List.copyOf(one.keySet()));
            assertThat(projection.member(member).fields()).isEqualTo(part(one, member));
            assertThat(projection.has(member)).isEqualTo(!part(one, member).isEmpty());
            assertThat(projection.members())
                    .isEqualTo(one.keySet().stream().map(Projection::memberOf).collect(Collectors.toSet()));
            Map<String, String> replaced = new TreeMap<>(one);
            replaced.keySet().removeAll(part(one, member).keySet());
            replaced.putAll(part(other, member));
            assertThat(projection.withMember(member, Projection.of(other)).fields())
                    .isEqualTo(replaced);
            assertThat(projection.only(List.of(member))).isEqualTo(Projection.of(part(one, member)));
            assertThat(projection.equals(Projection.of(other))).isEqualTo(one.equals(other));
        }
    }

    private static Map<String, String> part(Map<String, String> fields, String member) {
        Map<String, String> part = new TreeMap<>(fields);
        part.keySet().removeIf(field -> !Projection.memberOf(field).equals(member));
        return part;
    }

    private static Map<String, String> some(Random random) {
        Map<String, String> fields = new TreeMap<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            fields.put(NAMES.get(random.nextInt(NAMES.size())), String.valueOf(random.nextInt(3)));
        }
        return fields;
    }
}
