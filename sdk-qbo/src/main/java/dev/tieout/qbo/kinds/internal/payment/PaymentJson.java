package dev.tieout.qbo.kinds.internal.payment;

import dev.tieout.LocalId;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.CreditAllocation;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.kinds.internal.common.SalesJson;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A payment as JSON. */
final class PaymentJson {
    private PaymentJson() {}

    static String write(ClientPayment payment) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("id", payment.id());
        o.put("clientId", payment.clientId());
        o.put("date", payment.date());
        o.put("amount", SalesJson.money(payment.amount()));
        o.put(
                "allocations",
                payment.allocations().stream()
                        .map(a -> Map.of(
                                "invoiceId",
                                a.invoiceId(),
                                "amount",
                                Objects.requireNonNull(SalesJson.money(a.amount()))))
                        .toList());
        if (!payment.credits().isEmpty()) {
            o.put(
                    "credits",
                    payment.credits().stream()
                            .map(c -> Map.of(
                                    "creditMemoId",
                                    c.creditMemoId(),
                                    "amount",
                                    Objects.requireNonNull(SalesJson.money(c.amount()))))
                            .toList());
        }
        o.put("method", payment.method());
        o.put("reference", payment.reference());
        o.put("privateNote", payment.privateNote());
        return Json.write(o);
    }

    static ClientPayment read(String text) {
        Map<String, Object> o = Json.read(text);
        return ClientPayment.builder(
                        LocalId.of(Json.required(o, "id")),
                        LocalId.of(Json.required(o, "clientId")),
                        LocalDate.parse(Json.required(o, "date")),
                        SalesJson.readMoney(o, "amount"))
                .allocations(Json.objects(o, "allocations").stream()
                        .map(a -> new PaymentAllocation(
                                LocalId.of(Json.required(a, "invoiceId")), SalesJson.readMoney(a, "amount")))
                        .toList())
                .credits(Json.objects(o, "credits").stream()
                        .map(c -> new CreditAllocation(
                                LocalId.of(Json.required(c, "creditMemoId")), SalesJson.readMoney(c, "amount")))
                        .toList())
                .method(Json.text(o, "method"))
                .reference(Json.text(o, "reference"))
                .privateNote(Json.text(o, "privateNote"))
                .build();
    }
}
