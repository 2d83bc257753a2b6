package dev.tieout.qbo.kinds.internal.client;

import dev.tieout.LocalId;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ClientKind;
import dev.tieout.qbo.json.internal.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client as JSON: a staged record must survive a restart until it can be sent. */
final class ClientJson {
    private ClientJson() {}

    static String write(Client c) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("id", c.id());
        o.put("kind", c.kind().name());
        o.put("displayName", c.displayName());
        o.put("firstName", c.firstName());
        o.put("middleName", c.middleName());
        o.put("lastName", c.lastName());
        o.put("companyName", c.companyName());
        o.put("emails", c.emails());
        o.put("phones", c.phones());
        o.put("address", address(c.address()));
        o.put("active", c.active());
        return Json.write(o);
    }

    static Client read(String text) {
        Map<String, Object> o = Json.read(text);
        return Client.builder(LocalId.of(Json.required(o, "id")), Json.required(o, "displayName"))
                .kind(ClientKind.valueOf(Json.required(o, "kind")))
                .firstName(Json.text(o, "firstName"))
                .middleName(Json.text(o, "middleName"))
                .lastName(Json.text(o, "lastName"))
                .companyName(Json.text(o, "companyName"))
                .emails(Json.texts(o, "emails"))
                .phones(Json.texts(o, "phones"))
                .address(readAddress(o))
                .active(Json.flag(o, "active"))
                .build();
    }

    private static @Nullable Map<String, @Nullable Object> address(@Nullable Address address) {
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

    private static @Nullable Address readAddress(Map<String, ?> client) {
        if (!client.containsKey("address")) {
            return null;
        }
        Map<String, Object> o = Json.object(client, "address");
        return Address.builder()
                .lines(Json.texts(o, "lines"))
                .city(Json.text(o, "city"))
                .region(Json.text(o, "region"))
                .postalCode(Json.text(o, "postalCode"))
                .country(Json.text(o, "country"))
                .build();
    }
}
