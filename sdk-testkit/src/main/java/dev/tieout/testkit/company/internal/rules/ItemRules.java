package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Products and services: kinds, the accounts each kind needs, categories (QuickBooks facts E7). */
public final class ItemRules {
    private static final BigDecimal HIGHEST_PRICE = new BigDecimal("99999999999");
    private static final List<EntityKind> SALES =
            List.of(EntityKind.INVOICE, EntityKind.SALES_RECEIPT, EntityKind.CREDIT_MEMO, EntityKind.REFUND_RECEIPT);
    private static final Set<String> INCOME = Set.of("Income", "Other Income");
    private static final Set<String> EXPENSE = Set.of("Expense", "Cost of Goods Sold", "Other Expense");
    private static final Set<String> ASSET = Set.of("Other Current Asset");

    /** Among the options of a write: it was made in QuickBooks' own pages, where bundles can be created. */
    public static final String BY_A_PERSON = "(a person)";

    private ItemRules() {}

    static void apply(Write write) {
        JsonObject draft = write.draft();
        ListRules.name(write);
        draft.setIfAbsent("Type", "Service");
        String type = draft.text("Type", "Service");
        if (write.creating() && type.equals("Group") && !write.include().contains(BY_A_PERSON)) {
            throw QboFault.business("Bundles cannot be created through the API.");
        }
        prices(draft);
        switch (type) {
            case "Category" -> category(draft);
            case "Inventory" -> inventory(write);
            default -> service(write, type);
        }
        tree(write);
        InactiveRules.apply(write);
        TreeRules.apply(write);
        history(write);
    }

    /** Another income account moves past sales too, unless the client says that it should not (QuickBooks fact P8.15). */
    private static void history(Write write) {
        String account = write.draft().ref("IncomeAccountRef");
        JsonObject before = write.before();
        boolean asked = write.include().contains("donotupdateaccountontxns");
        if (asked || before == null || account == null || account.equals(before.ref("IncomeAccountRef"))) {
            return;
        }
        for (EntityKind kind : SALES) {
            for (JsonObject sale : List.copyOf(write.work().all(kind))) {
                if (lines(sale).stream().anyMatch(detail -> write.id().equals(detail.ref("ItemRef")))) {
                    JsonObject edited = write.work().edit(kind, sale.text("Id", ""));
                    lines(edited).stream()
                            .filter(detail -> write.id().equals(detail.ref("ItemRef")))
                            .forEach(detail -> detail.set("ItemAccountRef", JsonObject.reference(account)));
                }
            }
        }
    }

    private static List<JsonObject> lines(JsonObject sale) {
        List<JsonObject> details = new ArrayList<>();
        for (JsonObject line : sale.objects("Line")) {
            JsonObject group = line.object("GroupLineDetail");
            for (JsonObject one : group == null ? List.of(line) : group.objects("Line")) {
                JsonObject detail = one.object("SalesItemLineDetail");
                if (detail != null) {
                    details.add(detail);
                }
            }
        }
        return details;
    }

    private static void prices(JsonObject draft) {
        for (String field : Set.of("UnitPrice", "PurchaseCost")) {
            BigDecimal price = draft.decimal(field);
            if (price != null && price.compareTo(HIGHEST_PRICE) > 0) {
                throw QboFault.of(2240, "Number should be between 0 and 99999999999.", field);
            }
        }
    }

    /** A category is a shelf: no price, no accounts. */
    private static void category(JsonObject draft) {
        for (String field : Set.of(
                "UnitPrice",
                "PurchaseCost",
                "IncomeAccountRef",
                "ExpenseAccountRef",
                "AssetAccountRef",
                "Taxable",
                "TrackQtyOnHand",
                "QtyOnHand")) {
            draft.set(field, null);
        }
    }

    private static void service(Write write, String type) {
        JsonObject draft = write.draft();
        boolean service = type.equals("Service") || type.equals("NonInventory");
        if (service && draft.ref("IncomeAccountRef") == null && draft.ref("ExpenseAccountRef") == null) {
            throw QboFault.missing("IncomeAccountRef");
        }
        account(write, "IncomeAccountRef", INCOME);
        account(write, "ExpenseAccountRef", EXPENSE);
        if (draft.is("TrackQtyOnHand")) {
            throw QboFault.business("Only inventory items can track quantity on hand.");
        }
        defaults(draft, false);
    }

    private static void inventory(Write write) {
        JsonObject draft = write.draft();
        if (draft.ref("AssetAccountRef") == null) {
            throw QboFault.of(
                    2020,
                    "An inventory assetaccount is required if you are tracking inventory quantities for this product.",
                    "AssetAccountRef");
        }
        for (String field : new String[] {"IncomeAccountRef", "ExpenseAccountRef", "InvStartDate", "QtyOnHand"}) {
            if (!draft.has(field)) {
                throw QboFault.missing(field);
            }
        }
        account(write, "IncomeAccountRef", INCOME);
        account(write, "ExpenseAccountRef", EXPENSE);
        account(write, "AssetAccountRef", ASSET);
        if (write.before() != null
                && draft.isFalse("TrackQtyOnHand")
                && write.before().is("TrackQtyOnHand")) {
            throw QboFault.business("Tracking of quantities cannot be switched off.");
        }
        defaults(draft, true);
    }

    private static void defaults(JsonObject draft, boolean tracked) {
        draft.setIfAbsent("Taxable", false);
        draft.setIfAbsent("UnitPrice", BigDecimal.ZERO);
        draft.setIfAbsent("PurchaseCost", BigDecimal.ZERO);
        draft.set("TrackQtyOnHand", tracked);
        draft.setIfAbsent("DeferredRevenue", false);
    }

    /** A wrong kind of account is 6430. */
    private static void account(Write write, String field, Set<String> types) {
        JsonObject account = write.referred(field, EntityKind.ACCOUNT);
        String type = account == null ? null : account.text("AccountType");
        if (type != null && !types.contains(type) && write.changed(field)) {
            throw QboFault.of(6430, "Invalid account type used: " + field, field);
        }
    }

    private static void tree(Write write) {
        JsonObject draft = write.draft();
        String parentId = draft.ref("ParentRef");
        if (draft.is("SubItem") && parentId == null) {
            throw QboFault.missing("ParentRef");
        }
        draft.set("SubItem", parentId == null ? null : true);
        JsonObject parent = parent(write, parentId);
        if (parent != null
                && draft.text("Type", "").equals("Category")
                && !parent.text("Type", "").equals("Category")) {
            throw QboFault.business("A category can only be placed under a category.");
        }
    }

    private static @Nullable JsonObject parent(Write write, @Nullable String parentId) {
        return write.work().find(EntityKind.ITEM, parentId);
    }
}
