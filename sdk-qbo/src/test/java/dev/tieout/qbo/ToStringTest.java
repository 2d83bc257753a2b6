package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * No public type of the library shows an amount, a name, a street or a memo when it is turned into text. A value that is
 * the datum itself prints itself.
 */
class ToStringTest {
    /** The datum itself. */
    private static final Set<String> DATA = Set.of("dev.tieout.Money");

    /** Doors, not data: made by the library, they say whose they are; and two that the tests of their own look at. */
    private static final Set<String> NOT_BUILT = Set.of(
            "dev.tieout.matching.items.ItemMatchPlan",
            "dev.tieout.qbo.SyncWorker",
            "dev.tieout.qbo.api.ApiClient",
            "dev.tieout.qbo.api.QboApi",
            "dev.tieout.qbo.connect.Connections",
            "dev.tieout.qbo.connect.Connections$Builder",
            "dev.tieout.qbo.entity.QueryField",
            "dev.tieout.qbo.entity.TaxLineDetail",
            "dev.tieout.qbo.entity.TaxLineDetail$Builder");

    @Test
    void noPublicTypeShowsTheFirmsBusiness() throws Exception {
        List<String> talkative = new ArrayList<>();
        Set<String> unbuilt = new TreeSet<>();
        int built = 0;
        for (Class<?> type : PublicTypes.of("sdk-core", "sdk-matching", "sdk-qbo")) {
            if (DATA.contains(type.getName())) {
                continue;
            }
            Object value = new MarkedValues().of(type);
            if (value == null) {
                // What is abstract and cannot be filled is looked at where it is implemented.
                if (!Modifier.isAbstract(type.getModifiers())) {
                    unbuilt.add(type.getName());
                }
                continue;
            }
            built++;
            String text = value.toString();
            if (text.contains(MarkedValues.MARK) || text.contains(MarkedValues.AMOUNT)) {
                talkative.add(type.getName() + ": " + text);
            }
        }
        assertThat(talkative).isEmpty();
        assertThat(built).isGreaterThan(400);
        assertThat(unbuilt).as("types that this test cannot fill").isSubsetOf(NOT_BUILT);
    }
}
