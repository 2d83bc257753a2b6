package dev.tieout.qbo.sync.internal.payment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tieout.RealmId;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.PaymentMethod;
import dev.tieout.qbo.sync.internal.CompanyScope;
import dev.tieout.qbo.sync.internal.Once;
import dev.tieout.qbo.sync.internal.Slice;
import dev.tieout.sync.ProblemCause;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds a company's payment methods by name. Thread-safe; a company's list is read at most once in ten minutes. */
public final class PaymentMethods {
    private final Cache<RealmId, Once<Map<String, String>>> byRealm = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /** The id of a method; a name that QuickBooks lacks blocks the payment, for methods are never made silently. */
    String id(CompanyScope scope, String name) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        Map<String, String> methods =
                byRealm.get(scope.realm(), realm -> new Once<>()).get(() -> read(scope));
        @Nullable String id = methods.get(key);
        if (id == null) {
            byRealm.invalidate(scope.realm());
            throw new Slice.Blocked(
                    ProblemCause.BAD_REFERENCE,
                    "QuickBooks has no active payment method of this name.",
                    "Add the payment method in QuickBooks, or name one that is there, then retry.",
                    "PaymentMethodRef");
        }
        return id;
    }

    private static Map<String, String> read(CompanyScope scope) {
        Map<String, String> methods = new HashMap<>();
        scope.api()
                .query(Query.of(PaymentMethod.TYPE))
                .forEach(method -> method.name()
                        .ifPresent(name -> methods.put(
                                name.strip().toLowerCase(Locale.ROOT),
                                method.id().orElseThrow())));
        return methods;
    }
}
