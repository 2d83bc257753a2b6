package dev.tieout.qbo.kinds.internal.item;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.json.internal.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service item as JSON. */
final class ItemJson {
    private ItemJson() {}

    static String write(ServiceItem item) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("id", item.id());
        o.put("name", item.name());
        o.put("code", item.code());
        o.put("description", item.description());
        o.put("rate", item.rate());
        o.put("taxRate", item.taxRate());
        o.put("taxable", item.taxable());
        o.put("taxCode", item.taxCode());
        o.put("category", item.category());
        o.put("incomeAccount", item.incomeAccount());
        o.put("active", item.active());
        return Json.write(o);
    }

    static ServiceItem read(String text) {
        Map<String, Object> o = Json.read(text);
        return ServiceItem.builder(LocalId.of(Json.required(o, "id")), Json.required(o, "name"))
                .code(Json.text(o, "code"))
                .description(Json.text(o, "description"))
                .rate(Json.decimal(o, "rate"))
                .taxRate(Json.decimal(o, "taxRate"))
                .taxable(Json.flag(o, "taxable"))
                .taxCode(remoteId(o, "taxCode"))
                .category(remoteId(o, "category"))
                .incomeAccount(remoteId(o, "incomeAccount"))
                .active(Json.flag(o, "active"))
                .build();
    }

    private static @Nullable RemoteId remoteId(Map<String, Object> o, String member) {
        @Nullable String id = Json.text(o, member);
        return id == null ? null : RemoteId.of(id);
    }
}
