package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import org.jspecify.annotations.Nullable;

/** Finds the accounts with a special role, by subtype and never by name (QuickBooks fact E8.2). */
final class Accounts {
    private Accounts() {}

    static @Nullable String undepositedFunds(Work work) {
        return first(work, "UndepositedFunds");
    }

    static @Nullable String receivable(Work work) {
        return first(work, "AccountsReceivable");
    }

    static @Nullable String payable(Work work) {
        return first(work, "AccountsPayable");
    }

    static @Nullable String taxPayable(Work work) {
        String tax = first(work, "GlobalTaxPayable");
        return tax == null ? first(work, "OtherCurrentLiabilities") : tax;
    }

    static @Nullable String openingBalance(Work work) {
        return first(work, "OpeningBalanceEquity");
    }

    private static @Nullable String first(Work work, String subtype) {
        for (JsonObject account : work.with(EntityKind.ACCOUNT, "AccountSubType", subtype)) {
            if (!account.isFalse("Active")) {
                return account.text("Id");
            }
        }
        return null;
    }

    static @Nullable JsonObject reference(@Nullable String id) {
        return id == null ? null : JsonObject.reference(id);
    }
}
