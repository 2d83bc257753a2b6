package dev.tieout.qbo.money;

import dev.tieout.RemoteId;
import dev.tieout.qbo.Firm;
import java.util.Map;

/** The accounts that the recipes are told with, as the company of the fake has them. */
record Accounts(RemoteId bank, RemoteId fees, RemoteId disputes, RemoteId clearing, RemoteId vendor) {
    static Accounts in(Firm firm) {
        return new Accounts(
                account(firm, "Payouts account", "Bank"),
                account(firm, "Processing fees", "Expense"),
                account(firm, "Disputes", "Expense"),
                account(firm, "Processor clearing", "Bank"),
                RemoteId.of(firm.books.inQuickBooks().create("Vendor", Map.of("DisplayName", "Card Processor"))));
    }

    private static RemoteId account(Firm firm, String name, String type) {
        return RemoteId.of(firm.books.inQuickBooks().create("Account", Map.of("Name", name, "AccountType", type)));
    }

    static String bySubtype(Firm firm, String subtype) {
        return firm.books.all("Account").stream()
                .filter(account -> subtype.equals(account.get("AccountSubType")))
                .map(account -> (String) account.get("Id"))
                .findFirst()
                .orElseThrow();
    }

    static String undeposited(Firm firm) {
        return bySubtype(firm, "UndepositedFunds");
    }

    static String receivable(Firm firm) {
        return bySubtype(firm, "AccountsReceivable");
    }
}
