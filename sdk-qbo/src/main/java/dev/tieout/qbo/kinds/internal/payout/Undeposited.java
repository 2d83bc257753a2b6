package dev.tieout.qbo.kinds.internal.payout;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Payout;
import dev.tieout.model.PayoutPart;
import dev.tieout.qbo.entity.Deposit;
import dev.tieout.qbo.entity.LinkedTxn;
import dev.tieout.qbo.entity.Payment;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.entity.RefundReceipt;
import dev.tieout.qbo.entity.TxnType;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.kind.Obstructed;
import dev.tieout.qbo.sync.internal.kind.Reading;
import dev.tieout.sync.Blame;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees, before a deposit is made, that everything it is to take along lies in Undeposited Funds, whole. Depositing moves
 * neither token nor time of a payment (QuickBooks fact M4.7), so what was seen of it earlier says nothing: they are read, in
 * one go.
 */
final class Undeposited {
    private static final int PAGE = 200;

    private Undeposited() {}

    /** @throws Blocked if a deposit of the payout would be refused, or not equal the bank's line */
    static void require(Payout payout, Links links) {
        Map<RemoteId, Payment> there = read(payout, links);
        Set<String> deposits = new LinkedHashSet<>();
        @Nullable PayoutPart held = null;
        boolean allHeld = true;
        for (PayoutPart part : payout.parts()) {
            if (part.type() == PayoutPart.Type.PAYMENT) {
                RemoteId id = DepositLines.payment(part, links);
                @Nullable Payment payment = there.get(id);
                if (payment == null) {
                    throw blocked(ProblemCause.BAD_REFERENCE, "is gone from QuickBooks", "Take it out.", part, id);
                }
                Optional<String> deposit = deposit(payment);
                deposit.ifPresent(deposits::add);
                held = deposit.isPresent() ? part : held;
                allHeld &= deposit.isPresent();
                if (deposit.isEmpty()) {
                    requireWhole(part, id, payment.totalAmt(), payment.depositToAccountRef(), links);
                }
            } else if (part.type() == PayoutPart.Type.REFUND && part.recordId() != null) {
                RefundReceipt refund = RefundReceipt.TYPE.fromJson(
                        links.seen(RecordKind.REFUND, part.recordId()).orElse("{}"));
                RemoteId id = DepositLines.refund(part, links);
                requireWhole(part, id, refund.totalAmt().map(BigDecimal::negate), refund.depositToAccountRef(), links);
            }
        }
        if (held != null) {
            throw deposited(payout, held, List.copyOf(deposits), allHeld, links);
        }
    }

    private static Map<RemoteId, Payment> read(Payout payout, Links links) {
        List<RemoteId> ids = new ArrayList<>();
        for (PayoutPart part : payout.parts()) {
            if (part.type() == PayoutPart.Type.PAYMENT) {
                ids.add(DepositLines.payment(part, links));
            }
        }
        Map<RemoteId, Payment> there = new HashMap<>();
        for (int from = 0; from < ids.size(); from += PAGE) {
            List<RemoteId> some = ids.subList(from, Math.min(from + PAGE, ids.size()));
            Reading.byIds(links.api(), Payment.TYPE, Payment.Fields.ID, some)
                    .forEach(payment -> there.put(RemoteId.of(payment.id().orElseThrow()), payment));
        }
        return there;
    }

    private static Optional<String> deposit(Payment payment) {
        return payment.linkedTxn().stream()
                .filter(txn -> txn.txnType().filter(TxnType.DEPOSIT::equals).isPresent())
                .findFirst()
                .flatMap(LinkedTxn::txnId);
    }

    private static void requireWhole(
            PayoutPart part, RemoteId id, Optional<BigDecimal> total, Optional<Ref> account, Links links) {
        if (total.orElse(BigDecimal.ZERO).compareTo(part.amount().amount()) != 0) {
            throw blocked(
                    ProblemCause.AMOUNTS_DIFFER,
                    "comes to another amount in QuickBooks than in the payout, and QuickBooks deposits no part of one",
                    "Bring the two amounts together.",
                    part,
                    id);
        }
        Optional<String> funds = links.undepositedFunds();
        if (funds.isPresent() && !funds.equals(account.flatMap(Ref::value))) {
            throw blocked(
                    ProblemCause.BAD_REFERENCE,
                    "is booked to another account than Undeposited Funds, which deposits take from",
                    "Change its account to Undeposited Funds in QuickBooks, or take it out of the payout.",
                    part,
                    id);
        }
    }

    /** Somebody deposited by hand: all of it in one deposit of the same sum may be this payout. */
    private static Blocked deposited(
            Payout payout, PayoutPart held, List<String> deposits, boolean allHeld, Links links) {
        RemoteId id = RemoteId.of(deposits.get(0));
        boolean same = allHeld
                && deposits.size() == 1
                && links.api()
                        .find(Deposit.TYPE, id)
                        .flatMap(Deposit::totalAmt)
                        .filter(total ->
                                total.compareTo(DepositLines.total(payout).amount()) == 0)
                        .isPresent();
        return new Blocked(new Obstructed(
                same ? ProblemCause.PERHAPS_SAME : ProblemCause.IN_DEPOSIT,
                same
                        ? "QuickBooks has a deposit of all these payments and this sum: nothing was sent."
                        : "A payment of the payout, " + name(held)
                                + ", lies in a bank deposit already: nothing was sent.",
                same
                        ? "Match the payout with that deposit."
                        : "Take it out of that deposit in QuickBooks, or out of the payout; it goes by itself then.",
                "Line.LinkedTxn",
                new Blame(Deposit.TYPE.name(), id, null, null)));
    }

    private static Object name(PayoutPart part) {
        return part.recordId() == null ? part.remoteId() + " of QuickBooks" : part.recordId();
    }

    private static Blocked blocked(ProblemCause cause, String what, String remedy, PayoutPart part, RemoteId id) {
        boolean payment = part.type() == PayoutPart.Type.PAYMENT;
        @Nullable LocalId local = part.recordId();
        return new Blocked(new Obstructed(
                cause,
                "A " + (payment ? "payment" : "refund") + " of the payout, " + name(part) + ", " + what
                        + ": nothing was sent.",
                remedy + " The payout goes by itself then.",
                "Line.LinkedTxn",
                new Blame(
                        payment ? Payment.TYPE.name() : RefundReceipt.TYPE.name(),
                        id,
                        local == null ? null : new RecordRef(payment ? RecordKind.PAYMENT : RecordKind.REFUND, local),
                        null)));
    }
}
