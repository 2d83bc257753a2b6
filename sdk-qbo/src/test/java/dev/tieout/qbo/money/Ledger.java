package dev.tieout.qbo.money;

import dev.tieout.qbo.Firm;
import dev.tieout.qbo.api.Report;
import dev.tieout.qbo.api.ReportRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The company's own trial balance of the year over HTTP: what each account holds, debits above zero. Immutable. */
final class Ledger {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private final Map<String, BigDecimal> byAccount;

    private Ledger(Map<String, BigDecimal> byAccount) {
        this.byAccount = byAccount;
    }

    static Ledger of(Firm firm) {
        Report report =
                firm.company.api().report(ReportRequest.of("TrialBalance").between(FIRST, LAST));
        Map<String, BigDecimal> byAccount = new TreeMap<>();
        for (Report.Row row : report.rows()) {
            row.flatten()
                    .filter(each -> each.cells().size() == 3)
                    .forEach(each -> each.cells()
                            .get(0)
                            .id()
                            .ifPresent(id -> byAccount.put(id, amount(each, 1).subtract(amount(each, 2)))));
        }
        return new Ledger(byAccount);
    }

    private static BigDecimal amount(Report.Row row, int column) {
        return row.cells().get(column).amount().orElse(BigDecimal.ZERO);
    }

    /** What has moved since, of all accounts that moved: debits above zero. */
    Map<String, BigDecimal> since(Ledger before) {
        Map<String, BigDecimal> moved = new TreeMap<>();
        byAccount.forEach((id, now) -> moved.put(id, now));
        before.byAccount.forEach((id, was) -> moved.merge(id, was.negate(), BigDecimal::add));
        moved.values().removeIf(amount -> amount.signum() == 0);
        moved.replaceAll((id, amount) -> amount.stripTrailingZeros());
        return moved;
    }
}
