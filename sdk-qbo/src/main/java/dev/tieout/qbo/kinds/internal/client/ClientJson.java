package dev.tieout.qbo.kinds.internal.client;

import dev.tieout.LocalId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientKind;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.kinds.internal.common.AddressJson;
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
        o.put("address", AddressJson.write(c.address()));
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
                .address(AddressJson.read(o, "address"))
                .active(Json.flag(o, "active"))
                .build();
    }
}
