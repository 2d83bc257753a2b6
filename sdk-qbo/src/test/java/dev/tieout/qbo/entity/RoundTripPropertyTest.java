package dev.tieout.qbo.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okio.Buffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seed of a failing run is in its name: the n-th run of a type has the seed n. */
class RoundTripPropertyTest {
    private static final int RUNS = 60;

    static List<EntityType<?>> types() {
        return EntityTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void whateverIsReadIsWrittenBackTokenForToken(EntityType<?> type) {
        for (int seed = 0; seed < RUNS; seed++) {
            String json = new RandomJson(seed).object(objectType(type), 3);

            QboEntity entity = type.fromJson(json);

            assertThat(JsonTokens.of(entity.toJson())).as("seed %d", seed).isEqualTo(JsonTokens.of(json));
            assertThat(type.fromJson(entity.toJson())).as("seed %d", seed).isEqualTo(entity);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void recordsOfManyShapesInOnePageDoNotMixUp(EntityType<?> type) throws IOException {
        List<String> records = new ArrayList<>();
        for (int seed = 0; seed < RUNS; seed++) {
            records.add(new RandomJson(seed).object(objectType(type), 2));
        }
        String page = "{\"QueryResponse\":{\"" + type.name() + "\":[" + String.join(",", records) + "]}}";
        List<QboEntity> read = new ArrayList<>();

        type.codec().readQuery(new Buffer().writeUtf8(page), read::add);

        assertThat(read).hasSameSizeAs(records);
        for (int seed = 0; seed < RUNS; seed++) {
            assertThat(JsonTokens.of(read.get(seed).toJson()))
                    .as("seed %d", seed)
                    .isEqualTo(JsonTokens.of(records.get(seed)));
        }
    }

    private static ObjectType<?> objectType(EntityType<?> type) {
        return type.fromJson("{}").shape.type;
    }
}
