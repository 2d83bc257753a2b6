package dev.tieout.qbo.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.ClientRefund;
import dev.tieout.model.Payout;
import dev.tieout.model.PayoutPart;
import dev.tieout.model.RefundSource;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A firm whose clients pay by card: accounts chosen, one client and one item in QuickBooks. */
final class PayingFirm implements AutoCloseable {
    final Firm firm;
    final Client client;
    final ServiceItem item;
    final Accounts accounts;

    /** What lay in Undeposited Funds before. */
    final BigDecimal fundsBefore;

    PayingFirm() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Paying Client");
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
        accounts = Accounts.in(firm);
        fundsBefore = (BigDecimal)
                firm.books.find("Account", undeposited()).orElseThrow().get("CurrentBalance");
        firm.company.settings(firm.company
                .settings()
                .withMoney(firm.company
                        .settings()
                        .money()
                        .withRefundItem(
                                firm.company.serviceItems().status(item.id()).remoteId())
                        .withPayoutAccount(accounts.bank())
                        .withFeeAccount(accounts.fees())
                        .withFeeVendor(accounts.vendor())
                        .withDisputeAccount(accounts.disputes())));
    }

    /** An invoice of the same number, paid in full; both in QuickBooks. */
    ClientPayment paid(String number, String amount) {
        ClientInvoice invoice = Firm.invoice("i-" + number, client, item, amount);
        synced(firm.company.invoices().sync(invoice));
        ClientPayment payment = Firm.payment("p-" + number, invoice, amount);
        synced(firm.company.payments().sync(payment));
        return payment;
    }

    ClientRefund refunded(String number, ClientPayment payment, String amount) {
        ClientRefund refund = refund(number, payment, amount);
        synced(firm.company.refunds().sync(refund));
        return refund;
    }

    ClientRefund refund(String number, ClientPayment payment, String amount) {
        return ClientRefund.builder(LocalId.of("r-" + number), client.id(), Firm.DAY)
                .amount(Money.usd(amount))
                .source(RefundSource.of(payment, List.of()))
                .privateNote("Refund r-" + number)
                .build();
    }

    static PayoutPart of(ClientPayment payment) {
        return PayoutPart.payment(payment.id(), payment.amount());
    }

    static PayoutPart of(ClientRefund refund) {
        return PayoutPart.refund(refund.id(), refund.total().negated());
    }

    static PayoutPart fee(String amount) {
        return PayoutPart.fee(Money.usd(amount));
    }

    static Payout payout(String id, String net, PayoutPart... parts) {
        return Payout.builder(LocalId.of(id), Firm.DAY.plusDays(2), Money.usd(net))
                .parts(List.of(parts))
                .build();
    }

    SyncStatus sync(Payout payout) {
        return firm.company.payouts().sync(payout);
    }

    RemoteId synced(SyncStatus status) {
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        return status.remoteId();
    }

    /** Time passes, the feed is read and all that is due is done. */
    void later() {
        firm.fake.clock().advance(Duration.ofHours(2));
        firm.work();
    }

    String undeposited() {
        return Accounts.undeposited(firm);
    }

    String receivable() {
        return Accounts.receivable(firm);
    }

    /** What accounts moved by: pairs of an account and an amount, debits above zero. */
    static Map<String, BigDecimal> moved(Object... pairs) {
        Map<String, BigDecimal> moved = new TreeMap<>();
        List<Object> all = Arrays.asList(pairs);
        for (int i = 0; i < all.size(); i += 2) {
            moved.put(all.get(i).toString(), new BigDecimal(all.get(i + 1).toString()).stripTrailingZeros());
        }
        return moved;
    }

    @Override
    public void close() {
        firm.close();
    }
}
