package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.BatchFault;
import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.Envelopes;
import dev.tieout.testkit.company.internal.wire.FaultCode;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.exchange.FakeResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Batches (QuickBooks facts P5): up to 30 items, each for itself, one failure touches no other; the answer is 200 even if all
 * fail. Executed in the order sent unless a switch turns it round; a repeat of request id and bId gives the item's first
 * good answer, also from another batch.
 */
final class Batches {
    private static final int MOST_ITEMS = 30;

    private static final int LONGEST_REQUEST_ID = 36;
    private static final int LONGEST_ITEM_ID = 10;

    private final Ledger ledger;
    private final Records records;
    private final Queries queries;
    private final Map<String, JsonObject> answered = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    Batches(Ledger ledger, Records records, Queries queries) {
        this.ledger = ledger;
        this.records = records;
        this.queries = queries;
    }

    FakeResponse batch(Call call) {
        JsonObject body = call.object("IntuitBatchRequest");
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
            throw QboFault.of(2020, "Batch Request is Empty", "BatchItemRequest");
        }
        if (items.size() > MOST_ITEMS) {
            throw QboFault.of(1040, "Batch size exceeds the allowed limit of " + MOST_ITEMS + " items.");
        }
        String requestId = requestId(call, items);
        List<JsonObject> order = new ArrayList<>(items);
        if (ledger.switches().on(CompanySwitch.BATCHES_RUN_BACKWARDS)) {
            Collections.reverse(order);
        }
        List<Object> responses = new ArrayList<>();
        order.forEach(item -> responses.add(remembered(item, call, requestId)));
        return Envelopes.success(JsonObject.of("BatchItemResponse", responses), call.now(), call.xml(), call.tid());
    }

    /** The request id that answers are remembered under, empty if none; bad forms and repeats may be refused. */
    private String requestId(Call call, List<JsonObject> items) {
        String requestId = call.request().parameter("requestid").orElse("");
        if (requestId.isEmpty() || ledger.switches().on(CompanySwitch.REQUEST_IDS_IGNORED)) {
            return "";
        }
        if (requestId.length() > LONGEST_REQUEST_ID) {
            throw QboFault.of(
                    2130, "Invalid Request Id Format : the request id of a batch has more than 36 characters.");
        }
        for (JsonObject item : items) {
            if (item.text("bId", "").length() > LONGEST_ITEM_ID) {
                throw QboFault.of(2130, "Invalid Request Id Format : a bId has more than 10 characters.");
            }
        }
        if (!seen.add(requestId) && ledger.switches().on(CompanySwitch.REQUEST_ID_REPEAT_IS_600)) {
            throw QboFault.of(600, "Duplicate Request ID");
        }
        boolean answered = items.stream().anyMatch(item -> this.answered.containsKey(key(requestId, item)));
        if (answered && ledger.switches().on(CompanySwitch.REQUEST_ID_REPEAT_IS_6000)) {
            throw QboFault.business("Unexpected Internal Error. (-30000)");
        }
        return requestId;
    }

    private static String key(String requestId, JsonObject item) {
        return requestId + "/" + item.text("bId", "");
    }

    private JsonObject remembered(JsonObject item, Call call, String requestId) {
        Optional<BatchFault> struck = call.faults().strike(entity(item), operation(item));
        if (struck.isPresent() && !struck.get().afterCommit()) {
            return refused(struck.get(), item);
        }
        JsonObject earlier = requestId.isEmpty() ? null : answered.get(key(requestId, item));
        JsonObject response = earlier == null ? answer(item, call) : earlier;
        if (!requestId.isEmpty() && !response.has("Fault")) {
            answered.put(key(requestId, item), response.copy());
        }
        return struck.isPresent() ? refused(struck.get(), item) : response;
    }

    private static JsonObject refused(BatchFault struck, JsonObject item) {
        int code = Integer.parseInt(struck.code());
        String detail = struck.detail();
        QboFault fault = QboFault.of(code, detail == null ? FaultCode.of(code).detail() : detail, "");
        return JsonObject.of("Fault", Envelopes.fault(fault), "bId", item.text("bId"));
    }

    private static String entity(JsonObject item) {
        for (String name : item.names()) {
            EntityKind kind = EntityKind.named(name);
            if (kind != null && item.object(name) != null) {
                return kind.path();
            }
        }
        return "";
    }

    private static String operation(JsonObject item) {
        if (item.has("Query") || item.has("query")) {
            return "query";
        }
        String given = item.text("operation", "").toLowerCase(Locale.ROOT);
        return options(item).contains("void") ? "void" : given;
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
