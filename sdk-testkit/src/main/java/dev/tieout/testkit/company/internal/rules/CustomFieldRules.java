package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The company's own fields of sales forms: up to three, told apart by number; a value with a wrong number, or none, is lost
 * without a word (QuickBooks fact M6.10).
 */
final class CustomFieldRules {
    private static final String NAME = "SalesFormsPrefs.SalesCustomName";

    private CustomFieldRules() {}

    static void apply(Write write) {
        if (!write.sent().has("CustomField")) {
            write.draft().setIfAbsent("CustomField", List.of());
            return;
        }
        Map<String, String> names = names(write.settings());
        List<Object> kept = new ArrayList<>();
        for (JsonObject field : write.draft().objects("CustomField")) {
            String name = names.get(field.text("DefinitionId", ""));
            if (name != null) {
                String value = field.text("StringValue", "");
                kept.add(JsonObject.of(
                        "DefinitionId",
                        field.text("DefinitionId"),
                        "Name",
                        name,
                        "Type",
                        "StringType",
                        "StringValue",
                        value.isEmpty() ? null : value));
            }
        }
        write.draft().set("CustomField", kept);
    }

    private static Map<String, String> names(Settings settings) {
        Map<String, String> names = new TreeMap<>();
        for (JsonObject group : settings.groups("SalesFormsPrefs.CustomField")) {
            for (JsonObject each : group.objects("CustomField")) {
                String name = each.text("Name", "");
                String shown = each.text("StringValue");
                if (name.startsWith(NAME) && shown != null) {
                    names.put(name.substring(NAME.length()), shown);
                }
            }
        }
        return names;
    }
}
