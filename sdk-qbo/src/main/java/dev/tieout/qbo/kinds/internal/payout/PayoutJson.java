package dev.tieout.qbo.kinds.internal.payout;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.Payout;
import dev.tieout.model.PayoutPart;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.kinds.internal.common.SalesJson;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A payout as JSON. */
final class PayoutJson {
    private PayoutJson() {}

    static String write(Payout payout) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("id", payout.id());
        o.put("date", payout.date());
        o.put("net", SalesJson.money(payout.net()));
        o.put("parts", payout.parts().stream().map(PayoutJson::part).toList());
        o.put("accountId", payout.accountId());
        o.put("note", payout.note());
        return Json.write(o);
    }

    private static Map<String, @Nullable Object> part(PayoutPart part) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("type", part.type().name());
        o.put("amount", SalesJson.money(part.amount()));
        o.put("recordId", part.recordId());
        o.put("remoteId", part.remoteId());
        o.put("accountId", part.accountId());
        o.put("vendorId", part.vendorId());
        o.put("description", part.description());
        return o;
    }

    static Payout read(String text) {
        Map<String, Object> o = Json.read(text);
        return Payout.builder(
                        LocalId.of(Json.required(o, "id")),
                        LocalDate.parse(Json.required(o, "date")),
                        SalesJson.readMoney(o, "net"))
                .parts(Json.objects(o, "parts").stream()
                        .map(PayoutJson::readPart)
                        .toList())
                .accountId(Json.text(o, "accountId"))
                .note(Json.text(o, "note"))
                .build();
    }

    private static PayoutPart readPart(Map<String, Object> o) {
        @Nullable String record = Json.text(o, "recordId");
        @Nullable String remote = Json.text(o, "remoteId");
        return new PayoutPart(
                PayoutPart.Type.valueOf(Json.required(o, "type")),
                SalesJson.readMoney(o, "amount"),
                record == null ? null : LocalId.of(record),
                remote == null ? null : RemoteId.of(remote),
                Json.text(o, "accountId"),
                Json.text(o, "vendorId"),
                Json.text(o, "description"));
    }
}
