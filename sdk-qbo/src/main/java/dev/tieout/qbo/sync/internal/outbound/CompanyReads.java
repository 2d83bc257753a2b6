package dev.tieout.qbo.sync.internal.outbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tieout.RealmId;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.Account;
import dev.tieout.qbo.entity.AccountSubType;
import dev.tieout.qbo.entity.ExchangeRate;
import dev.tieout.qbo.entity.PaymentMethod;
import dev.tieout.qbo.entity.Preferences;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.entity.TaxCode;
import dev.tieout.qbo.entity.TaxRate;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.sync.internal.kind.CompanyFacts;
import dev.tieout.qbo.sync.internal.kind.TaxCodes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What companies' own settings and lists say, read once in a while: reads cost the host money (QuickBooks fact P11.1).
 * Thread-safe.
 */
public final class CompanyReads {
    private static final String CUSTOM_NAME = "SalesFormsPrefs.SalesCustomName";
    private static final Duration FRESH = Duration.ofHours(6);
    private static final Duration MISSING_AGAIN = Duration.ofMinutes(5);

    private record Read<V>(V value, long atMillis) {}

    private final InstantSource clock;
    private final Cache<RealmId, Once<Read<CompanyFacts>>> facts;
    private final Cache<RealmId, Once<Read<Map<String, String>>>> methods;
    private final Cache<RealmId, Once<TaxCodes>> taxCodes;
    private final Cache<RealmId, Once<Optional<String>>> funds;
    private final Cache<RateKey, Once<Optional<BigDecimal>>> rates;

    private record RateKey(RealmId realm, String currency, LocalDate day) {}

    public CompanyReads(InstantSource clock) {
        this.clock = clock;
        facts = cache();
        methods = cache();
        taxCodes = cache();
        funds = cache();
        rates = cache();
    }

    private <K, V> Cache<K, Once<V>> cache() {
        return Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(FRESH)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    public CompanyFacts facts(QboApi api, RealmId realm) {
        return facts.get(realm, r -> new Once<>())
                .get(() -> new Read<>(read(api), clock.millis()))
                .value();
    }

    public TaxCodes taxCodes(QboApi api, RealmId realm) {
        return taxCodes.get(realm, r -> new Once<>()).get(() -> readTaxCodes(api));
    }

    /** What one unit of a currency is worth in the company's own on a day. */
    public Optional<BigDecimal> rate(QboApi api, RealmId realm, String currency, LocalDate day) {
        RateKey key = new RateKey(realm, currency, day);
        Optional<BigDecimal> rate = rates.get(key, k -> new Once<>())
                .get(() -> api.exchangeRate(currency, day).flatMap(ExchangeRate::rate));
        if (rate.isEmpty()) {
            // A person may enter one at any time.
            rates.invalidate(key);
        }
        return rate;
    }

    /** The id of a payment method; a name that is not there is looked for again a little later. */
    public Optional<String> paymentMethod(QboApi api, RealmId realm, String name) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        Read<Map<String, String>> read =
                methods.get(realm, r -> new Once<>()).get(() -> new Read<>(readMethods(api), clock.millis()));
        @Nullable String id = read.value().get(key);
        if (id == null && clock.millis() - read.atMillis() > MISSING_AGAIN.toMillis()) {
            methods.invalidate(realm);
        }
        return Optional.ofNullable(id);
    }

    /** The id of Undeposited Funds, which each company may call as it likes (QuickBooks fact E8.2). */
    public Optional<String> undepositedFunds(QboApi api, RealmId realm) {
        Optional<String> id = funds.get(realm, r -> new Once<>()).get(() -> readFunds(api));
        if (id.isEmpty()) {
            // A person may make it active at any time.
            funds.invalidate(realm);
        }
        return id;
    }

    private static Optional<String> readFunds(QboApi api) {
        Query<Account> query =
                Query.of(Account.TYPE).is(Account.Fields.ACCOUNT_SUB_TYPE, AccountSubType.UNDEPOSITED_FUNDS);
        try (Stream<Account> all = api.query(query)) {
            return all.findFirst().flatMap(Account::id);
        }
    }

    /** The company's settings may have changed: a person asks to try again. */
    public void forget(RealmId realm) {
        facts.invalidate(realm);
        methods.invalidate(realm);
        taxCodes.invalidate(realm);
        funds.invalidate(realm);
    }

    private static CompanyFacts read(QboApi api) {
        return facts(api.preferences());
    }

    /** What a company's preferences say. */
    public static CompanyFacts facts(Preferences all) {
        Map<String, Object> preferences = Json.read(all.toJson());
        Map<String, Object> accounting = Json.object(preferences, "AccountingInfoPrefs");
        Map<String, Object> currency = Json.object(preferences, "CurrencyPrefs");
        Map<String, Object> sales = Json.object(preferences, "SalesFormsPrefs");
        return new CompanyFacts(
                Json.text(Json.object(currency, "HomeCurrency"), "value"),
                Json.flag(currency, "MultiCurrencyEnabled"),
                Json.flag(Json.object(preferences, "TaxPrefs"), "UsingSalesTax"),
                Json.flag(sales, "CustomTxnNumbers"),
                Json.date(accounting, "BookCloseDate"),
                customFields(sales),
                new CompanyFacts.Tracking(
                        Json.flag(accounting, "ClassTrackingPerTxn"),
                        Json.flag(accounting, "ClassTrackingPerTxnLine"),
                        Json.flag(accounting, "TrackDepartments"),
                        Json.flag(sales, "AllowDiscount")));
    }

    /** Names stand in the preferences as texts of their own, numbered as the fields are (QuickBooks fact M6.10). */
    private static Map<String, String> customFields(Map<String, Object> sales) {
        Map<String, String> fields = new HashMap<>();
        for (Map<String, Object> group : Json.objects(sales, "CustomField")) {
            for (Map<String, Object> each : Json.objects(group, "CustomField")) {
                String name = Objects.requireNonNullElse(Json.text(each, "Name"), "");
                @Nullable String shown = Json.text(each, "StringValue");
                if (name.startsWith(CUSTOM_NAME) && shown != null) {
                    fields.put(shown.strip(), name.substring(CUSTOM_NAME.length()));
                }
            }
        }
        return fields;
    }

    private static TaxCodes readTaxCodes(QboApi api) {
        Map<String, BigDecimal> rates = new HashMap<>();
        api.query(Query.of(TaxRate.TYPE))
                .forEach(rate ->
                        rates.put(rate.id().orElseThrow(), rate.rateValue().orElse(BigDecimal.ZERO)));
        Map<String, BigDecimal> percents = new HashMap<>();
        api.query(Query.of(TaxCode.TYPE))
                .forEach(code -> percents.put(
                        code.id().orElseThrow(),
                        code.salesTaxRateList().stream()
                                .flatMap(list -> list.taxRateDetail().stream())
                                .flatMap(detail -> detail.taxRateRef().flatMap(Ref::value).stream())
                                .map(id -> rates.getOrDefault(id, BigDecimal.ZERO))
                                .reduce(BigDecimal.ZERO, BigDecimal::add)));
        return new TaxCodes(percents.containsKey("TAX"), percents);
    }

    private static Map<String, String> readMethods(QboApi api) {
        Map<String, String> methods = new HashMap<>();
        api.query(Query.of(PaymentMethod.TYPE))
                .forEach(method -> method.name()
                        .ifPresent(name -> methods.put(
                                name.strip().toLowerCase(Locale.ROOT),
                                method.id().orElseThrow())));
        return methods;
    }
}
