package dev.tieout.qbo.kinds.internal.invoice;

import dev.tieout.qbo.entity.CustomField;
import dev.tieout.qbo.entity.CustomFieldType;
import dev.tieout.qbo.entity.Invoice;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.sync.ProblemCause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The company's own fields of sales forms: by name in the app, by number in QuickBooks, which loses a value without a word if
 * the number is missing or wrong (QuickBooks fact M6.10). Each is a member of its own.
 */
final class CustomFields {
    private static final String MEMBER = "CustomField@";

    private CustomFields() {}

    static List<CustomField> say(Map<String, String> values, Links links) {
        List<CustomField> fields = new ArrayList<>();
        values.forEach((name, value) -> {
            @Nullable String id = links.company().customFields().get(name.strip());
            if (id == null) {
                throw new Blocked(
                        ProblemCause.INVALID_DATA,
                        "QuickBooks has no custom field of this name on sales forms.",
                        "Make the field in QuickBooks (Account and settings, Sales), or name one that is there, then"
                                + " retry.",
                        "CustomField");
            }
            fields.add(CustomField.builder()
                    .definitionId(id)
                    .name(name.strip())
                    .type(CustomFieldType.STRING_TYPE)
                    .stringValue(value)
                    .build());
        });
        return fields;
    }

    static void read(Invoice invoice, Projection.Builder to) {
        for (CustomField field : invoice.customField()) {
            to.put(member(field), field.stringValue().orElse(null));
        }
    }

    /** A dot would divide the name of a field from that of a part of it. */
    private static String member(CustomField field) {
        return MEMBER + field.name().orElse("").strip().toLowerCase(Locale.ROOT).replace('.', '_');
    }

    static boolean isOne(String member) {
        return member.startsWith(MEMBER);
    }

    /** All fields as they are to be: the list is replaced as a whole, and an empty text clears. */
    static List<CustomField> merged(Invoice current, Invoice wanted, Set<String> members) {
        Map<String, CustomField> byId = new LinkedHashMap<>();
        for (CustomField field : current.customField()) {
            CustomField cleared = field.toBuilder().stringValue("").build();
            byId.put(field.definitionId().orElse(""), members.contains(member(field)) ? cleared : field);
        }
        for (CustomField field : wanted.customField()) {
            if (members.contains(member(field))) {
                byId.put(field.definitionId().orElse(""), field);
            }
        }
        return List.copyOf(byId.values());
    }
}
