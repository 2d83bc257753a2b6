package dev.tieout.qbo.kinds.internal.common;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.CompanyFacts;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.sync.ProblemCause;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Currencies of transactions: one, and one that the company and the customer have. A customer's never changes, and a
 * company with one currency is sent none (QuickBooks facts T7.4, T7.6).
 */
public final class Currencies {
    private Currencies() {}

    /**
     * Says which currency a transaction is in.
     *
     * @return the currency to send; empty where the company keeps its books in one
     * @throws Blocked if QuickBooks would book it in another currency than the app has it in
     */
    public static Optional<Ref> of(Collection<Money> amounts, LocalId client, Links links) {
        List<String> used = amounts.stream()
                .map(money -> money.currency().getCurrencyCode())
                .distinct()
                .sorted()
                .toList();
        if (used.size() > 1) {
            throw wrong(
                    "The record has amounts in " + String.join(" and ", used)
                            + "; QuickBooks keeps a transaction in one.",
                    "Give all its amounts in one currency.");
        }
        String code = used.get(0);
        Optional<Ref> sent = ofCompany(code, links);
        if (sent.isEmpty()) {
            return sent;
        }
        CompanyFacts company = links.company();
        @Nullable
        String customers = links.seen(RecordKind.CLIENT, client)
                .flatMap(json -> Customer.TYPE.fromJson(json).currencyRef())
                .flatMap(Ref::value)
                .orElse(company.homeCurrency());
        if (customers != null && !customers.equals(code)) {
            throw wrong(
                    "The record is in " + code + ", and its customer in QuickBooks is kept in " + customers + ".",
                    "Give the amounts in " + customers + ", or match the client with a customer that is kept in " + code
                            + ".");
        }
        return sent;
    }

    /**
     * Says which currency a transaction is in that is no customer's.
     *
     * @param code its currency
     * @return the currency to send; empty where the company keeps its books in one
     * @throws Blocked if the company keeps its books in another one only
     */
    public static Optional<Ref> ofCompany(String code, Links links) {
        CompanyFacts company = links.company();
        if (company.multiCurrency()) {
            return Optional.of(Ref.of(code));
        }
        if (company.homeCurrency() != null && !company.homeCurrency().equals(code)) {
            throw wrong(
                    "The record is in " + code + ", and the company keeps its books in " + company.homeCurrency()
                            + " only.",
                    "Give the amounts in " + company.homeCurrency()
                            + ", or switch on several currencies in QuickBooks.");
        }
        return Optional.empty();
    }

    /**
     * Says at which rate a new transaction is booked.
     *
     * @param currency its currency, as {@link #of} says it
     * @param day the day that it counts for
     * @return the rate to send; empty where it is in the company's own currency
     * @throws Blocked if QuickBooks has no rate: it would book one for one, without a word (QuickBooks fact T7.7)
     */
    public static Optional<BigDecimal> rate(Optional<Ref> currency, LocalDate day, Links links) {
        Optional<String> foreign = currency.flatMap(Ref::value)
                .filter(code -> !code.equals(links.company().homeCurrency()));
        return foreign.map(code -> links.rate(code, day)
                .orElseThrow(() -> new Blocked(
                        ProblemCause.WRONG_CURRENCY,
                        "QuickBooks has no exchange rate for " + code + " on " + day
                                + ", and would book one for one; nothing was sent.",
                        "Enter the rate in QuickBooks, under Currencies; it goes by itself then.",
                        "ExchangeRate")));
    }

    private static Blocked wrong(String message, String remedy) {
        return new Blocked(ProblemCause.WRONG_CURRENCY, message, remedy, "CurrencyRef");
    }
}
