package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.FaultCode;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Times;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Nothing dated up to the closing date can be made, changed, deleted or voided: 6210, or 6200 (QuickBooks facts M7).
 */
final class ClosedBooksRules {
    private static final Set<EntityKind> NOT_POSTED = Set.of(EntityKind.ESTIMATE, EntityKind.PURCHASE_ORDER);

    private ClosedBooksRules() {}

    static void check(EntityKind kind, @Nullable JsonObject before, @Nullable JsonObject after, Settings settings) {
        LocalDate closed = settings.closedUntil();
        if (closed == null || NOT_POSTED.contains(kind)) {
            return;
        }
        if (within(before, closed) || within(after, closed)) {
            int code = settings.on(CompanySwitch.CLOSED_WITHOUT_PASSWORD) ? 6200 : 6210;
            throw QboFault.of(code, FaultCode.of(code).detail(), "");
        }
    }

    private static boolean within(@Nullable JsonObject transaction, LocalDate closed) {
        String text = transaction == null ? null : transaction.text("TxnDate");
        LocalDate date = text == null ? null : Times.date(text);
        return date != null && !date.isAfter(closed);
    }
}
