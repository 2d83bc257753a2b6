package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction posts to which account, debits positive; the sum is always zero. Stock value and cost of goods are
 * not modelled.
 */
public final class Postings {
    private final Work work;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable JsonObject detail;

    private Postings(Work work) {
        this.work = work;
    }

    /**
     * What one line posts.
     *
     * @param account the Id of the account
     * @param amount the amount, debits positive
     * @param detail the detail of the line, {@code null} for the transaction as a whole
     */
    public record Entry(
            String account, BigDecimal amount, @Nullable JsonObject detail) {}

    /** The entries line by line; empty for what posts nothing. */
    public static List<Entry> entries(EntityKind kind, JsonObject transaction, Work work) {
        Postings postings = new Postings(work);
        postings.post(kind, transaction);
        return postings.entries;
    }

    /** The amounts by account Id; empty for what posts nothing. */
    public static Map<String, BigDecimal> of(EntityKind kind, @Nullable JsonObject transaction, Work work) {
        Postings postings = new Postings(work);
        if (transaction != null) {
            postings.post(kind, transaction);
        }
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        postings.entries.forEach(entry -> amounts.merge(entry.account(), entry.amount(), BigDecimal::add));
        return amounts;
    }

    private void post(EntityKind kind, JsonObject txn) {
        BigDecimal total = txn.amount("TotalAmt");
        String depositTo = txn.ref("DepositToAccountRef");
        switch (kind) {
            case INVOICE -> sale(txn, Accounts.receivable(work), 1);
            case CREDIT_MEMO -> sale(txn, Accounts.receivable(work), -1);
            case SALES_RECEIPT -> sale(txn, depositTo, 1);
            case REFUND_RECEIPT -> sale(txn, depositTo, -1);
            case PAYMENT -> move(Accounts.receivable(work), depositTo, total);
            case DEPOSIT -> deposit(txn, depositTo);
            case BILL -> expense(txn, payable(txn), 1);
            case VENDOR_CREDIT -> expense(txn, payable(txn), -1);
            case PURCHASE -> expense(txn, txn.ref("AccountRef"), txn.is("Credit") ? -1 : 1);
            case BILL_PAYMENT -> move(paidFrom(txn), payable(txn), total);
            case JOURNAL_ENTRY -> journal(txn);
            case TRANSFER -> move(txn.ref("FromAccountRef"), txn.ref("ToAccountRef"), txn.amount("Amount"));
            case CREDIT_CARD_PAYMENT ->
                move(txn.ref("BankAccountRef"), txn.ref("CreditCardAccountRef"), txn.amount("Amount"));
            default -> {}
        }
    }

    private void add(@Nullable String account, BigDecimal amount) {
        if (account != null) {
            entries.add(new Entry(account, amount, detail));
        }
    }

    private void move(@Nullable String from, @Nullable String to, BigDecimal amount) {
        add(from, amount.negate());
        add(to, amount);
    }

    private @Nullable String payable(JsonObject txn) {
        String own = txn.ref("APAccountRef");
        return own == null ? Accounts.payable(work) : own;
    }

    private static @Nullable String paidFrom(JsonObject txn) {
        JsonObject check = txn.object("CheckPayment");
        JsonObject card = txn.object("CreditCardPayment");
        String bank = check == null ? null : check.ref("BankAccountRef");
        return bank == null && card != null ? card.ref("CCAccountRef") : bank;
    }

    private void sale(JsonObject txn, @Nullable String moneyAccount, int sign) {
        BigDecimal signed = BigDecimal.valueOf(sign);
        BigDecimal deposit = txn.amount("Deposit");
        add(moneyAccount, txn.amount("TotalAmt").subtract(deposit).multiply(signed));
        add(txn.ref("DepositToAccountRef"), deposit.multiply(signed));
        JsonObject tax = txn.object("TxnTaxDetail");
        if (tax != null && tax.amount("TotalTax").signum() != 0) {
            add(
                    Accounts.taxPayable(work),
                    tax.amount("TotalTax").multiply(signed).negate());
        }
        salesLines(txn.objects("Line"), signed);
    }

    private void salesLines(List<JsonObject> lines, BigDecimal signed) {
        for (JsonObject line : lines) {
            JsonObject item = line.object("SalesItemLineDetail");
            JsonObject group = line.object("GroupLineDetail");
            JsonObject discount = line.object("DiscountLineDetail");
            BigDecimal amount = line.amount("Amount").multiply(signed);
            detail = item == null ? discount : item;
            if (item != null) {
                add(income(item), amount.negate());
            } else if (group != null) {
                salesLines(group.objects("Line"), signed);
            } else if (discount != null) {
                add(discount.ref("DiscountAccountRef"), amount);
            }
        }
    }

    private @Nullable String income(JsonObject detail) {
        String own = detail.ref("ItemAccountRef");
        JsonObject item = work.find(EntityKind.ITEM, detail.ref("ItemRef"));
        return own == null && item != null ? item.ref("IncomeAccountRef") : own;
    }

    private void deposit(JsonObject txn, @Nullable String depositTo) {
        add(depositTo, txn.amount("TotalAmt"));
        JsonObject cashBack = txn.object("CashBack");
        if (cashBack != null) {
            add(cashBack.ref("AccountRef"), cashBack.amount("Amount"));
        }
        for (JsonObject line : txn.objects("Line")) {
            JsonObject detail = line.object("DepositLineDetail");
            this.detail = detail;
            String from = detail == null || !line.objects("LinkedTxn").isEmpty() ? null : detail.ref("AccountRef");
            add(
                    from == null ? Accounts.undepositedFunds(work) : from,
                    line.amount("Amount").negate());
        }
    }

    private void expense(JsonObject txn, @Nullable String moneyAccount, int sign) {
        BigDecimal signed = BigDecimal.valueOf(sign);
        add(moneyAccount, txn.amount("TotalAmt").multiply(signed).negate());
        for (JsonObject line : txn.objects("Line")) {
            JsonObject account = line.object("AccountBasedExpenseLineDetail");
            JsonObject item = line.object("ItemBasedExpenseLineDetail");
            String to = account == null ? null : account.ref("AccountRef");
            this.detail = account == null ? item : account;
            if (item != null) {
                JsonObject bought = work.find(EntityKind.ITEM, item.ref("ItemRef"));
                String asset = bought == null ? null : bought.ref("AssetAccountRef");
                to = asset != null || bought == null ? asset : bought.ref("ExpenseAccountRef");
            }
            add(to, line.amount("Amount").multiply(signed));
        }
    }

    private void journal(JsonObject txn) {
        for (JsonObject line : txn.objects("Line")) {
            JsonObject detail = line.object("JournalEntryLineDetail");
            this.detail = detail;
            if (detail != null) {
                boolean debit = detail.text("PostingType", "").equals("Debit");
                add(
                        detail.ref("AccountRef"),
                        debit ? line.amount("Amount") : line.amount("Amount").negate());
            }
        }
    }
}
