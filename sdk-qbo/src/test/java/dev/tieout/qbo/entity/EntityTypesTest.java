package dev.tieout.qbo.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntityTypesTest {
    private static final Map<Operation, Class<?>> MARKS = Map.ofEntries(
            Map.entry(Operation.CREATE, Supports.Create.class),
            Map.entry(Operation.READ, Supports.Read.class),
            Map.entry(Operation.QUERY, Supports.Query.class),
            Map.entry(Operation.FULL_UPDATE, Supports.FullUpdate.class),
            Map.entry(Operation.SPARSE_UPDATE, Supports.SparseUpdate.class),
            Map.entry(Operation.DELETE, Supports.Delete.class),
            Map.entry(Operation.VOID, Supports.Void.class),
            Map.entry(Operation.SEND, Supports.Send.class),
            Map.entry(Operation.PDF, Supports.Pdf.class),
            Map.entry(Operation.INACTIVATE, Supports.Inactivate.class),
            Map.entry(Operation.CDC, Supports.Cdc.class));

    static List<EntityType<?>> types() {
        return EntityTypes.all();
    }

    @Test
    void thereAreThirtyThreeAndEachIsFoundByItsName() {
        assertThat(EntityTypes.all())
                .hasSize(33)
                .allSatisfy(type -> assertThat(EntityTypes.byName(type.name())).contains(type));
        assertThat(EntityTypes.byName("Klass")).isEmpty();
        assertThat(TxnClass.TYPE.name()).isEqualTo("Class");
        assertThat(TxnClass.TYPE.endpoint()).isEqualTo("class");
    }

    @ParameterizedTest
    @MethodSource("types")
    void theMarksOfTheClassAreTheOperationsOfTheType(EntityType<?> type) {
        for (Operation operation : Operation.values()) {
            assertThat(MARKS.get(operation).isAssignableFrom(type.javaClass()))
                    .as("%s %s", type, operation)
                    .isEqualTo(type.supports(operation));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void thereIsAnAccessorForEveryMemberOfTheSchema(EntityType<?> type) {
        long accessors = Arrays.stream(type.javaClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0 && !method.isBridge())
                .map(Method::getName)
                .filter(name -> !List.of("entityType", "toBuilder", "patch").contains(name))
                .count();
        assertThat(accessors).isEqualTo(type.fromJson("{}").shape.type.members.length);
    }

    @Test
    void everyQueryableEntityCanBeSortedByWhenItChanged() {
        assertThat(Customer.Fields.META_DATA_LAST_UPDATED_TIME.name()).isEqualTo("MetaData.LastUpdatedTime");
        assertThat(Customer.Fields.DISPLAY_NAME.valueType()).isEqualTo(String.class);
        for (EntityType<?> type : EntityTypes.all()) {
            assertThat(Arrays.stream(type.javaClass().getDeclaredClasses())
                            .filter(c -> c.getSimpleName().equals("Fields"))
                            .flatMap(c -> Arrays.stream(c.getFields()))
                            .map(Field::getName))
                    .as(type.name())
                    .contains("META_DATA_LAST_UPDATED_TIME");
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void noQueryIsSortedById(EntityType<?> type) {
        // Announced for all entities (QuickBooks fact P6.4); filtering by Id stays.
        assertThat(Arrays.stream(type.javaClass().getDeclaredClasses())
                        .filter(c -> c.getSimpleName().equals("Fields"))
                        .flatMap(c -> Arrays.stream(c.getFields()))
                        .filter(field -> field.getName().equals("ID"))
                        .map(Field::getType))
                .isSubsetOf(FilterField.class);
    }

    @Test
    void theTableInTheDocsSaysWhatTheCodeDoes() throws IOException {
        Path page = Path.of(System.getProperty("tieout.root"), "docs", "entities.md");
        try (Stream<String> lines = Files.lines(page)) {
            List<String> rows = lines.filter(line -> line.startsWith("| `")).toList();
            assertThat(rows)
                    .containsExactlyElementsOf(
                            EntityTypes.all().stream().map(EntityTypesTest::row).toList());
        }
    }

    /** One row of the table: the names and a mark for each operation. */
    private static String row(EntityType<?> type) {
        String marks = Arrays.stream(Operation.values())
                .map(operation -> type.supports(operation) ? "✓" : " ")
                .collect(Collectors.joining(" | "));
        return "| `" + type.name() + "` | `" + type.javaClass().getSimpleName() + "` | `/" + type.endpoint() + "` | "
                + marks + " |";
    }
}
