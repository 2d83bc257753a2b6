package dev.tieout.qbo.confluence;

import dev.tieout.LocalId;
import dev.tieout.qbo.Company;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a course came to: both sides raw, and what the library says of each record; ids and times left out. */
final class Ends {
    /** What both sides agree on before a scenario. */
    static final List<String> AGREED = List.of("c-1", "c-2", "s-1", "s-2", "i-1", "i-2", "i-3", "i-4", "p-1", "p-2");

    private static final List<String> RECORDS =
            Stream.concat(AGREED.stream(), Slots.NEW.stream()).toList();

    /** Ids and versions are given in the order of writes; the number of an invoice too, for QuickBooks numbers them. */
    private static final Set<String> COUNTED = Set.of("Id", "SyncToken", "MetaData", "LineNum", "domain", "sparse");

    private Ends() {}

    static SyncStatus status(Course course, String id) {
        Company company = course.firm().company;
        LocalId local = LocalId.of(id);
        return switch (id.charAt(0)) {
            case 'c' -> company.clients().status(local);
            case 's' -> company.serviceItems().status(local);
            case 'i' -> company.invoices().status(local);
            default -> company.payments().status(local);
        };
    }

    static Map<String, String> of(Course course) {
        Map<String, String> ends = new TreeMap<>();
        for (String id : RECORDS.stream().filter(course::has).toList()) {
            SyncStatus status = status(course, id);
            ends.put(id + " status", said(status));
            ends.put(id + " app", inApp(course, id));
            ends.put(id + " QuickBooks", inQuickBooks(course, id, status.state()));
        }
        for (String entity : List.of("Customer", "Item", "Invoice", "Payment")) {
            ends.put(
                    entity,
                    course.firm().books.all(entity).size() + (entity.equals("Invoice") ? deleted(course) : 0) + "");
        }
        return ends;
    }

    /** What differs between two ends, each with both. */
    static List<String> differing(Map<String, String> one, Map<String, String> other) {
        return one.entrySet().stream()
                .filter(e -> !e.getValue().equals(other.get(e.getKey())))
                .map(e -> e.getKey() + ": " + e.getValue() + "\n      but: " + other.get(e.getKey()))
                .toList();
    }

    /** Deleted ones count, so that what was made twice shows. */
    private static int deleted(Course course) {
        return (int) RECORDS.stream()
                .filter(id -> id.startsWith("i-") && course.has(id))
                .filter(id ->
                        course.firm().books.find("Invoice", course.remote(id)).isEmpty())
                .count();
    }

    private static String said(SyncStatus status) {
        String cause = status.problem() == null ? "" : status.problem().cause().toString();
        // Who changed a value last is told as it is, and differs where one side knew of the other's edit.
        if (cause.equals(ProblemCause.BOTH_CHANGED.toString())
                || cause.equals(ProblemCause.CHANGED_IN_QUICKBOOKS.toString())) {
            cause = "told";
        }
        String differences = status.differences().stream()
                .map(d -> name(d.field()) + ":" + d.app() + "/" + shown(d.quickBooks()) + ">" + d.becomes())
                .sorted()
                .collect(Collectors.joining(", "));
        String accepted = status.accepted().stream()
                .map(a -> name(a.field()) + ":" + a.app() + "/" + shown(a.quickBooks()) + " by " + a.by())
                .sorted()
                .collect(Collectors.joining(", "));
        return status.state() + " " + cause + " [" + differences + "] accepted [" + accepted + "]";
    }

    private static String name(String field) {
        return field.startsWith("Line#") ? "Line" : field;
    }

    /** Other lines are shown with their ids. */
    private static String shown(@Nullable String value) {
        return value == null ? "" : value.replaceAll("\\b\\d+: (?=[A-Z])", "");
    }

    private static String inApp(Course course, String id) {
        return switch (id.charAt(0)) {
            case 'c' -> fields(course.client(id));
            case 's' -> fields(course.item(id));
            case 'i' -> fields(course.invoice(id));
            default -> fields(course.payment(id));
        };
    }

    /** The records themselves say little of themselves. */
    private static String fields(Record record) {
        StringBuilder text = new StringBuilder();
        for (var component : record.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(record);
                text.append(component.getName())
                        .append('=')
                        .append(value(value))
                        .append(' ');
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return text.toString();
    }

    private static String value(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Ends::value).toList().toString();
        }
        return value instanceof Record record && record.getClass().getName().contains(".model.")
                ? "(" + fields(record) + ")"
                : String.valueOf(value);
    }

    /** Whoever comes second cannot void what is deleted, nor does the library delete what is void: both are an end. */
    private static String inQuickBooks(Course course, String id, SyncState state) {
        String entity = switch (id.charAt(0)) {
            case 'c' -> "Customer";
            case 's' -> "Item";
            case 'i' -> "Invoice";
            default -> "Payment";
        };
        return course.firm()
                .books
                .find(entity, course.remote(id))
                .map(json -> isVoid(json) ? "ended" : text("", Slots.NEW.contains(id) ? sent(json) : json))
                .orElse("ended");
    }

    /** What QuickBooks gives a new transaction of its own depends on when it is made: the client's address, a number. */
    private static Map<String, Object> sent(Map<String, Object> json) {
        Map<String, Object> sent = new HashMap<>(json);
        sent.keySet().removeAll(Set.of("BillAddr", "ShipAddr", "DocNumber"));
        sent.computeIfPresent("CustomerRef", (field, to) -> ((Map<?, ?>) to).get("value"));
        return sent;
    }

    private static boolean isVoid(Map<String, Object> json) {
        return String.valueOf(json.get("PrivateNote")).startsWith("Voided");
    }

    private static String text(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .filter(e -> !COUNTED.contains(String.valueOf(e.getKey())))
                    .map(e -> e.getKey() + "=" + text(String.valueOf(e.getKey()), e.getValue()))
                    .filter(text -> !text.endsWith("=[]") && !text.endsWith("={}"))
                    .sorted()
                    .collect(Collectors.joining(" ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            // Where a line stands among lines that the other side adds meanwhile is no fact of either.
            return list.stream().map(v -> text(name, v)).sorted().toList().toString();
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }
}
