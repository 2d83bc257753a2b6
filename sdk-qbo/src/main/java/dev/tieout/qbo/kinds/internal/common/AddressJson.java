package dev.tieout.qbo.kinds.internal.common;

import dev.tieout.model.Address;
import dev.tieout.qbo.json.internal.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An address as JSON. */
public final class AddressJson {
    private AddressJson() {}

    public static @Nullable Map<String, @Nullable Object> write(@Nullable Address address) {
        if (address == null) {
            return null;
        }
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("lines", address.lines());
        o.put("city", address.city());
        o.put("region", address.region());
        o.put("postalCode", address.postalCode());
        o.put("country", address.country());
        return o;
    }

    public static @Nullable Address read(Map<String, ?> record, String name) {
        if (!record.containsKey(name)) {
            return null;
        }
        Map<String, Object> o = Json.object(record, name);
        return Address.builder()
                .lines(Json.texts(o, "lines"))
                .city(Json.text(o, "city"))
                .region(Json.text(o, "region"))
                .postalCode(Json.text(o, "postalCode"))
                .country(Json.text(o, "country"))
                .build();
    }
}
