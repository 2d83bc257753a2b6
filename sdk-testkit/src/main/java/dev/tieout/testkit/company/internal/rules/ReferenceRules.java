package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.References;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.util.Objects;
import java.util.Set;

/**
 * References to other records: unknown or inactive ones are refused with 2500 (QuickBooks facts P3.15, E11.3), with 610
 * when an update leaves a reference that has become inactive as it was (QuickBooks fact P3.14). Names inside references
 * are ignored.
 */
final class ReferenceRules {
    private static final Set<String> WORDS =
            Set.of("TAX", "NON", "CustomSalesTax", "SHIPPING_ITEM_ID", "GRATUITY_ITEM_ID");

    private ReferenceRules() {}

    static void check(Write write) {
        References.visit(write.kind().type(), write.draft(), (path, target, reference) -> {
            check(write, path, target, reference);
            reference.set("name", null);
        });
    }

    private static void check(Write write, String path, EntityKind target, JsonObject reference) {
        String id = reference.text("value", "");
        boolean system =
                path.equals("ParentRef") || path.endsWith("LastModifiedByRef") || path.startsWith("RootCustomer");
        if (WORDS.contains(id) || system || !sentPath(write, path)) {
            return;
        }
        JsonObject record = write.work().find(target, id);
        if (record == null) {
            throw unknown(path, target, id);
        }
        if (record.isFalse("Active")) {
            throw inactive(write, path);
        }
    }

    /** Only what the client sent is looked at: a sparse update of a note does not trip over an old reference. */
    private static boolean sentPath(Write write, String path) {
        int dot = path.indexOf('.');
        return write.sent().has(dot < 0 ? path : path.substring(0, dot));
    }

    private static QboFault unknown(String path, EntityKind target, String id) {
        return switch (target) {
            case ACCOUNT -> QboFault.of(2500, "Invalid Reference Id : Accounts element id " + id + " not found", "");
            case CUSTOMER, VENDOR, EMPLOYEE ->
                QboFault.of(2500, "Invalid Reference Id : Names element id " + id + " not found", "");
            case CLASS -> QboFault.of(2500, "Invalid Reference Id : Klasses element id " + id + " not found", "");
            case DEPARTMENT -> QboFault.of(2500, "Invalid Reference Id : Depts element id " + id + " not found", "");
            case ITEM -> QboFault.of(2500, "Invalid Reference Id : " + path, "");
            default -> QboFault.badReference();
        };
    }

    private static QboFault inactive(Write write, String path) {
        JsonObject before = write.before();
        if (before != null && Objects.equals(before.at(path), write.draft().at(path))) {
            return QboFault.notFound();
        }
        boolean customer = path.equals("CustomerRef") && write.on(CompanySwitch.INACTIVE_CUSTOMER_IS_6250);
        return customer
                ? QboFault.of(6250, "InvalidSalesCustomer : the customer is inactive", "")
                : QboFault.badReference();
    }
}
