package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.rules.BodyCheck;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.Envelopes;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Times;
import dev.tieout.testkit.exchange.FakeResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** TaxService, the only way to make tax codes and rates (QuickBooks fact T2.5). */
final class Taxes {
    private final Ledger ledger;

    Taxes(Ledger ledger) {
        this.ledger = ledger;
    }

    FakeResponse create(Call call) {
        JsonObject sent = new BodyCheck().check("TaxService", call.object("TaxService"));
        String name = sent.text("TaxCode");
        if (name == null) {
            throw QboFault.missing("TaxCode");
        }
        List<JsonObject> details = sent.objects("TaxRateDetails");
        if (details.isEmpty()) {
            throw QboFault.missing("TaxRateDetails");
        }
        JsonObject answer = ledger.run(call.now(), desk -> make(desk, name, details));
        JsonObject body = call.xml() ? JsonObject.of("TaxService", answer) : answer;
        return Envelopes.success(body, call.now(), call.xml(), call.tid());
    }

    private static JsonObject make(Ledger.Desk desk, String name, List<JsonObject> details) {
        unique(desk, EntityKind.TAX_CODE, name, "code");
        List<Object> answered = new ArrayList<>();
        List<Object> sales = new ArrayList<>();
        List<Object> purchases = new ArrayList<>();
        for (JsonObject detail : details) {
            JsonObject rate = rate(desk, detail);
            String id = rate.text("Id", "");
            boolean bought = detail.text("TaxApplicableOn", "Sales").equals("Purchase");
            List<Object> list = bought ? purchases : sales;
            list.add(JsonObject.of(
                    "TaxRateRef",
                    JsonObject.reference(id),
                    "TaxTypeApplicable",
                    "TaxOnAmount",
                    "TaxOrder",
                    BigDecimal.valueOf(list.size())));
            answered.add(detail.copy()
                    .set("TaxRateId", id)
                    .setIfAbsent("TaxRateName", rate.text("Name"))
                    .setIfAbsent("RateValue", rate.decimal("RateValue")));
        }
        JsonObject code = JsonObject.of(
                "Name",
                name,
                "Description",
                name,
                "Active",
                true,
                "Taxable",
                true,
                "TaxGroup",
                true,
                "SalesTaxRateList",
                JsonObject.of("TaxRateDetail", sales),
                "PurchaseTaxRateList",
                JsonObject.of("TaxRateDetail", purchases));
        put(desk, EntityKind.TAX_CODE, code);
        return JsonObject.of("TaxCode", name, "TaxCodeId", code.text("Id"), "TaxRateDetails", answered);
    }

    private static JsonObject rate(Ledger.Desk desk, JsonObject detail) {
        String known = detail.text("TaxRateId");
        if (known != null) {
            JsonObject rate = desk.work().find(EntityKind.TAX_RATE, known);
            if (rate == null) {
                throw QboFault.badReference();
            }
            return rate;
        }
        String name = detail.text("TaxRateName");
        if (name == null) {
            throw QboFault.missing("TaxRateName");
        }
        BigDecimal value = detail.decimal("RateValue");
        if (value == null) {
            throw QboFault.missing("RateValue");
        }
        String agency = detail.text("TaxAgencyId");
        if (agency == null || desk.work().find(EntityKind.TAX_AGENCY, agency) == null) {
            throw agency == null ? QboFault.missing("TaxAgencyId") : QboFault.badReference();
        }
        unique(desk, EntityKind.TAX_RATE, name, "rate");
        JsonObject rate = JsonObject.of(
                "Name",
                name,
                "Description",
                name,
                "Active",
                true,
                "RateValue",
                value,
                "AgencyRef",
                JsonObject.reference(agency),
                "SpecialTaxType",
                "NONE",
                "DisplayType",
                "ReadOnly");
        put(desk, EntityKind.TAX_RATE, rate);
        return rate;
    }

    private static void unique(Ledger.Desk desk, EntityKind kind, String name, String what) {
        if (!desk.work().with(kind, "Name", name).isEmpty()) {
            throw QboFault.of(
                    6240,
                    "The name supplied already exists. : Another tax " + what + " is already using this \nname."
                            + " Please use a different name.",
                    "");
        }
    }

    private static void put(Ledger.Desk desk, EntityKind kind, JsonObject record) {
        String now = Times.stamp(desk.work().now());
        record.set("Id", desk.work().nextId(kind))
                .set("SyncToken", "0")
                .set("domain", "QBO")
                .set("sparse", false);
        record.set("MetaData", JsonObject.of("CreateTime", now, "LastUpdatedTime", now));
        desk.work().put(kind, record);
    }
}
