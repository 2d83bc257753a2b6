package dev.tieout.qbo.sync.internal.outbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tieout.RealmId;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.PaymentMethod;
import dev.tieout.qbo.entity.Preferences;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.sync.internal.kind.CompanyFacts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What companies' own settings and lists say, read once in a while: reads cost the host money (QuickBooks fact P11.1).
 * Thread-safe.
 */
public final class CompanyReads {
    private static final Duration FRESH = Duration.ofHours(6);
    private static final Duration MISSING_AGAIN = Duration.ofMinutes(5);

    private record Read<V>(V value, long atMillis) {}

    private final InstantSource clock;
    private final Cache<RealmId, Once<Read<CompanyFacts>>> facts;
    private final Cache<RealmId, Once<Read<Map<String, String>>>> methods;

    public CompanyReads(InstantSource clock) {
        this.clock = clock;
        facts = cache();
        methods = cache();
    }

    private <V> Cache<RealmId, Once<V>> cache() {
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

    /** The company's settings may have changed: a person asks to try again. */
    public void forget(RealmId realm) {
        facts.invalidate(realm);
        methods.invalidate(realm);
    }

    private static CompanyFacts read(QboApi api) {
        Preferences preferences = api.preferences();
        return new CompanyFacts(
                preferences
                        .currencyPrefs()
                        .flatMap(p -> p.homeCurrency())
                        .flatMap(Ref::value)
                        .orElse(null),
                preferences
                        .currencyPrefs()
                        .flatMap(p -> p.multiCurrencyEnabled())
                        .orElse(false));
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
