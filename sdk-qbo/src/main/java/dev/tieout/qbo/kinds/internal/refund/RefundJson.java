package dev.tieout.qbo.kinds.internal.refund;

import dev.tieout.LocalId;
import dev.tieout.model.ClientRefund;
import dev.tieout.model.RefundSource;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.kinds.internal.common.SalesJson;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refund as JSON. */
final class RefundJson {
    private RefundJson() {}

    static String write(ClientRefund refund) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("id", refund.id());
        o.put("clientId", refund.clientId());
        o.put("number", refund.number());
        o.put("date", refund.date());
        o.put("lines", SalesJson.lines(refund.lines()));
        o.put("tax", SalesJson.money(refund.tax()));
        o.put("memo", refund.memo());
        o.put("privateNote", refund.privateNote());
        o.put("method", refund.method());
        o.put("reference", refund.reference());
        o.put("accountId", refund.accountId());
        if (refund.source() != null) {
            o.put("paymentId", refund.source().paymentId());
            o.put("left", SalesJson.money(refund.source().left()));
        }
        o.put("locationId", refund.locationId());
        o.put("classId", refund.classId());
        return Json.write(o);
    }

    static ClientRefund read(String text) {
        Map<String, Object> o = Json.read(text);
        return ClientRefund.builder(
                        LocalId.of(Json.required(o, "id")),
                        LocalId.of(Json.required(o, "clientId")),
                        LocalDate.parse(Json.required(o, "date")))
                .number(Json.text(o, "number"))
                .lines(SalesJson.readLines(o))
                .tax(o.containsKey("tax") ? SalesJson.readMoney(o, "tax") : null)
                .memo(Json.text(o, "memo"))
                .privateNote(Json.text(o, "privateNote"))
                .method(Json.text(o, "method"))
                .reference(Json.text(o, "reference"))
                .accountId(Json.text(o, "accountId"))
                .source(source(o))
                .locationId(Json.text(o, "locationId"))
                .classId(Json.text(o, "classId"))
                .build();
    }

    private static @Nullable RefundSource source(Map<String, Object> o) {
        @Nullable String payment = Json.text(o, "paymentId");
        return payment == null ? null : new RefundSource(LocalId.of(payment), SalesJson.readMoney(o, "left"));
    }
}
