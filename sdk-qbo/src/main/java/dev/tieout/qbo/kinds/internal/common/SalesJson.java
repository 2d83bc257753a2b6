package dev.tieout.qbo.kinds.internal.common;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.model.Discount;
import dev.tieout.model.InvoiceLine;
import dev.tieout.qbo.json.internal.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amounts and lines as JSON. */
public final class SalesJson {
    private SalesJson() {}

    public static @Nullable String money(@Nullable Money money) {
        return money == null ? null : money.toString();
    }

    public static Money readMoney(Map<String, ?> o, String name) {
        String[] parts = Json.required(o, name).split(" ");
        return Money.of(parts[0], parts[1]);
    }

    public static List<Map<String, @Nullable Object>> lines(List<InvoiceLine> lines) {
        return lines.stream().map(SalesJson::line).toList();
    }

    public static List<InvoiceLine> readLines(Map<String, ?> o) {
        return Json.objects(o, "lines").stream().map(SalesJson::readLine).toList();
    }

    private static Map<String, @Nullable Object> line(InvoiceLine line) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("serviceItemId", line.serviceItemId());
        o.put("description", line.description());
        o.put("quantity", line.quantity());
        o.put("unitPrice", line.unitPrice());
        o.put("amount", money(line.amount()));
        o.put("taxable", line.taxable());
        o.put("classId", line.classId());
        o.put("serviceDate", line.serviceDate());
        o.put("taxCodeId", line.taxCodeId());
        o.put("discount", discount(line.discount()));
        o.put("textOnly", line.textOnly() ? true : null);
        return o;
    }

    /** A discount: a number and a percent sign, or an amount. */
    public static @Nullable String discount(@Nullable Discount discount) {
        return discount == null
                ? null
                : discount.percent() != null ? discount.percent().toPlainString() + "%" : money(discount.amount());
    }

    public static @Nullable Discount readDiscount(Map<String, ?> o) {
        @Nullable String text = Json.text(o, "discount");
        return text == null
                ? null
                : text.endsWith("%")
                        ? Discount.percent(text.substring(0, text.length() - 1))
                        : Discount.amount(readMoney(o, "discount"));
    }

    private static InvoiceLine readLine(Map<String, Object> o) {
        @Nullable String item = Json.text(o, "serviceItemId");
        return InvoiceLine.builder(readMoney(o, "amount"))
                .serviceItemId(item == null ? null : LocalId.of(item))
                .description(Json.text(o, "description"))
                .quantity(new BigDecimal(Json.required(o, "quantity")))
                .unitPrice(Json.decimal(o, "unitPrice"))
                .taxable(Json.flag(o, "taxable"))
                .classId(Json.text(o, "classId"))
                .serviceDate(Json.date(o, "serviceDate"))
                .taxCodeId(Json.text(o, "taxCodeId"))
                .discount(readDiscount(o))
                .textOnly(Json.flag(o, "textOnly"))
                .build();
    }
}
