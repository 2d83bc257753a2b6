package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.Envelopes;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.exchange.FakeResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Batches (QuickBooks facts P5): up to 30 items, each for itself, one failure touches no other; the answer is 200 even
 * if all fail. Executed in the order sent; a repeat of request id and bId gives the item's first answer.
 */
final class Batches {
    private static final int MOST_ITEMS = 30;

    private final Records records;
    private final Queries queries;
    private final Map<String, JsonObject> answered = new HashMap<>();

    Batches(Records records, Queries queries) {
        this.records = records;
        this.queries = queries;
    }

    FakeResponse batch(Call call) {
        JsonObject body = call.json();
        for (String name : body.names()) {
            if (!name.equals("BatchItemRequest")) {
                throw QboFault.of(
                        2010,
                        "Property Name:Unrecognized field \"" + name
                                + "\" (class com.intuit.schema.finance.v3.IntuitBatchRequest), not marked as ignorable"
                                + " (1 known properties: \"BatchItemRequest\"])\n specified is unsupported or invalid");
            }
        }
        List<JsonObject> items = body.objects("BatchItemRequest");
        if (items.isEmpty()) {
            throw QboFault.missing("BatchItemRequest");
        }
        if (items.size() > MOST_ITEMS) {
            throw QboFault.of(1040, "Batch size exceeds the allowed limit of " + MOST_ITEMS + " items.");
        }
        List<Object> responses = new ArrayList<>();
        items.forEach(item -> responses.add(remembered(item, call)));
        return Envelopes.success(JsonObject.of("BatchItemResponse", responses), call.now(), call.xml(), call.tid());
    }

    private JsonObject remembered(JsonObject item, Call call) {
        String requestId = call.request().parameter("requestid").orElse("");
        String key = requestId + "/" + item.text("bId", "");
        JsonObject earlier = requestId.isEmpty() ? null : answered.get(key);
        if (earlier != null) {
            return earlier;
        }
        JsonObject response = answer(item, call);
        if (!requestId.isEmpty() && !response.has("Fault")) {
            answered.put(key, response.copy());
        }
        return response;
    }

    private JsonObject answer(JsonObject item, Call call) {
        JsonObject response;
        try {
            response = perform(item, call);
        } catch (QboFault fault) {
            response = JsonObject.of("Fault", Envelopes.fault(fault));
        }
        return response.set("bId", item.text("bId"));
    }

    private JsonObject perform(JsonObject item, Call call) {
        String query = item.text("Query", item.text("query", ""));
        if (!query.isEmpty()) {
            return JsonObject.of("QueryResponse", queries.response(query, call.now()));
        }
        JsonObject changes = item.object("CDCQuery");
        if (changes != null) {
            String names = changes.text("Entities", "");
            return JsonObject.of("CDCResponse", queries.changes(names, changes.text("ChangedSince", ""), call.now()));
        }
        for (String name : item.names()) {
            EntityKind kind = EntityKind.named(name);
            JsonObject record = item.object(name);
            if (kind != null && record != null) {
                String operation = item.text("operation", "").toLowerCase(Locale.ROOT);
                return JsonObject.of(kind.json(), records.perform(kind, operation, options(item), record, call));
            }
        }
        throw QboFault.of(2000, "Invalid or unsupported object name in the batch item.");
    }

    private static Set<String> options(JsonObject item) {
        Set<String> options = new LinkedHashSet<>();
        for (String option : item.text("optionsData", "").split(",")) {
            options.add(option.strip().toLowerCase(Locale.ROOT));
        }
        return options;
    }
}
