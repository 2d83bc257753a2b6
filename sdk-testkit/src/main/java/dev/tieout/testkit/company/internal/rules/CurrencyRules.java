package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.FaultCode;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Times;
import dev.tieout.testkit.company.internal.wire.Types;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Currencies of transactions (QuickBooks facts T7). Without multicurrency only home exists. With it a transaction has
 * its customer's or vendor's currency, a foreign one a rate; a sales form without a rate is kept at 1 without a word.
 */
final class CurrencyRules {
    private static final Set<EntityKind> PURCHASES =
            Set.of(EntityKind.BILL, EntityKind.PURCHASE, EntityKind.VENDOR_CREDIT, EntityKind.PURCHASE_ORDER);

    private CurrencyRules() {}

    static void apply(Write write) {
        JsonObject draft = write.draft();
        String home = write.settings().homeCurrency();
        String sent = write.sent().ref("CurrencyRef");
        if (!write.settings().multiCurrency()) {
            single(write, home, sent);
            return;
        }
        String party = party(write);
        String kept = write.creating() ? null : draft.ref("CurrencyRef");
        String left = party != null && write.on(CompanySwitch.CURRENCY_DEFAULTS_TO_CUSTOMER) ? party : home;
        String currency = sent != null ? sent : kept != null ? kept : left;
        if (party != null && !party.equals(currency)) {
            throw QboFault.business("You can only use one foreign currency per transaction.");
        }
        used(write, currency);
        draft.set("CurrencyRef", Settings.currency(currency));
        if (currency.equals(home)) {
            draft.set("ExchangeRate", BigDecimal.ONE);
        } else if (!draft.has("ExchangeRate")) {
            draft.set("ExchangeRate", missing(write, currency));
        }
        account(write, "DepositToAccountRef", home, currency);
    }

    private static void single(Write write, String home, @Nullable String sent) {
        boolean refused = sent != null && (!sent.equals(home) || write.on(CompanySwitch.HOME_CURRENCY_REFUSED));
        if (refused) {
            throw notEnabled();
        }
        write.draft().set("CurrencyRef", Settings.currency(home)).set("ExchangeRate", null);
    }

    /** What a company without multicurrency says of a foreign currency. */
    static QboFault notEnabled() {
        return QboFault.business("Multi Currency should be enabled to perform this operation");
    }

    private static @Nullable String party(Write write) {
        JsonObject customer = write.referred("CustomerRef", EntityKind.CUSTOMER);
        JsonObject party = customer == null ? write.referred("VendorRef", EntityKind.VENDOR) : customer;
        if (party == null) {
            return null;
        }
        String own = party.ref("CurrencyRef");
        return own == null ? write.settings().homeCurrency() : own;
    }

    /** A currency must exist; one the company has not used before is put into use. */
    static void used(Write write, String code) {
        if (code.equals(write.settings().homeCurrency())) {
            return;
        }
        boolean iso = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
        boolean known =
                !write.work().with(EntityKind.COMPANY_CURRENCY, "Code", code).isEmpty();
        if (!iso || (!known && write.on(CompanySwitch.UNUSED_CURRENCY_REFUSED))) {
            throw QboFault.of(2220, "Invalid Currency Type : " + code, "CurrencyRef");
        }
        if (!known) {
            String now = Times.stamp(write.work().now());
            write.work()
                    .put(
                            EntityKind.COMPANY_CURRENCY,
                            JsonObject.of(
                                    "Code",
                                    code,
                                    "Name",
                                    Settings.currency(code).text("name"),
                                    "Active",
                                    true,
                                    "domain",
                                    "QBO",
                                    "sparse",
                                    false,
                                    "Id",
                                    write.work().nextId(EntityKind.COMPANY_CURRENCY),
                                    "SyncToken",
                                    "0",
                                    "MetaData",
                                    JsonObject.of("CreateTime", now, "LastUpdatedTime", now)));
        }
    }

    private static BigDecimal missing(Write write, String currency) {
        if (write.on(CompanySwitch.MISSING_RATE_FROM_LIST)) {
            return rate(write, currency);
        }
        if (PURCHASES.contains(write.kind()) || write.on(CompanySwitch.MISSING_RATE_REFUSED)) {
            throw QboFault.of(2410, FaultCode.of(2410).detail());
        }
        return BigDecimal.ONE;
    }

    /** The rate of the list on or last before the transaction's date, one if there is none. */
    private static BigDecimal rate(Write write, String currency) {
        LocalDate date = write.txnDate();
        LocalDate best = null;
        BigDecimal rate = BigDecimal.ONE;
        for (JsonObject entry : write.work().all(EntityKind.EXCHANGE_RATE)) {
            LocalDate asOf = asOf(entry);
            if (asOf == null || asOf.isAfter(date) || !currency.equals(entry.text("SourceCurrencyCode"))) {
                continue;
            }
            if (best == null || asOf.isAfter(best)) {
                best = asOf;
                rate = entry.amount("Rate");
            }
        }
        return rate;
    }

    private static @Nullable LocalDate asOf(JsonObject entry) {
        String text = entry.text("AsOfDate");
        return text == null ? null : Times.date(text);
    }

    /** Money goes to an account in the home or in the transaction's currency, never in a third. */
    private static void account(Write write, String field, String home, String currency) {
        JsonObject account = write.referred(field, EntityKind.ACCOUNT);
        String own = account == null ? null : account.ref("CurrencyRef");
        if (own != null && !own.equals(home) && !own.equals(currency)) {
            throw QboFault.business(
                    "The currency of the account must be either in home currency or the transaction currency.");
        }
    }

    /** Sets the value at home of an amount, on the types that have such a field and if there is a rate. */
    static void home(Write write, String field, BigDecimal amount) {
        BigDecimal rate = write.draft().decimal("ExchangeRate");
        boolean shown = rate != null && Types.all().field(write.kind().type(), field) != null;
        write.draft().set(field, shown && rate != null ? Money.cents(amount.multiply(rate)) : null);
    }
}
