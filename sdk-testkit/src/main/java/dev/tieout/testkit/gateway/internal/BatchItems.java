package dev.tieout.testkit.gateway.internal;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.json.JsonText;
import dev.tieout.testkit.company.internal.wire.XmlBody;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.history.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The items of a batch as the calls they stand for, for rules that look inside. */
final class BatchItems {
    private BatchItems() {}

    static List<Call> of(FakeRequest request, Call call) {
        if (!call.entity().equals("batch")) {
            return List.of();
        }
        List<Call> items = new ArrayList<>();
        try {
            for (JsonObject item : body(request).objects("BatchItemRequest")) {
                items.add(call(call.realm(), item));
            }
        } catch (JsonText.Malformed | XmlBody.Malformed broken) {
            return List.of();
        }
        return items;
    }

    private static JsonObject body(FakeRequest request) throws JsonText.Malformed, XmlBody.Malformed {
        boolean xml = request.headers().first("Content-Type").orElse("").contains("xml");
        return xml ? XmlBody.read(request.body()).content() : JsonText.object(request.body());
    }

    private static Call call(String realm, JsonObject item) {
        boolean voids = item.text("optionsData", "").toLowerCase(Locale.ROOT).contains("void");
        String operation = voids ? "void" : item.text("operation", "query").toLowerCase(Locale.ROOT);
        for (String name : item.names()) {
            if (item.object(name) != null) {
                return new Call(realm, name.toLowerCase(Locale.ROOT), operation);
            }
        }
        return new Call(realm, "", operation);
    }
}
