package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Table;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one name space of customers, vendors and employees (QuickBooks facts E5): the display name is unique over all
 * three in any case (6240, four texts), has a default (6080), forbidden characters (2040) and drives the derived names.
 */
final class NameRules {
    private static final List<EntityKind> NAME_SPACE =
            List.of(EntityKind.CUSTOMER, EntityKind.VENDOR, EntityKind.EMPLOYEE);
    private static final List<String> NAME_FIELDS =
            List.of("DisplayName", "Title", "GivenName", "MiddleName", "FamilyName", "Suffix", "PrintOnCheckName");

    private NameRules() {}

    static void apply(Write write) {
        JsonObject draft = write.draft();
        for (String field : NAME_FIELDS) {
            characters(field, draft.text(field));
            trim(write, field);
        }
        draft.setIfAbsent("DisplayName", defaultName(write, draft));
        if (draft.text("DisplayName") == null) {
            throw QboFault.of(
                    6080,
                    "At least one of Title, GivenName, MiddleName, FamilyName, DisplayName or Suffix is required.");
        }
        if (write.changed("DisplayName") || write.changed("ParentRef")) {
            unique(write, draft.text("DisplayName", ""));
        }
        printName(write);
    }

    private static void characters(String field, @Nullable String name) {
        if (name != null
                && (name.indexOf(':') >= 0
                        || name.indexOf('\t') >= 0
                        || name.indexOf('\n') >= 0
                        || name.indexOf('\r') >= 0)) {
            throw QboFault.of(
                    2040, "Element contains invalid characters. Colon, tab and newline are not allowed.", field);
        }
    }

    private static void trim(Write write, String field) {
        String text = write.draft().text(field);
        if (text != null && !write.on(CompanySwitch.STRICT_NAMES)) {
            String trimmed = text.strip();
            write.draft().set(field, trimmed.isEmpty() ? null : trimmed);
        }
    }

    private static @Nullable String defaultName(Write write, JsonObject draft) {
        JsonObject before = write.before();
        if (before != null && write.sparse()) {
            return before.text("DisplayName");
        }
        String name = join(draft, "Title", "GivenName", "MiddleName", "FamilyName", "Suffix");
        return name == null && before != null ? before.text("DisplayName") : name;
    }

    private static @Nullable String join(JsonObject record, String... fields) {
        List<String> parts = new ArrayList<>();
        for (String field : fields) {
            String part = record.text(field);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? null : String.join(" ", parts);
    }

    private static void unique(Write write, String name) {
        for (EntityKind kind : NAME_SPACE) {
            for (JsonObject other : write.work().with(kind, "DisplayName", name)) {
                if (clashes(write, kind, other, name)) {
                    throw taken(write, other);
                }
            }
            if (write.on(CompanySwitch.INACTIVE_BLOCKS_NAME)) {
                for (JsonObject other : write.work().with(kind, "DisplayName", name + InactiveRules.SUFFIX)) {
                    if (other.isFalse("Active") && !sameRecord(write, kind, other)) {
                        throw taken(write, other);
                    }
                }
            }
        }
    }

    private static boolean clashes(Write write, EntityKind kind, JsonObject other, String name) {
        if (sameRecord(write, kind, other)) {
            return false;
        }
        if (write.on(CompanySwitch.STRICT_NAMES) && !name.equals(other.text("DisplayName"))) {
            return false;
        }
        boolean bothCustomers = kind == EntityKind.CUSTOMER && write.kind() == EntityKind.CUSTOMER;
        return !(bothCustomers && write.on(CompanySwitch.SUB_CUSTOMER_NAMES_PER_PARENT))
                || Objects.equals(other.ref("ParentRef"), write.draft().ref("ParentRef"));
    }

    private static boolean sameRecord(Write write, EntityKind kind, JsonObject other) {
        return kind == write.kind() && !write.creating() && other.text("Id", "").equals(write.id());
    }

    private static QboFault taken(Write write, JsonObject owner) {
        String prefix = "The name supplied already exists. : ";
        String id = write.on(CompanySwitch.NAME_TAKEN_SHOWS_ID) ? " Id=" + owner.text("Id") : "";
        if (write.on(CompanySwitch.NAME_TAKEN_LEAKS_TEMPLATE)) {
            return QboFault.of(
                    6240,
                    prefix + "Another $$customer$$ is already using this \nname. Please use a different name." + id,
                    "");
        }
        if (write.on(CompanySwitch.NAME_TAKEN_SAYS_ANY_NAME)) {
            return QboFault.of(
                    6240,
                    prefix + "Another customer, vendor or employee is already using this name. Please use a different"
                            + " name." + id,
                    "");
        }
        if (!write.creating() || write.on(CompanySwitch.NAME_TAKEN_SAYS_CUSTOMER)) {
            String who = write.kind().path();
            return QboFault.of(
                    6240,
                    prefix + "Another " + who + " is already using this name.  Please use a different name." + id,
                    "");
        }
        return QboFault.of(6240, prefix + "null" + id);
    }

    /** The check name: what was set, else company, else person, else display name (160 of 160 recorded customers). */
    private static void printName(Write write) {
        JsonObject draft = write.draft();
        JsonObject before = write.before();
        boolean set = write.sent().has("PrintOnCheckName");
        boolean derivedBefore = before != null
                && Table.fold(before.text("PrintOnCheckName", "")).equals(Table.fold(derivedPrintName(before)));
        if (!set && (before == null || !write.sparse() || derivedBefore) && !renamedByInactivation(write)) {
            draft.set("PrintOnCheckName", derivedPrintName(draft));
        }
    }

    private static boolean renamedByInactivation(Write write) {
        return write.draft().isFalse("Active")
                || (write.before() != null && write.before().isFalse("Active"));
    }

    private static String derivedPrintName(JsonObject record) {
        String company = record.text("CompanyName");
        String person = join(record, "GivenName", "MiddleName", "FamilyName");
        return company != null ? company : person != null ? person : record.text("DisplayName", "");
    }
}
