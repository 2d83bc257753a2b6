package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.serve.Journal.Posting;
import dev.tieout.testkit.company.internal.state.EntityKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What statements are made of: the postings of a basis, balances of accounts at any day, the fiscal year. */
final class LedgerBalances {
    private final Ledger ledger;
    private final ReportPeriod period;
    private final Call call;
    private final List<Posting> postings;
    private @Nullable List<Posting> accruals;

    LedgerBalances(Ledger ledger, ReportPeriod period, Call call) {
        this.ledger = ledger;
        this.period = period;
        this.call = call;
        this.postings = Journal.of(ledger.books(), period.cash());
    }

    /** All postings on the basis that was asked for. */
    List<Posting> postings() {
        return postings;
    }

    /** The accounts in the order of answers. */
    Iterable<JsonObject> accounts() {
        return ledger.books().table(EntityKind.ACCOUNT).inOrder();
    }

    /** Whether an account is one of income or expense. */
    static boolean result(JsonObject account) {
        return Set.of("Revenue", "Expense").contains(account.text("Classification", ""));
    }

    /** The postings to accounts of income and expense. */
    List<Posting> results(List<Posting> all) {
        Set<String> ids = new HashSet<>();
        accounts().forEach(account -> {
            if (result(account)) {
                ids.add(account.text("Id", ""));
            }
        });
        return all.stream().filter(posting -> ids.contains(posting.account())).toList();
    }

    /** The balance of an account at the end of a day: today's less what was posted later; on cash basis less what is owed. */
    BigDecimal balance(JsonObject account, LocalDate end) {
        String id = account.text("Id", "");
        BigDecimal accrual =
                account.amount("CurrentBalance").subtract(sum(accruals(), id, end.plusDays(1), LocalDate.MAX));
        return period.cash()
                ? accrual.subtract(sum(accruals(), id, LocalDate.MIN, end)).add(sum(postings, id, LocalDate.MIN, end))
                : accrual;
    }

    private List<Posting> accruals() {
        List<Posting> known = accruals;
        if (known == null) {
            known = period.cash() ? Journal.of(ledger.books(), false) : postings;
            accruals = known;
        }
        return known;
    }

    /** What was posted to an account between two days. */
    static BigDecimal sum(List<Posting> all, String account, LocalDate from, LocalDate to) {
        return all.stream()
                .filter(posting -> posting.account().equals(account))
                .filter(posting ->
                        !posting.date().isBefore(from) && !posting.date().isAfter(to))
                .map(Posting::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The first day of the fiscal year of a day. */
    LocalDate yearOf(LocalDate day) {
        String month = ledger.settings(call.now()).firstMonthOfFiscalYear();
        return DateMacro.of("this fiscal year", day, month).start();
    }
}
