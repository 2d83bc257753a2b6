package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.rules.BodyCheck;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Shape;
import dev.tieout.testkit.company.internal.wire.Times;
import java.math.BigDecimal;
import java.util.Locale;

/** Exchange rates: by currency and day, without Ids in requests (QuickBooks fact E15.2). */
final class Rates {
    private Rates() {}

    static JsonObject read(Ledger ledger, String source, String asOf, Call call) {
        JsonObject best = null;
        for (JsonObject rate : ledger.books().table(EntityKind.EXCHANGE_RATE).inOrder()) {
            boolean fits = source.equalsIgnoreCase(rate.text("SourceCurrencyCode"))
                    && rate.text("AsOfDate", "").compareTo(asOf) <= 0;
            boolean newer = best == null || rate.text("AsOfDate", "").compareTo(best.text("AsOfDate", "")) > 0;
            best = fits && newer ? rate : best;
        }
        if (best != null) {
            return best.copy().set("AsOfDate", asOf).set("Id", null);
        }
        String home = ledger.settings(call.now()).homeCurrency();
        return JsonObject.of(
                "SourceCurrencyCode",
                source.toUpperCase(Locale.ROOT),
                "TargetCurrencyCode",
                home,
                "Rate",
                BigDecimal.ONE,
                "AsOfDate",
                asOf,
                "domain",
                "QBO",
                "sparse",
                false,
                "MetaData",
                JsonObject.of("LastUpdatedTime", Times.stamp(call.now())));
    }

    static JsonObject write(Ledger ledger, JsonObject body, Call call) {
        JsonObject sent = new BodyCheck().check("ExchangeRate", body);
        String source = sent.text("SourceCurrencyCode");
        if (source == null) {
            throw QboFault.missing("SourceCurrencyCode");
        }
        if (!sent.has("Rate")) {
            throw QboFault.missing("Rate");
        }
        String asOf = sent.text("AsOfDate", Times.day(call.now()).toString());
        return ledger.change(EntityKind.EXCHANGE_RATE, call.now(), desk -> {
            JsonObject rate = sent.copy();
            String home = desk.settings().homeCurrency();
            rate.set("AsOfDate", asOf)
                    .set("domain", "QBO")
                    .set("sparse", false)
                    .setIfAbsent("TargetCurrencyCode", home);
            String id = null;
            for (JsonObject old : desk.work().all(EntityKind.EXCHANGE_RATE)) {
                boolean same = source.equals(old.text("SourceCurrencyCode")) && asOf.equals(old.text("AsOfDate"));
                id = same ? old.text("Id") : id;
            }
            rate.set("Id", id == null ? desk.work().nextId(EntityKind.EXCHANGE_RATE) : id);
            rate.set("SyncToken", "0");
            rate.set("MetaData", JsonObject.of("LastUpdatedTime", Times.stamp(call.now())));
            desk.work().put(EntityKind.EXCHANGE_RATE, rate);
            return Shape.ordered("ExchangeRate", rate);
        });
    }
}
