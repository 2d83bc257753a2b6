package dev.tieout.examples.quickstart;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.ClientRefund;
import dev.tieout.model.CreditAllocation;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.model.Payout;
import dev.tieout.model.PayoutPart;
import dev.tieout.model.RefundSource;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.sync.TieOut;
import dev.tieout.qbo.sync.TieOutCertificate;
import dev.tieout.qbo.sync.TieOutCsv;
import dev.tieout.qbo.sync.TieOutDrift;
import dev.tieout.qbo.sync.TieOutRange;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;

/** What docs/money.md shows, compiled. */
final class MoneySnippets {
    private MoneySnippets() {}

    static void payments(
            Company company, LocalId id, LocalId client, LocalId invoice, LocalId creditMemo, LocalDate day) {
        // tag::payments
        // An account payment, or a retainer: what is allocated to no invoice stays a credit of the client ...
        ClientPayment payment =
                ClientPayment.builder(id, client, day, Money.usd("500.00")).build();
        company.payments().sync(payment);
        // ... until the same payment allocates it; without the allocation it comes off again.
        company.payments()
                .sync(payment.toBuilder()
                        .allocations(List.of(new PaymentAllocation(invoice, Money.usd("120.00"))))
                        .build());

        // A credit memo is applied by a payment of zero, or together with money.
        company.payments()
                .sync(ClientPayment.builder(LocalId.of("credit-1"), client, day, Money.usd("0.00"))
                        .allocations(List.of(new PaymentAllocation(invoice, Money.usd("40.00"))))
                        .credits(List.of(new CreditAllocation(creditMemo, Money.usd("40.00"))))
                        .build());
        // end::payments
    }

    static void refund(
            Company company,
            LocalId id,
            LocalId client,
            ClientPayment payment,
            List<ClientRefund> before,
            LocalDate day) {
        // tag::refund
        ClientRefund refund = ClientRefund.builder(id, client, day)
                .amount(Money.usd("40.00")) // or lines, with service items and tax
                .source(RefundSource.of(payment, before)) // what is left of the payment, after its refunds before
                .method("Visa")
                .reference("re_1")
                .memo("Sorry")
                .build(); // more than is left is refused here
        company.refunds().sync(refund); // waits for its payment, and that for its invoices
        // end::refund
    }

    static void payout(Company company, LocalId payment, LocalId refund, LocalDate arrival) {
        // tag::payout
        Payout payout = Payout.builder(
                        LocalId.of("po_1"), arrival, Money.usd("298.55")) // the processor's id is the key
                .parts(List.of(
                        PayoutPart.payment(payment, Money.usd("350.00")),
                        PayoutPart.refund(refund, Money.usd("-40.00")), // what lowers the payout is below zero
                        PayoutPart.fee(Money.usd("-11.45")))) // withAccount, withVendor, withDescription
                .build(); // a cent amiss is refused here
        company.payouts().sync(payout); // waits for its payments and refunds
        // end::payout
    }

    static TieOutDrift tieOut(
            Company company, LocalDate first, LocalDate last, String kept, BiConsumer<String, String> archive)
            throws IOException {
        // tag::tieout
        try (Writer file = Files.newBufferedWriter(Path.of("november.csv"))) {
            TieOut tieOut = company.tieOut(TieOutRange.between(first, last), new TieOutCsv(file));
            archive.accept(tieOut.certificate().toJson(), tieOut.toHtml());
        }
        TieOutDrift drift = company.check(TieOutCertificate.fromJson(kept)); // months later: what moved since
        // end::tieout
        return drift;
    }
}
