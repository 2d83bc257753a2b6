package dev.tieout.testkit.company.internal.state;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.wire.FieldType;
import dev.tieout.testkit.company.internal.wire.Types;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which record a reference field names, and whether answers show its name. Names are live: after a rename old
 * transactions show the new one; accounts, items, classes and locations show their fully qualified name, customers the
 * leaf (QuickBooks fact E2.5, recorded for every pair listed here).
 */
public final class References {
    private static final Map<String, EntityKind> TARGETS = Map.ofEntries(
            Map.entry("CustomerRef", EntityKind.CUSTOMER),
            Map.entry("VendorRef", EntityKind.VENDOR),
            Map.entry("PrefVendorRef", EntityKind.VENDOR),
            Map.entry("EmployeeRef", EntityKind.EMPLOYEE),
            Map.entry("ItemRef", EntityKind.ITEM),
            Map.entry("GroupItemRef", EntityKind.ITEM),
            Map.entry("ClassRef", EntityKind.CLASS),
            Map.entry("DepartmentRef", EntityKind.DEPARTMENT),
            Map.entry("SalesTermRef", EntityKind.TERM),
            Map.entry("TermRef", EntityKind.TERM),
            Map.entry("PaymentMethodRef", EntityKind.PAYMENT_METHOD),
            Map.entry("CustomerTypeRef", EntityKind.CUSTOMER_TYPE),
            Map.entry("DefaultTaxCodeRef", EntityKind.TAX_CODE),
            Map.entry("TaxCodeRef", EntityKind.TAX_CODE),
            Map.entry("TxnTaxCodeRef", EntityKind.TAX_CODE),
            Map.entry("SalesTaxCodeRef", EntityKind.TAX_CODE),
            Map.entry("PurchaseTaxCodeRef", EntityKind.TAX_CODE),
            Map.entry("TaxRateRef", EntityKind.TAX_RATE),
            Map.entry("AgencyRef", EntityKind.TAX_AGENCY),
            Map.entry("JournalCodeRef", EntityKind.JOURNAL_CODE));
    private static final Set<String> UNNAMED = Set.of(
            "TermRef",
            "CustomerTypeRef",
            "DefaultTaxCodeRef",
            "TaxCodeRef",
            "TxnTaxCodeRef",
            "SalesTaxCodeRef",
            "PurchaseTaxCodeRef",
            "TaxRateRef",
            "AgencyRef",
            "ProjectRef",
            "JournalCodeRef");

    private References() {}

    /** One reference found in a record. */
    @FunctionalInterface
    public interface Visitor {
        /** Called with the path of the field, the kind of record it names and the reference. */
        void reference(String path, EntityKind target, JsonObject reference);
    }

    /** The kind of record a reference field names; null if it names none. */
    public static @Nullable EntityKind target(String ownerType, String field, JsonObject owner, JsonObject reference) {
        if (field.equals("ParentRef")) {
            return EntityKind.named(ownerType);
        }
        if (field.equals("Entity") || field.equals("EntityRef")) {
            String type = reference.text("type");
            String sibling = type == null ? owner.text("Type") : type;
            return ownerType.equals("AttachableRef") || sibling == null ? null : EntityKind.named(sibling);
        }
        return field.endsWith("AccountRef") ? EntityKind.ACCOUNT : TARGETS.get(field);
    }

    /** Whether answers show the name of this reference. */
    public static boolean named(String ownerType, String field) {
        return switch (field) {
            case "DepositToAccountRef" -> !ownerType.equals("Payment");
            case "SalesTermRef" -> Set.of("Invoice", "Estimate", "CreditMemo").contains(ownerType);
            case "PaymentMethodRef" -> ownerType.equals("SalesReceipt") || ownerType.equals("RefundReceipt");
            case "ParentRef" -> ownerType.equals("Item");
            default -> !UNNAMED.contains(field);
        };
    }

    /** The name answers show for a record that is referred to. */
    public static String nameOf(EntityKind kind, JsonObject record) {
        return switch (kind) {
            case CUSTOMER, VENDOR, EMPLOYEE, TAX_AGENCY -> record.text("DisplayName", "");
            default -> record.text("FullyQualifiedName", record.text("Name", ""));
        };
    }

    /** Visits all references of a record. */
    public static void visit(String type, JsonObject record, Visitor visitor) {
        visit(type, record, "", visitor);
    }

    private static void visit(String type, JsonObject owner, String path, Visitor visitor) {
        Map<String, FieldType> fields = Types.all().fields(type);
        for (String name : owner.names()) {
            FieldType field = fields.get(name);
            Object value = owner.get(name);
            if (field == null || value == null) {
                continue;
            }
            List<?> items = value instanceof List<?> list ? list : List.of(value);
            for (Object item : items) {
                if (item instanceof JsonObject nested) {
                    visit(type, owner, field, nested, path + name, visitor);
                }
            }
        }
    }

    private static void visit(
            String type, JsonObject owner, FieldType field, JsonObject nested, String path, Visitor visitor) {
        String nestedType = field.type();
        if (field.kind() == FieldType.Kind.REFERENCE) {
            EntityKind target = target(type, field.name(), owner, nested);
            if (target != null) {
                visitor.reference(path, target, nested);
            }
        } else if (nestedType != null) {
            visit(nestedType, nested, path + ".", visitor);
        }
    }
}
