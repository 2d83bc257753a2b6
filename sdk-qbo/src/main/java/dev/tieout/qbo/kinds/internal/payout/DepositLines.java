package dev.tieout.qbo.kinds.internal.payout;

import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Payout;
import dev.tieout.model.PayoutPart;
import dev.tieout.qbo.entity.DepositLineDetail;
import dev.tieout.qbo.entity.Line;
import dev.tieout.qbo.entity.LineDetailType;
import dev.tieout.qbo.entity.LinkedTxn;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.entity.TxnType;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.FieldTable;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.sync.MoneySettings;
import dev.tieout.sync.ProblemCause;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a deposit is made of. Payments and refunds are linked, whole, each by a line of its own; fees, disputes and the like
 * are lines on an account, one for each account, name and text (QuickBooks facts M4.1 to M4.5).
 */
final class DepositLines {
    /** The member that holds what a deposit is made of: it changes as a whole. */
    static final String LINES = "Line";

    private static final String WHOLE = "0";

    private record Direct(String account, @Nullable Ref entity, String text) {}

    private DepositLines() {}

    /**
     * Says a payout's parts in QuickBooks' words.
     *
     * @throws Blocked if an account is not chosen
     */
    static List<Line> build(Payout payout, Links links) {
        List<Line> lines = new ArrayList<>();
        Map<String, Direct> direct = new LinkedHashMap<>();
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (PayoutPart part : payout.parts()) {
            BigDecimal amount = part.amount().amount();
            switch (part.type()) {
                case PAYMENT -> lines.add(linked(payment(part, links), TxnType.PAYMENT, amount));
                case REFUND -> lines.add(linked(refund(part, links), TxnType.REFUND_RECEIPT, amount));
                default -> {
                    Direct to = direct(part, links);
                    String key = to.account() + "\n"
                            + (to.entity() == null ? "" : to.entity().toJson()) + "\n" + to.text();
                    direct.put(key, to);
                    sums.merge(key, amount, BigDecimal::add);
                }
            }
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        sums.forEach((key, sum) -> lines.add(line(direct.get(key), sum)));
        if (payout.net().signum() < 0) {
            lines.add(line(shortfall(links), payout.net().negated().amount()));
        }
        return lines;
    }

    static RemoteId payment(PayoutPart part, Links links) {
        return part.remoteId() != null ? part.remoteId() : remote(RecordKind.PAYMENT, part, links);
    }

    static RemoteId refund(PayoutPart part, Links links) {
        return remote(RecordKind.REFUND, part, links);
    }

    private static RemoteId remote(RecordKind kind, PayoutPart part, Links links) {
        if (part.recordId() == null) {
            throw new IllegalStateException("a part of a payout names its record");
        }
        return links.remote(kind, part.recordId());
    }

    private static Line linked(RemoteId id, TxnType type, BigDecimal amount) {
        return Line.builder()
                .amount(amount)
                .linkedTxn(List.of(LinkedTxn.builder()
                        .txnId(id.value())
                        .txnType(type)
                        .txnLineId(WHOLE)
                        .build()))
                .build();
    }

    private static Line line(@Nullable Direct to, BigDecimal amount) {
        if (to == null) {
            throw new IllegalStateException("a line on an account has an account");
        }
        DepositLineDetail.Builder detail = DepositLineDetail.builder().accountRef(Ref.of(to.account()));
        if (to.entity() != null) {
            detail.entity(to.entity());
        }
        return Line.builder()
                .amount(amount)
                .description(to.text())
                .detailType(LineDetailType.DEPOSIT_LINE_DETAIL)
                .depositLineDetail(detail.build())
                .build();
    }

    private static Direct direct(PayoutPart part, Links links) {
        MoneySettings money = links.settings().money();
        return switch (part.type()) {
            case FEE ->
                new Direct(
                        account(part, money.feeAccount(), "fees", "feeAccount"),
                        vendor(part, money.feeVendor()),
                        text(part, "Processing fees"));
            case DISPUTE ->
                new Direct(
                        account(part, money.disputeAccount(), "disputes", "disputeAccount"),
                        customer(part, links),
                        text(part, "Dispute"));
            default -> new Direct(account(part, null, "adjustments", ""), vendor(part, null), text(part, "Adjustment"));
        };
    }

    private static String text(PayoutPart part, String otherwise) {
        return part.description() == null || part.description().isBlank() ? otherwise : part.description();
    }

    private static String account(PayoutPart part, @Nullable RemoteId chosen, String what, String setting) {
        if (part.accountId() != null) {
            return part.accountId();
        }
        if (chosen == null) {
            throw new Blocked(
                    ProblemCause.BAD_REFERENCE,
                    "The payout has " + what + ", and no account is chosen for them.",
                    "Choose the account in the settings, money()." + setting + ", or name it in the part; it goes by"
                            + " itself then.",
                    "Line.DepositLineDetail.AccountRef");
        }
        return chosen.value();
    }

    private static @Nullable Ref vendor(PayoutPart part, @Nullable RemoteId chosen) {
        @Nullable String vendor = part.vendorId() != null ? part.vendorId() : chosen == null ? null : chosen.value();
        return vendor == null ? null : Ref.of(vendor).withType("VENDOR");
    }

    private static @Nullable Ref customer(PayoutPart part, Links links) {
        return part.recordId() == null
                ? null
                : Ref.of(links.remote(RecordKind.CLIENT, part.recordId()).value())
                        .withType("CUSTOMER");
    }

    /** A deposit cannot be below zero (QuickBooks fact M4.6): an account takes what is lacking, and the bank's line clears it. */
    private static Direct shortfall(Links links) {
        @Nullable RemoteId account = links.settings().money().shortfallAccount();
        if (account == null) {
            throw new Blocked(
                    ProblemCause.TOTAL_BELOW_ZERO,
                    "The payout is below zero, and QuickBooks has no deposit below zero.",
                    "Choose a clearing account in the settings, money().shortfallAccount: it takes what is lacking,"
                            + " and the bank's own line is booked to it. Or book this payout by hand and forget it here.",
                    "TotalAmt");
        }
        return new Direct(account.value(), null, "Taken from the bank");
    }

    /** What a deposit is made of: links one by one, and by account what is booked to it. */
    static void project(List<Line> lines, Projection.Builder to) {
        Map<String, BigDecimal> parts = new TreeMap<>();
        for (Line line : lines) {
            parts.merge(name(line), line.amount().orElse(BigDecimal.ZERO), BigDecimal::add);
        }
        parts.values().removeIf(sum -> sum.signum() == 0);
        parts.forEach((name, sum) -> to.put(LINES + "." + name, FieldTable.text(sum)));
    }

    private static String name(Line line) {
        return line.linkedTxn().stream()
                .findFirst()
                .map(txn -> txn.txnType().map(TxnType::value).orElse("") + "/"
                        + txn.txnId().orElse(""))
                .orElseGet(() -> "Account/"
                        + line.depositLineDetail()
                                .flatMap(DepositLineDetail::accountRef)
                                .flatMap(Ref::value)
                                .orElse(""));
    }

    /** What the deposit comes to in QuickBooks. */
    static Money total(Payout payout) {
        return payout.net().signum() < 0 ? Money.zero(payout.net().currency()) : payout.net();
    }
}
