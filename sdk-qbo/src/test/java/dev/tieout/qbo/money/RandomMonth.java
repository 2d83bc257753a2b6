package dev.tieout.qbo.money;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.model.ClientCreditMemo;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.ClientRefund;
import dev.tieout.model.CreditAllocation;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.model.Payout;
import dev.tieout.model.PayoutPart;
import dev.tieout.model.RefundSource;
import dev.tieout.qbo.Firm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A month of a firm, made up from a seed, and what a bookkeeper with pencil and paper makes of it: debits by account, reckoned
 * in cents from what happened and from nothing of the library.
 */
final class RandomMonth {
    private final Random random;
    private final PayingFirm paying;
    private final Map<String, Long> ledger = new TreeMap<>();
    private final Map<LocalId, Long> owed = new HashMap<>();
    private final List<ClientPayment> lying = new ArrayList<>();
    private final List<ClientRefund> refunded = new ArrayList<>();

    final List<ClientInvoice> invoices = new ArrayList<>();
    final List<ClientPayment> payments = new ArrayList<>();
    final List<ClientCreditMemo> credits = new ArrayList<>();
    final List<ClientRefund> refunds = new ArrayList<>();
    final List<Payout> payouts = new ArrayList<>();

    RandomMonth(long seed, PayingFirm paying) {
        this.random = new Random(seed);
        this.paying = paying;
        for (int i = 0; i < 12 + random.nextInt(8); i++) {
            invoice(i);
        }
        for (int i = 0; i < 4; i++) {
            credit(i);
        }
        for (int i = 0; i < 14; i++) {
            pay(i);
        }
        for (int i = 0; i < 5; i++) {
            refund(i);
        }
        for (int i = 0; i < 4; i++) {
            payout(i);
        }
    }

    /** What each account moved by, debits above zero. */
    Map<String, BigDecimal> ledger() {
        Map<String, BigDecimal> moved = new TreeMap<>();
        ledger.forEach((account, cents) -> {
            if (cents != 0) {
                moved.put(account, BigDecimal.valueOf(cents, 2).stripTrailingZeros());
            }
        });
        return moved;
    }

    /** What is in Undeposited Funds at the end, in cents. */
    long undeposited() {
        return ledger.getOrDefault(paying.undeposited(), 0L);
    }

    private void book(Object account, long cents) {
        ledger.merge(account.toString(), cents, Long::sum);
    }

    private static Money money(long cents) {
        return Money.usd(BigDecimal.valueOf(cents, 2).toPlainString());
    }

    private static long cents(Money money) {
        return money.minorUnits();
    }

    private LocalDate day() {
        return LocalDate.of(2026, 11, 1 + random.nextInt(30));
    }

    private void invoice(int i) {
        long cents = 1000 + random.nextInt(200_000);
        invoices.add(
                Firm.invoice(
                                "i-" + i,
                                paying.client,
                                paying.item,
                                money(cents).amount().toPlainString())
                        .toBuilder()
                        .date(day())
                        .build());
        owed.put(LocalId.of("i-" + i), cents);
        book(paying.receivable(), cents);
        book(paying.item.incomeAccount().value(), -cents);
    }

    /** A credit, applied to an invoice by a payment of zero more often than not. */
    private void credit(int i) {
        long cents = 500 + random.nextInt(5_000);
        ClientCreditMemo credit =
                Firm.creditMemo(
                                "m-" + i,
                                paying.client,
                                paying.item,
                                money(cents).amount().toPlainString())
                        .toBuilder()
                        .date(day())
                        .build();
        credits.add(credit);
        book(paying.receivable(), -cents);
        book(paying.item.incomeAccount().value(), cents);
        ClientInvoice invoice = invoices.get(random.nextInt(invoices.size()));
        long most = Math.min(cents, owed.get(invoice.id()));
        if (most > 0 && random.nextInt(4) > 0) {
            long used = 1 + random.nextInt((int) most);
            owed.merge(invoice.id(), -used, Long::sum);
            payments.add(ClientPayment.builder(LocalId.of("z-" + i), paying.client.id(), day(), Money.usd("0.00"))
                    .reference("z-" + i)
                    .allocations(List.of(new PaymentAllocation(invoice.id(), money(used))))
                    .credits(List.of(new CreditAllocation(credit.id(), money(used))))
                    .build());
        }
    }

    /** Pays some invoices in whole or in part, or too much, or nothing but the account. */
    private void pay(int i) {
        List<PaymentAllocation> allocations = new ArrayList<>();
        long amount = random.nextInt(5) == 0 ? 1 + random.nextInt(9_000) : 0;
        for (int n = random.nextInt(3); n >= 0; n--) {
            ClientInvoice invoice = invoices.get(random.nextInt(invoices.size()));
            long open = owed.get(invoice.id());
            boolean once = allocations.stream().noneMatch(a -> a.invoiceId().equals(invoice.id()));
            if (open > 0 && once) {
                long paid = random.nextBoolean() ? open : 1 + random.nextInt((int) open);
                owed.merge(invoice.id(), -paid, Long::sum);
                allocations.add(new PaymentAllocation(invoice.id(), money(paid)));
                amount += paid;
            }
        }
        if (amount > 0) {
            ClientPayment payment = ClientPayment.builder(
                            LocalId.of("p-" + i), paying.client.id(), day(), money(amount))
                    .reference("p-" + i)
                    .allocations(allocations)
                    .build();
            payments.add(payment);
            lying.add(payment);
            book(paying.undeposited(), amount);
            book(paying.receivable(), -amount);
        }
    }

    private void refund(int i) {
        ClientPayment payment = payments.get(random.nextInt(payments.size()));
        boolean once = refunds.stream().noneMatch(r -> r.source().paymentId().equals(payment.id()));
        long paid =
                payment.allocations().stream().mapToLong(a -> cents(a.amount())).sum();
        if (once && payment.credits().isEmpty() && paid > 0) {
            long back = 1 + random.nextInt((int) paid);
            ClientRefund refund = ClientRefund.builder(LocalId.of("r-" + i), paying.client.id(), day())
                    .amount(money(back))
                    .source(RefundSource.of(payment, List.of()))
                    .privateNote("Refund r-" + i)
                    .build();
            refunds.add(refund);
            refunded.add(refund);
            book(paying.undeposited(), -back);
            book(paying.item.incomeAccount().value(), back);
        }
    }

    /** Takes some of what lies in Undeposited Funds, some refunds, fees and now and then a dispute. */
    private void payout(int i) {
        List<PayoutPart> parts = new ArrayList<>();
        long net = 0;
        Collections.shuffle(lying, random);
        for (int n = Math.min(lying.size(), 1 + random.nextInt(5)); n > 0; n--) {
            ClientPayment payment = lying.remove(0);
            parts.add(PayingFirm.of(payment));
            net += cents(payment.amount());
            book(paying.undeposited(), -cents(payment.amount()));
            long fee = Math.max(1, cents(payment.amount()) * 3 / 100);
            parts.add(PayoutPart.fee(money(-fee)));
            net -= fee;
            book(paying.accounts.fees(), fee);
        }
        if (!refunded.isEmpty() && random.nextBoolean()) {
            ClientRefund refund = refunded.remove(0);
            parts.add(PayingFirm.of(refund));
            net -= cents(refund.total());
            book(paying.undeposited(), cents(refund.total()));
        }
        if (random.nextInt(3) == 0) {
            long lost = 100 + random.nextInt(20_000);
            parts.add(PayoutPart.dispute(money(-lost), paying.client.id()));
            net -= lost;
            book(paying.accounts.disputes(), lost);
        }
        if (parts.isEmpty()) {
            return;
        }
        payouts.add(Payout.builder(LocalId.of("po_" + i), day(), money(net))
                .parts(parts)
                .build());
        book(net < 0 ? paying.accounts.clearing() : paying.accounts.bank(), net);
    }
}
