package dev.tieout.qbo.kinds.internal.invoice;

import dev.tieout.LocalId;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.TaxTreatment;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.kinds.internal.common.AddressJson;
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
        o.put("termsId", invoice.termsId());
        o.put("discount", SalesJson.discount(invoice.discount()));
        o.put("taxAfterDiscount", invoice.taxAfterDiscount());
        o.put("taxTreatment", invoice.taxTreatment());
        o.put("exchangeRate", invoice.exchangeRate());
        o.put("billingAddress", AddressJson.write(invoice.billingAddress()));
        o.put("shippingAddress", AddressJson.write(invoice.shippingAddress()));
        o.put("billEmailCc", invoice.billEmailCc());
        o.put("billEmailBcc", invoice.billEmailBcc());
        o.put("printLater", invoice.printLater());
        o.put("emailLater", invoice.emailLater());
        o.put("customFields", invoice.customFields().isEmpty() ? null : invoice.customFields());
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
                .termsId(Json.text(o, "termsId"))
                .discount(SalesJson.readDiscount(o))
                .taxAfterDiscount(choice(o, "taxAfterDiscount"))
                .taxTreatment(treatment(o))
                .exchangeRate(Json.decimal(o, "exchangeRate"))
                .billingAddress(AddressJson.read(o, "billingAddress"))
                .shippingAddress(AddressJson.read(o, "shippingAddress"))
                .billEmailCc(Json.text(o, "billEmailCc"))
                .billEmailBcc(Json.text(o, "billEmailBcc"))
                .printLater(choice(o, "printLater"))
                .emailLater(choice(o, "emailLater"))
                .customFields(texts(Json.object(o, "customFields")))
                .build();
    }

    private static @Nullable Boolean choice(Map<String, Object> o, String name) {
        return o.containsKey(name) ? Boolean.valueOf(Json.flag(o, name)) : null;
    }

    private static @Nullable TaxTreatment treatment(Map<String, Object> o) {
        @Nullable String word = Json.text(o, "taxTreatment");
        return word == null ? null : TaxTreatment.valueOf(word);
    }

    private static Map<String, String> texts(Map<String, Object> o) {
        Map<String, String> texts = new LinkedHashMap<>();
        o.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }
}
