package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.FieldType;
import dev.tieout.testkit.company.internal.wire.Types;
import dev.tieout.testkit.exchange.FakeResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What queries can filter and sort by, for every field of every kind, judged by another source: the SDK's own schema with
 * its words {@code where} and {@code sort} (QuickBooks facts P6.3, P6.11).
 */
class QueryFieldsTest extends CompanyTest {
    private static final Path SCHEMA =
            Path.of(System.getProperty("tieout.root", ".."), "sdk-qbo", "src", "main", "schema");

    /** Documented for the metadata alone, or for all but what the schema of the SDK needs no word for. */
    private static final Set<FieldType.Kind> WITHOUT_A_VALUE = Set.of(FieldType.Kind.ANY, FieldType.Kind.OBJECT);

    static List<EntityKind> documented() throws IOException {
        List<EntityKind> kinds = new ArrayList<>();
        try (Stream<Path> files = Files.list(SCHEMA)) {
            for (Path file : files.sorted().toList()) {
                EntityKind kind = EntityKind.named(file.getFileName().toString().replace(".qbo", ""));
                if (kind != null) {
                    kinds.add(kind);
                }
            }
        }
        return kinds;
    }

    /** The flags of each field of an entity. */
    private static Map<String, Set<String>> flags(EntityKind kind) throws IOException {
        Map<String, Set<String>> flags = new HashMap<>();
        for (String line : Files.readAllLines(SCHEMA.resolve(kind.json() + ".qbo"))) {
            String[] words = line.split("\\|")[0].strip().split("\\s+");
            if (!words[0].equals("entity") && words.length > 1) {
                flags.put(words[0], new TreeSet<>(List.of(words).subList(2, words.length)));
            }
        }
        return flags;
    }

    @ParameterizedTest
    @MethodSource("documented")
    void everyFieldCanBeAskedForExactlyWhereIntuitSaysSo(EntityKind kind) throws IOException {
        Map<String, Set<String>> flags = flags(kind);
        for (FieldType field : Types.all().fields(kind.type()).values()) {
            Set<String> words = flags.getOrDefault(field.name(), Set.of());
            boolean filtered = words.contains("where") && !WITHOUT_A_VALUE.contains(field.kind());
            assertThat(taken(condition(kind, field), "queryable"))
                    .as("%s where %s", kind, field.name())
                    .isEqualTo(filtered || textual(field, words));
            boolean sorted = words.contains("sort") || (field.name().equals("Id") && words.contains("where"));
            assertThat(taken("select * from " + kind.json() + " orderby " + field.name(), "sortable"))
                    .as("%s orderby %s", kind, field.name())
                    .isEqualTo(sorted);
        }
        assertThat(taken("select * from " + kind.json() + " where MetaData.CreateTime > '2026-01-01'", "queryable"))
                .isTrue();
        assertThat(taken("select * from " + kind.json() + " orderby MetaData.LastUpdatedTime desc", "sortable"))
                .isTrue();
    }

    private static boolean textual(FieldType field, Set<String> words) {
        String type = field.type();
        return words.contains("where") && type != null && Types.textOf(type) != null;
    }

    private static String condition(EntityKind kind, FieldType field) {
        String value = switch (field.kind()) {
            case WHOLE, DECIMAL, MONEY -> "'1'";
            case FLAG -> "true";
            case DATE, TIME -> "'2026-01-01'";
            default -> "'1'";
        };
        return "select * from " + kind.json() + " where " + field.name() + " = " + value;
    }

    /** Whether a query is answered; a refusal must say that the property is not what it was used for. */
    private boolean taken(String statement, String use) {
        FakeResponse response = query(statement);
        if (response.status() == 200) {
            return true;
        }
        String detail = body(response).object("Fault").objects("Error").get(0).text("Detail", "");
        assertThat(detail).as(statement).matches("QueryValidationError: property '.*' is not (queryable|" + use + ")");
        return false;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select * from Customer where Id = 'abc' | 2030",
                "select * from Customer where Id = '1.5' | 2030",
                "select * from Customer where Id in ('1','x') | 2030",
                "select * from Customer where Id = '' | 2030",
                "select * from Customer where Id > '5' | 4001",
                "select * from Customer where Id like '1%' | 4001",
                "select * from Customer where Active > false | 4001",
                "select * from Customer where Active = 'perhaps' | 4001",
                "select * from Customer where Balance like '1%' | 4001",
                "select * from Invoice where TxnDate like '2026%' | 4001",
                "select * from Invoice where TxnDate > 'soon' | 4001",
                "select * from Invoice where MetaData = '1' | 4001",
                "select * from Invoice where CustomerRef.name = 'x' | 4001",
                "select * from Invoice where PrivateNote = 'x' | 4001",
                "select * from Invoice where BillAddr.City = 'x' | 4001",
                "select * from TaxAgency where DisplayName = 'x' | 4001",
                "select * from Preferences where Id = '1' | 4001"
            })
    void whatFailsAtIntuitFailsHere(String statement, String code) {
        fault(query(statement), code);
    }

    @Test
    void idsAreNumbersAndReferencesGoByTheirId() {
        assertThat(rows("Customer", "select * from Customer where Id = 3")).hasSize(1);
        assertThat(rows("Customer", "select * from Customer where Id in ('3', 4)"))
                .hasSize(2);
        String customer = rows("Invoice", "select * from Invoice").get(0).ref("CustomerRef");
        for (String path : List.of("CustomerRef", "CustomerRef.value", "customerref.VALUE")) {
            assertThat(rows("Invoice", "select * from Invoice where " + path + " = '" + customer + "'"))
                    .isNotEmpty();
        }
        ok(query("select * from Attachable where AttachableRef.EntityRef.Type = 'Invoice' and"
                + " AttachableRef.EntityRef.value = '1'"));
        ok(query("select * from Customer where PrimaryEmailAddr.Address = 'x'"));
    }

    @Test
    void templatesAreFoundByTypeAndChangedByTheirId() {
        String body = "{`Invoice`:"
                + invoice("3", "5")
                        .replace("{`Cust", "{`RecurringInfo`:{`Name`:`%s`,`RecurType`:" + "`Automated`},%s`Cust")
                + "}";
        JsonObject made = create("recurringtransaction", body.formatted("monthly", ""));
        String id = made.object("Invoice").text("Id");
        String update = "`Id`:`" + id + "`,`SyncToken`:`%s`,`sparse`:true,";
        fault(post("recurringtransaction", body.formatted("yearly", update.formatted("7"))), "5010");
        JsonObject changed = create("recurringtransaction", body.formatted("yearly", update.formatted("0")));
        assertThat(changed.object("Invoice").text("SyncToken")).isEqualTo("1");
        assertThat(changed.object("Invoice").object("RecurringInfo").text("Name"))
                .isEqualTo("yearly");
        assertThat(rows("RecurringTransaction", "select * from RecurringTransaction where Type = 'Invoice'"))
                .hasSize(1);
        assertThat(rows("RecurringTransaction", "select * from RecurringTransaction where Type = 'Bill'"))
                .isEmpty();
        assertThat(rows("RecurringTransaction", "select * from RecurringTransaction where Id = '" + id + "'"))
                .hasSize(1);
    }
}
