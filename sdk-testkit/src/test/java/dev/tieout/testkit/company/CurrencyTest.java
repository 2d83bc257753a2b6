package dev.tieout.testkit.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.testkit.company.internal.json.JsonObject;
import org.junit.jupiter.api.Test;

/** QuickBooks facts T6, T7: one currency or many, and what each refuses. */
class CurrencyTest extends CompanyTest {
    private static final String EURO = "{`DisplayName`:`Euro`,`CurrencyRef`:{`value`:`EUR`}}";

    @Test
    void withoutMulticurrencyOnlyHomeIsTaken() {
        String words = "Business Validation Error: Multi Currency should be enabled to perform this operation";
        assertThat(fault(post("customer", EURO), "6000").text("Detail")).isEqualTo(words);
        assertThat(fault(post("invoice", in("EUR", "3")), "6000").text("Detail"))
                .isEqualTo(words);
        JsonObject home = create("invoice", in("USD", "3"));
        assertThat(home.has("ExchangeRate")).isFalse();
        assertThat(home.has("HomeTotalAmt")).isFalse();
        on(CompanySwitch.HOME_CURRENCY_REFUSED);
        fault(post("invoice", in("USD", "3")), "6000");
    }

    @Test
    void aTransactionHasItsCustomersCurrency() {
        String id = euro();
        String words = "Business Validation Error: You can only use one foreign currency per transaction.";
        assertThat(fault(post("invoice", in("USD", id)), "6000").text("Detail")).isEqualTo(words);
        assertThat(fault(post("invoice", invoice(id, "100")), "6000").text("Detail"))
                .isEqualTo(words);
        fault(post("invoice", in("EUR", "3")), "6000");
        fault(post("invoice", in("XXXX", "3").replace("XXXX", "QQQ")), "6000");
        on(CompanySwitch.CURRENCY_DEFAULTS_TO_CUSTOMER);
        assertThat(create("invoice", invoice(id, "100")).ref("CurrencyRef")).isEqualTo("EUR");
        JsonObject renamed =
                create("customer", "{`Id`:`" + id + "`,`SyncToken`:`0`,`sparse`:true,`CurrencyRef`:{`value`:`USD`}}");
        assertThat(renamed.ref("CurrencyRef")).isEqualTo("EUR");
        assertThat(renamed.text("SyncToken")).isEqualTo("0");
    }

    @Test
    void aMissingRateIsOneFromTheListOrRefused() {
        String id = euro();
        ok(post("exchangerate", "{`SourceCurrencyCode`:`EUR`,`Rate`:1.1,`AsOfDate`:`2026-11-01`}"));
        JsonObject invoice = create("invoice", in("EUR", id));
        assertThat(invoice.text("ExchangeRate")).isEqualTo("1");
        JsonObject rated = create("invoice", in("EUR", id).replace("{`Curr", "{`ExchangeRate`:1.2,`Curr"));
        assertThat(rated.text("HomeTotalAmt")).isEqualTo("120.00");
        JsonObject payment = create(
                "payment",
                payment(id, "40", rated.text("Id"), "40").replace("{`Cust", "{`CurrencyRef`:{`value`:`EUR`},`Cust"));
        assertThat(payment.has("HomeTotalAmt")).isFalse();
        assertThat(read("invoice", rated.text("Id")).text("HomeBalance")).isEqualTo("72.00");
        on(CompanySwitch.MISSING_RATE_FROM_LIST);
        assertThat(create("invoice", in("EUR", id)).text("ExchangeRate")).isEqualTo("1.1");
        company.switches(CompanySwitches.defaults().with(CompanySwitch.MISSING_RATE_REFUSED));
        assertThat(fault(post("invoice", in("EUR", id)), "2410").text("Message"))
                .isEqualTo("Curreny, ExchangeRate is missing.");
    }

    @Test
    void aCurrencyIsPutIntoUseWhenItIsFirstNeeded() {
        int before = company.all("CompanyCurrency").size();
        euro();
        assertThat(company.all("CompanyCurrency")).hasSize(before + 1);
        fault(post("customer", EURO.replace("Euro", "Odd").replace("EUR", "QQQ")), "2220");
        on(CompanySwitch.UNUSED_CURRENCY_REFUSED);
        fault(post("customer", EURO.replace("Euro", "Swiss").replace("EUR", "CHF")), "2220");
        on(CompanySwitch.PARTY_CURRENCY_IGNORED);
        assertThat(create("customer", EURO.replace("Euro`", "Dollar`")).ref("CurrencyRef"))
                .isEqualTo("USD");
    }

    @Test
    void withManyCurrenciesHomeFormsShowARateOfOne() {
        company.inQuickBooks().preference("CurrencyPrefs.MultiCurrencyEnabled", true);
        JsonObject invoice = create("invoice", invoice("3", "100"));
        assertThat(invoice.text("ExchangeRate")).isEqualTo("1");
        assertThat(invoice.text("HomeTotalAmt")).isEqualTo("100.00");
        assertThat(invoice.text("HomeBalance")).isEqualTo("100.00");
    }

    private String euro() {
        company.inQuickBooks().preference("CurrencyPrefs.MultiCurrencyEnabled", true);
        return create("customer", EURO).text("Id");
    }

    private static String in(String currency, String customer) {
        return invoice(customer, "100").replace("{`Cust", "{`CurrencyRef`:{`value`:`" + currency + "`},`Cust");
    }
}
