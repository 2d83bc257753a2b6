package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RealmId;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.internal.Given;
import dev.tieout.matching.Bucket;
import dev.tieout.model.ClientKind;
import dev.tieout.qbo.json.internal.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

// Longer than others: every component, written and read.
/**
 * Plans as JSON: one form, one order of members, so that equal plans are equal texts. Format 1: members may be added and are
 * ignored by readers that do not know them.
 */
final class PlanJson {
    private static final String FORMAT = "1";

    private PlanJson() {}

    static String write(SetupPlan plan) {
        Map<String, Object> json = head(plan, "clients");
        json.put("clients", plan.clients().stream().map(PlanJson::client).toList());
        json.put("customers", plan.customers().stream().map(PlanJson::customer).toList());
        return end(plan, json);
    }

    static String write(ServiceItemPlan plan) {
        Map<String, Object> json = head(plan, "service_items");
        json.put(
                "serviceItems",
                plan.serviceItems().stream().map(PlanJson::serviceItem).toList());
        json.put("items", plan.items().stream().map(PlanJson::item).toList());
        return end(plan, json);
    }

    static SetupPlan clients(String text) {
        return read(
                "clients",
                text,
                (head, json) -> new SetupPlan(
                        head.tenant(),
                        head.realm(),
                        head.madeAt(),
                        list(json, "clients", PlanJson::client),
                        list(json, "customers", PlanJson::customer),
                        list(json, "decisions", PlanJson::decision),
                        list(json, "decidedBefore", PlanJson::before)));
    }

    static ServiceItemPlan serviceItems(String text) {
        return read(
                "service_items",
                text,
                (head, json) -> new ServiceItemPlan(
                        head.tenant(),
                        head.realm(),
                        head.madeAt(),
                        list(json, "serviceItems", PlanJson::serviceItem),
                        list(json, "items", PlanJson::item),
                        list(json, "decisions", PlanJson::decision),
                        list(json, "decidedBefore", PlanJson::before)));
    }

    static String digest(String json) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private record Head(TenantId tenant, RealmId realm, Instant madeAt) {}

    private interface Body<P> {
        P read(Head head, Map<String, Object> json);
    }

    private static Map<String, Object> head(Plan<?, ?, ?> plan, String of) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("plan", of);
        json.put("tenant", plan.tenant());
        json.put("realm", plan.realm());
        json.put("madeAt", plan.madeAt());
        return json;
    }

    private static String end(Plan<?, ?, ?> plan, Map<String, Object> json) {
        json.put("decisions", plan.decisions().stream().map(PlanJson::decision).toList());
        if (!plan.decidedBefore().isEmpty()) {
            json.put(
                    "decidedBefore",
                    plan.decidedBefore().stream().map(PlanJson::before).toList());
        }
        return Json.write(json);
    }

    private static <P> P read(String of, String text, Body<P> body) {
        Map<String, Object> json = Json.read(Given.value("json", text));
        String found = Json.required(json, "plan");
        if (!Json.required(json, "format").equals(FORMAT) || !found.equals(of)) {
            throw new IllegalArgumentException("this is not a plan of " + of + " in format " + FORMAT
                    + ": was it written by a newer version, or for the other setup?");
        }
        try {
            Head head = new Head(
                    TenantId.of(Json.required(json, "tenant")),
                    RealmId.of(Json.required(json, "realm")),
                    Instant.parse(Json.required(json, "madeAt")));
            return body.read(head, json);
        } catch (DateTimeException | NumberFormatException | ClassCastException e) {
            // Not their own messages, which quote what was written.
            throw new IllegalArgumentException("a member of this plan is not of its form: was it changed by hand?");
        }
    }

    private static <T> List<T> list(Map<String, Object> json, String name, Function<Map<String, Object>, T> reader) {
        return Json.objects(json, name).stream().map(reader).toList();
    }

    private static Map<String, Object> decision(SetupDecision decision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("action", decision.action());
        put(json, "local", decision.local());
        put(json, "remote", decision.remote());
        return json;
    }

    private static SetupDecision decision(Map<String, Object> json) {
        return new SetupDecision(
                word(SetupDecision.Action.class, json, "action"), local(json, "local"), remote(json, "remote"));
    }

    private static Map<String, Object> before(DecidedBefore before) {
        Map<String, Object> json = decision(before.decision());
        put(json, "by", before.by());
        put(json, "at", before.at());
        return json;
    }

    private static DecidedBefore before(Map<String, Object> json) {
        return new DecidedBefore(decision(json), Json.text(json, "by"), Json.instant(json, "at"));
    }

    private static Map<String, Object> client(SetupClient client) {
        Map<String, Object> json = line(client.id(), client.displayName(), client.bucket());
        put(json, "customer", client.customer());
        json.put("linked", client.linked());
        json.put("why", client.why());
        inactive(json, client.active());
        contact(json, client.contact());
        json.put("changes", changes(client.changes()));
        put(json, "nameTakenBy", client.nameTakenBy());
        json.put(
                "candidates",
                client.candidates().stream()
                        .map(option -> option(
                                option.customer(),
                                option.displayName(),
                                option.confidence(),
                                option.why(),
                                option.changes()))
                        .toList());
        return json;
    }

    private static SetupClient client(Map<String, Object> json) {
        return new SetupClient(
                LocalId.of(Json.required(json, "id")),
                Json.required(json, "name"),
                word(Bucket.class, json, "bucket"),
                remote(json, "customer"),
                Json.flag(json, "linked"),
                Json.required(json, "why"),
                !Json.flag(json, "inactive"),
                contact(json),
                list(json, "changes", PlanJson::change),
                list(
                        json,
                        "candidates",
                        option -> new SetupClient.Option(
                                RemoteId.of(Json.required(option, "id")),
                                Json.required(option, "name"),
                                confidence(option),
                                Json.required(option, "why"),
                                list(option, "changes", PlanJson::change))),
                Json.text(json, "nameTakenBy"));
    }

    private static void inactive(Map<String, Object> json, boolean active) {
        if (!active) {
            json.put("inactive", true);
        }
    }

    private static Map<String, Object> serviceItem(SetupServiceItem item) {
        Map<String, Object> json = line(item.id(), item.name(), item.bucket());
        put(json, "item", item.item());
        json.put("linked", item.linked());
        json.put("why", item.why());
        json.put("changes", changes(item.changes()));
        json.put(
                "candidates",
                item.candidates().stream()
                        .map(option -> option(
                                option.item(), option.name(), option.confidence(), option.why(), option.changes()))
                        .toList());
        return json;
    }

    private static SetupServiceItem serviceItem(Map<String, Object> json) {
        return new SetupServiceItem(
                LocalId.of(Json.required(json, "id")),
                Json.required(json, "name"),
                word(Bucket.class, json, "bucket"),
                remote(json, "item"),
                Json.flag(json, "linked"),
                Json.required(json, "why"),
                list(json, "changes", PlanJson::change),
                list(
                        json,
                        "candidates",
                        option -> new SetupServiceItem.Option(
                                RemoteId.of(Json.required(option, "id")),
                                Json.required(option, "name"),
                                confidence(option),
                                Json.required(option, "why"),
                                list(option, "changes", PlanJson::change))));
    }

    private static Map<String, Object> customer(SetupCustomer customer) {
        Map<String, Object> json = line(customer.id(), customer.displayName(), customer.bucket());
        inactive(json, customer.active());
        contact(json, customer.contact());
        put(json, "client", customer.client());
        json.put("claimedBy", customer.claimedBy());
        return json;
    }

    private static SetupCustomer customer(Map<String, Object> json) {
        return new SetupCustomer(
                RemoteId.of(Json.required(json, "id")),
                Json.required(json, "name"),
                !Json.flag(json, "inactive"),
                contact(json),
                word(Bucket.class, json, "bucket"),
                local(json, "client"),
                Json.texts(json, "claimedBy").stream().map(LocalId::of).toList());
    }

    private static Map<String, Object> item(SetupItem item) {
        Map<String, Object> json = line(item.id(), item.name(), item.bucket());
        json.put("type", item.type());
        put(json, "serviceItem", item.serviceItem());
        json.put("claimedBy", item.claimedBy());
        return json;
    }

    private static SetupItem item(Map<String, Object> json) {
        return new SetupItem(
                RemoteId.of(Json.required(json, "id")),
                Json.required(json, "name"),
                Json.required(json, "type"),
                word(Bucket.class, json, "bucket"),
                local(json, "serviceItem"),
                Json.texts(json, "claimedBy").stream().map(LocalId::of).toList());
    }

    private static Map<String, Object> line(Object id, String name, Bucket bucket) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("name", name);
        json.put("bucket", bucket);
        return json;
    }

    private static void contact(Map<String, Object> json, SetupContact contact) {
        json.put("kind", contact.kind());
        put(json, "email", contact.email());
        put(json, "phone", contact.phone());
    }

    private static SetupContact contact(Map<String, Object> json) {
        return new SetupContact(
                word(ClientKind.class, json, "kind"), Json.text(json, "email"), Json.text(json, "phone"));
    }

    private static List<Map<String, Object>> changes(List<FieldChange> changes) {
        return changes.stream().map(PlanJson::change).toList();
    }

    private static Map<String, Object> change(FieldChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", change.field());
        put(json, "quickBooks", change.quickBooks());
        put(json, "app", change.app());
        return json;
    }

    private static FieldChange change(Map<String, Object> json) {
        return new FieldChange(Json.required(json, "field"), Json.text(json, "quickBooks"), Json.text(json, "app"));
    }

    private static Map<String, Object> option(
            RemoteId id, String name, double confidence, String why, List<FieldChange> changes) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("name", name);
        // Seventeen digits bring every double back; its own text depends on the JDK.
        json.put("confidence", new BigDecimal(confidence).round(new MathContext(17)));
        json.put("why", why);
        json.put("changes", changes(changes));
        return json;
    }

    private static double confidence(Map<String, Object> json) {
        return Double.parseDouble(Json.required(json, "confidence"));
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static @Nullable LocalId local(Map<String, Object> json, String name) {
        @Nullable String id = Json.text(json, name);
        return id == null ? null : LocalId.of(id);
    }

    private static @Nullable RemoteId remote(Map<String, Object> json, String name) {
        @Nullable String id = Json.text(json, name);
        return id == null ? null : RemoteId.of(id);
    }

    private static <E extends Enum<E>> E word(Class<E> type, Map<String, Object> json, String name) {
        String word = Json.required(json, name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "'" + name + "' of a plan is a word that this version does not know: preview again");
    }
}
