package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Balances of customers, vendors and accounts (QuickBooks facts M2): a customer owes its open invoices less unused
 * credits and unapplied payments, the parent's total includes its jobs. Only the difference a request makes is booked,
 * so a loaded company keeps its recorded balances. Each touched record's time moves, its token does not.
 */
public final class BalanceEffects {
    private BalanceEffects() {}

    /** Books the balances all staged records move. */
    public static void apply(Work work) {
        Map<String, BigDecimal> customers = new LinkedHashMap<>();
        Map<String, BigDecimal> vendors = new LinkedHashMap<>();
        Map<String, BigDecimal> accounts = new LinkedHashMap<>();
        work.forEachStaged((kind, id, before, after) -> {
            if (kind.transaction()) {
                party(kind, before, -1, customers, vendors);
                party(kind, after, 1, customers, vendors);
                Postings.of(kind, before, work).forEach((account, amount) -> add(accounts, account, amount.negate()));
                Postings.of(kind, after, work).forEach((account, amount) -> add(accounts, account, amount));
            } else if (before == null && after != null) {
                opening(kind, id, after, work, accounts);
            }
        });
        customers.forEach((id, amount) -> customer(id, amount, work));
        vendors.forEach((id, amount) -> vendor(id, amount, work));
        accounts.forEach((id, amount) -> account(id, amount, work));
    }

    private static void add(Map<String, BigDecimal> sums, @Nullable String id, BigDecimal amount) {
        if (id != null) {
            sums.merge(id, amount, BigDecimal::add);
        }
    }

    private static void party(
            EntityKind kind,
            @Nullable JsonObject transaction,
            int sign,
            Map<String, BigDecimal> customers,
            Map<String, BigDecimal> vendors) {
        if (transaction == null) {
            return;
        }
        BigDecimal signed = BigDecimal.valueOf(sign);
        String customer = transaction.ref("CustomerRef");
        String vendor = transaction.ref("VendorRef");
        switch (kind) {
            case INVOICE ->
                add(customers, customer, transaction.amount("Balance").multiply(signed));
            case CREDIT_MEMO ->
                add(
                        customers,
                        customer,
                        transaction.amount("RemainingCredit").multiply(signed).negate());
            case PAYMENT ->
                add(
                        customers,
                        customer,
                        transaction.amount("UnappliedAmt").multiply(signed).negate());
            case BILL -> add(vendors, vendor, transaction.amount("Balance").multiply(signed));
            case VENDOR_CREDIT ->
                add(
                        vendors,
                        vendor,
                        transaction.amount("Balance").multiply(signed).negate());
            default -> {
                add(customers, customer, BigDecimal.ZERO);
                add(vendors, vendor, BigDecimal.ZERO);
            }
        }
    }

    /** A balance given at creation is booked against opening balance equity. */
    private static void opening(
            EntityKind kind, String id, JsonObject record, Work work, Map<String, BigDecimal> accounts) {
        BigDecimal balance = record.amount("Balance");
        if (balance.signum() != 0 && (kind == EntityKind.CUSTOMER || kind == EntityKind.VENDOR) && !id.isEmpty()) {
            BigDecimal debit = kind == EntityKind.CUSTOMER ? balance : balance.negate();
            add(accounts, kind == EntityKind.CUSTOMER ? Accounts.receivable(work) : Accounts.payable(work), debit);
            add(accounts, Accounts.openingBalance(work), debit.negate());
        }
    }

    private static void customer(String id, BigDecimal amount, Work work) {
        if (work.find(EntityKind.CUSTOMER, id) == null) {
            return;
        }
        JsonObject own = work.edit(EntityKind.CUSTOMER, id);
        own.set("Balance", own.amount("Balance").add(amount));
        Set<String> seen = new HashSet<>();
        String next = id;
        while (next != null && seen.add(next) && work.find(EntityKind.CUSTOMER, next) != null) {
            JsonObject customer = work.edit(EntityKind.CUSTOMER, next);
            customer.set("BalanceWithJobs", customer.amount("BalanceWithJobs").add(amount));
            work.touch(customer);
            next = amount.signum() == 0 ? null : customer.ref("ParentRef");
        }
    }

    private static void vendor(String id, BigDecimal amount, Work work) {
        if (work.find(EntityKind.VENDOR, id) != null) {
            JsonObject vendor = work.edit(EntityKind.VENDOR, id);
            vendor.set("Balance", vendor.amount("Balance").add(amount));
            work.touch(vendor);
        }
    }

    private static void account(String id, BigDecimal amount, Work work) {
        JsonObject found = work.find(EntityKind.ACCOUNT, id);
        if (found == null || amount.signum() == 0 || profitOrLoss(found)) {
            return;
        }
        JsonObject own = work.edit(EntityKind.ACCOUNT, id);
        own.set("CurrentBalance", own.amount("CurrentBalance").add(amount));
        Set<String> seen = new HashSet<>();
        String next = id;
        while (next != null && seen.add(next) && work.find(EntityKind.ACCOUNT, next) != null) {
            JsonObject account = work.edit(EntityKind.ACCOUNT, next);
            account.set(
                    "CurrentBalanceWithSubAccounts",
                    account.amount("CurrentBalanceWithSubAccounts").add(amount));
            work.touch(account);
            next = account.ref("ParentRef");
        }
    }

    /** Income and expense accounts show no balance (92 recorded accounts). */
    private static boolean profitOrLoss(JsonObject account) {
        String classification = account.text("Classification", "");
        return classification.equals("Revenue") || classification.equals("Expense");
    }
}
