package dev.tieout.testkit.company.internal.sample;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.rules.Settings;
import dev.tieout.testkit.company.internal.serve.Ledger;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The company a fake starts with: a small advisory practice nobody has ever heard of. */
public final class InventedCompany {
    private static final Duration AGE = Duration.ofDays(90);

    private InventedCompany() {}

    /**
     * Puts in accounts, terms, tax and preferences of a company outside the United States.
     *
     * @throws IllegalArgumentException if nothing is known of the country
     */
    public static void settleAbroad(Ledger ledger, Instant now, String country) {
        if (country.equals(Countries.UNITED_STATES)) {
            base(ledger, now.minus(AGE));
            return;
        }
        Countries there = Countries.of(country);
        Instant founded = now.minus(AGE);
        for (EntityKind kind : BaseLists.kinds()) {
            List<JsonObject> records = switch (kind) {
                case TAX_CODE -> there.codes();
                case TAX_RATE -> there.rates();
                default -> BaseLists.records(kind, founded);
            };
            for (JsonObject record : records) {
                record.set("MetaData", meta(founded));
                abroad(kind, record, country, there.currency());
            }
            ledger.load(founded, kind, records);
        }
    }

    private static void abroad(EntityKind kind, JsonObject record, String country, String currency) {
        if (record.has("CurrencyRef")) {
            record.set("CurrencyRef", Settings.currency(currency));
        }
        if (kind == EntityKind.COMPANY_INFO) {
            record.set("Country", country);
        } else if (kind == EntityKind.PREFERENCES) {
            record.objectOrNew("CurrencyPrefs").set("HomeCurrency", JsonObject.reference(currency));
            record.objectOrNew("TaxPrefs").set("TaxGroupCodeRef", null);
        }
    }

    /** Puts in accounts, terms, tax and preferences, and if {@code people} is set customers, work and money too. */
    public static void settle(Ledger ledger, Instant now, boolean people) {
        Instant founded = now.minus(AGE);
        base(ledger, founded);
        if (people) {
            InventedBusiness.open(ledger, founded);
        }
    }

    /** Adds what every company has to one that was loaded without it. */
    static void complete(Ledger ledger, Instant now) {
        for (EntityKind kind : List.of(EntityKind.PREFERENCES, EntityKind.COMPANY_INFO, EntityKind.TAX_AGENCY)) {
            if (ledger.books().table(kind).size() == 0) {
                ledger.load(now, kind, BaseLists.records(kind, now));
            }
        }
    }

    private static void base(Ledger ledger, Instant founded) {
        for (EntityKind kind : BaseLists.kinds()) {
            ledger.load(founded, kind, BaseLists.records(kind, founded));
        }
    }

    static JsonObject meta(Instant time) {
        return JsonObject.of("CreateTime", Times.stamp(time), "LastUpdatedTime", Times.stamp(time));
    }

    static List<Object> list(Object... items) {
        return new ArrayList<>(List.of(items));
    }
}
