package dev.tieout.qbo.kinds.internal.credit;

import dev.tieout.LocalId;
import dev.tieout.model.ClientCreditMemo;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.kinds.internal.common.SalesJson;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A credit memo as JSON. */
final class CreditMemoJson {
    private CreditMemoJson() {}

    static String write(ClientCreditMemo credit) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("id", credit.id());
        o.put("clientId", credit.clientId());
        o.put("number", credit.number());
        o.put("date", credit.date());
        o.put("lines", SalesJson.lines(credit.lines()));
        o.put("tax", SalesJson.money(credit.tax()));
        o.put("memo", credit.memo());
        o.put("privateNote", credit.privateNote());
        o.put("billEmail", credit.billEmail());
        o.put("locationId", credit.locationId());
        o.put("classId", credit.classId());
        return Json.write(o);
    }

    static ClientCreditMemo read(String text) {
        Map<String, Object> o = Json.read(text);
        return ClientCreditMemo.builder(
                        LocalId.of(Json.required(o, "id")),
                        LocalId.of(Json.required(o, "clientId")),
                        LocalDate.parse(Json.required(o, "date")))
                .number(Json.text(o, "number"))
                .lines(SalesJson.readLines(o))
                .tax(o.containsKey("tax") ? SalesJson.readMoney(o, "tax") : null)
                .memo(Json.text(o, "memo"))
                .privateNote(Json.text(o, "privateNote"))
                .billEmail(Json.text(o, "billEmail"))
                .locationId(Json.text(o, "locationId"))
                .classId(Json.text(o, "classId"))
                .build();
    }
}
