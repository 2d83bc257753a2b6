package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Custom fields of forms: numbered 1 to 3 as in the preferences, which name them in answers; a value for a number that does
 * not exist is lost without a word (QuickBooks fact E2.13). A company that defines none keeps what it is sent.
 */
final class CustomFields {
    private CustomFields() {}

    static void apply(Write write) {
        boolean order = write.kind() == EntityKind.PURCHASE_ORDER;
        Map<String, String> names = names(write, order);
        List<Object> kept = new ArrayList<>();
        for (JsonObject field : write.draft().objects("CustomField")) {
            String number = field.text("DefinitionId", "");
            boolean known = names.isEmpty() ? number.matches("[1-3]") : names.containsKey(number);
            if (known) {
                kept.add(named(field.copy(), names.get(number)));
            }
        }
        write.draft().set("CustomField", kept);
    }

    private static JsonObject named(JsonObject field, @Nullable String name) {
        if (name != null) {
            field.set("Name", name);
        }
        if (field.text("StringValue", "").isEmpty()) {
            field.set("StringValue", null);
        }
        return field.setIfAbsent("Type", "StringType");
    }

    /** The names by number, from preferences like {@code SalesFormsPrefs.SalesCustomName1}. */
    private static Map<String, String> names(Write write, boolean order) {
        Map<String, String> names = new TreeMap<>();
        for (JsonObject preferences : write.work().all(EntityKind.PREFERENCES)) {
            JsonObject group = preferences.object(order ? "VendorAndPurchasesPrefs" : "SalesFormsPrefs");
            List<JsonObject> definitions =
                    group == null ? List.of() : group.objects(order ? "POCustomField" : "CustomField");
            for (JsonObject definition : definitions) {
                for (JsonObject field : definition.objects("CustomField")) {
                    String name = field.text("Name", "");
                    String value = field.text("StringValue", "");
                    if (name.matches(".*CustomName[1-3]") && !value.isEmpty()) {
                        names.put(name.substring(name.length() - 1), value);
                    }
                }
            }
        }
        return names;
    }
}
