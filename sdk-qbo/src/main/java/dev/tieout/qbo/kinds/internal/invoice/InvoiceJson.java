package dev.tieout.qbo.kinds.internal.invoice;

import dev.tieout.LocalId;
import dev.tieout.model.ClientInvoice;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.kinds.internal.common.SalesJson;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An invoice as JSON. */
final class InvoiceJson {
    private InvoiceJson() {}

    static String write(ClientInvoice invoice) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("id", invoice.id());
        o.put("clientId", invoice.clientId());
        o.put("number", invoice.number());
        o.put("date", invoice.date());
        o.put("dueDate", invoice.dueDate());
        o.put("lines", SalesJson.lines(invoice.lines()));
        o.put("tax", SalesJson.money(invoice.tax()));
        o.put("memo", invoice.memo());
        o.put("privateNote", invoice.privateNote());
        o.put("billEmail", invoice.billEmail());
        o.put("locationId", invoice.locationId());
        o.put("classId", invoice.classId());
        return Json.write(o);
    }

    static ClientInvoice read(String text) {
        Map<String, Object> o = Json.read(text);
        return ClientInvoice.builder(
                        LocalId.of(Json.required(o, "id")),
                        LocalId.of(Json.required(o, "clientId")),
                        LocalDate.parse(Json.required(o, "date")))
                .number(Json.text(o, "number"))
                .dueDate(Json.date(o, "dueDate"))
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
