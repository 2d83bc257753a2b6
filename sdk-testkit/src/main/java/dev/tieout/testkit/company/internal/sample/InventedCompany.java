package dev.tieout.testkit.company.internal.sample;

import dev.tieout.testkit.company.internal.json.JsonObject;
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
