package dev.tieout.qbo.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Both sides in one form: field to text, absent where there is nothing. Raw QuickBooks JSON on the one hand, a wish on
 * the other. Only form is levelled: scale of numbers, case of an e-mail, blanks at the ends, digits of a phone, the
 * suffix of an inactive name.
 */
final class Canon {
    private static final Pattern MARK = Pattern.compile("~[cspi]-\\d+(\\.\\d+)?~");
    private static final Pattern SUFFIX = Pattern.compile(" \\(deleted(-\\d+)?\\)$");

    private Canon() {}

    /** The first mark in a text, or {@code null}. */
    static String mark(Object text) {
        Matcher found = MARK.matcher(String.valueOf(text));
        return found.find() ? found.group() : null;
    }

    static String unmarked(String text) {
        return MARK.matcher(text).replaceAll("").strip();
    }

    /** A wish as QuickBooks would have to hold it; {@code place} gives the id there of a record of the app. */
    static Map<String, String> app(Wish wish, Function<String, String> place) {
        Map<String, String> to = new TreeMap<>();
        wish.fields.forEach((field, value) -> put(to, field, form(field, value)));
        switch (wish.kind) {
            case CLIENT, ITEM -> {
                to.put("active", String.valueOf(wish.active()));
                // Chosen when the item is made, and QuickBooks' own matter from then on.
                to.remove("account");
            }
            case INVOICE -> {
                put(to, "client", or(place.apply(wish.get("client")), "not there"));
                BigDecimal total = BigDecimal.ZERO;
                for (Map<String, String> line : wish.lines) {
                    total = total.add(new BigDecimal(line.get("amount")));
                    to.put("line " + line.get("mark"), line(line, or(place.apply(line.get("item")), "not there")));
                }
                to.put("total", number(total));
                to.putIfAbsent("currency", "USD");
            }
            case PAYMENT -> {
                put(to, "client", or(place.apply(wish.get("client")), "not there"));
                wish.allocations.forEach(
                        (invoice, amount) -> to.put("applied " + or(place.apply(invoice), invoice), number(amount)));
                to.putIfAbsent("currency", "USD");
            }
        }
        return to;
    }

    /** A record of QuickBooks as its raw JSON shows it. */
    static Map<String, String> books(Kind kind, Map<String, Object> raw, Function<String, String> methodName) {
        Map<String, String> to = new TreeMap<>();
        switch (kind) {
            case CLIENT -> client(raw, to);
            case ITEM -> {
                put(to, "name", name(raw, "Name"));
                put(to, "code", text(raw, "Sku"));
                put(to, "description", text(raw, "Description"));
                put(to, "rate", zeroIsNothing(number(raw.get("UnitPrice"))));
                put(to, "active", String.valueOf(!Boolean.FALSE.equals(raw.get("Active"))));
            }
            case INVOICE -> invoice(raw, to);
            case PAYMENT -> payment(raw, to, methodName);
        }
        return to;
    }

    private static void client(Map<String, Object> raw, Map<String, String> to) {
        put(to, "name", name(raw, "DisplayName"));
        put(to, "first", text(raw, "GivenName"));
        put(to, "middle", text(raw, "MiddleName"));
        put(to, "last", text(raw, "FamilyName"));
        put(to, "company", text(raw, "CompanyName"));
        put(to, "email", form("email", text(raw, "PrimaryEmailAddr", "Address")));
        put(to, "phone", form("phone", text(raw, "PrimaryPhone", "FreeFormNumber")));
        put(to, "line1", text(raw, "BillAddr", "Line1"));
        put(to, "city", text(raw, "BillAddr", "City"));
        put(to, "region", text(raw, "BillAddr", "CountrySubDivisionCode"));
        put(to, "postal", text(raw, "BillAddr", "PostalCode"));
        put(to, "active", String.valueOf(!Boolean.FALSE.equals(raw.get("Active"))));
    }

    /** The suffix belongs to a record that is inactive, and to no other. */
    private static String name(Map<String, Object> raw, String field) {
        String name = text(raw, field);
        return Boolean.FALSE.equals(raw.get("Active")) ? unsuffixed(name) : name;
    }

    static String unsuffixed(String name) {
        return name == null ? null : SUFFIX.matcher(name).replaceAll("");
    }

    static boolean suffixed(String name) {
        return name != null && SUFFIX.matcher(name).find();
    }

    private static void transaction(Map<String, Object> raw, Map<String, String> to) {
        put(to, "client", text(raw, "CustomerRef", "value"));
        put(to, "date", text(raw, "TxnDate"));
        put(to, "note", text(raw, "PrivateNote"));
        to.put("currency", or(text(raw, "CurrencyRef", "value"), "USD"));
    }

    private static void invoice(Map<String, Object> raw, Map<String, String> to) {
        transaction(raw, to);
        put(to, "number", text(raw, "DocNumber"));
        put(to, "due", text(raw, "DueDate"));
        put(to, "memo", text(raw, "CustomerMemo", "value"));
        put(to, "email", form("email", text(raw, "BillEmail", "Address")));
        put(to, "class", text(raw, "ClassRef", "value"));
        put(to, "location", text(raw, "DepartmentRef", "value"));
        BigDecimal tax = decimal(at(raw, "TxnTaxDetail", "TotalTax"));
        to.put("total", number(decimal(raw.get("TotalAmt")).subtract(tax)));
        List<String> foreign = new ArrayList<>();
        for (Map<String, Object> line : lines(raw)) {
            String type = text(line, "DetailType");
            String mark = mark(line.get("Description"));
            if (mark != null && "SalesItemLineDetail".equals(type)) {
                to.merge("line " + mark, line(line), (one, other) -> one + " and " + other);
            } else if (!"SubTotalLineDetail".equals(type)) {
                foreign.add(type + " " + text(line, "Description") + " " + number(line.get("Amount")));
            }
        }
        put(to, "foreign lines", foreign.isEmpty() ? null : foreign.toString());
    }

    private static void payment(Map<String, Object> raw, Map<String, String> to, Function<String, String> methodName) {
        transaction(raw, to);
        to.put("amount", number(raw.get("TotalAmt")));
        put(to, "reference", text(raw, "PaymentRefNum"));
        String method = text(raw, "PaymentMethodRef", "value");
        put(to, "method", method == null ? null : methodName.apply(method));
        for (Map<String, Object> line : lines(raw)) {
            for (Map<String, Object> link : objects(line.get("LinkedTxn"))) {
                String to2 = "Invoice".equals(text(link, "TxnType")) ? "" : text(link, "TxnType") + " ";
                to.put("applied " + to2 + text(link, "TxnId"), number(line.get("Amount")));
            }
        }
    }

    private static String line(Map<String, Object> line) {
        String quantity = number(at(line, "SalesItemLineDetail", "Qty"));
        String price = number(at(line, "SalesItemLineDetail", "UnitPrice"));
        return line(
                text(line, "SalesItemLineDetail", "ItemRef", "value"),
                quantity,
                price,
                number(line.get("Amount")),
                text(line, "Description"),
                text(line, "SalesItemLineDetail", "ClassRef", "value"));
    }

    private static String line(Map<String, String> line, String item) {
        return line(
                item,
                number(line.get("qty")),
                number(line.get("price")),
                number(line.get("amount")),
                line.get("description"),
                line.get("class"));
    }

    /** One unit where there is no quantity; the amount shared out where there is no price. */
    private static String line(
            String item, String quantity, String price, String amount, String description, String itsClass) {
        String units = quantity == null ? "1" : quantity;
        BigDecimal count = new BigDecimal(units);
        String each = price != null || amount == null || count.signum() == 0
                ? price
                : number(new BigDecimal(amount).divide(count, 7, RoundingMode.HALF_UP));
        return "item " + item + ", " + units + " x " + each + " = " + amount + ", " + description
                + (itsClass == null ? "" : ", class " + itsClass);
    }

    static List<Map<String, Object>> lines(Map<String, Object> raw) {
        return objects(raw.get("Line"));
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> objects(Object list) {
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }

    static Object at(Map<String, Object> raw, String... path) {
        Object value = raw;
        for (String name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    static String text(Map<String, Object> raw, String... path) {
        Object value = at(raw, path);
        return value == null ? null : value.toString();
    }

    static String number(Object value) {
        return value == null ? null : decimal(value).stripTrailingZeros().toPlainString();
    }

    static BigDecimal decimal(Object value) {
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }

    private static String zeroIsNothing(String number) {
        return "0".equals(number) ? null : number;
    }

    private static String form(String field, String value) {
        if (value == null) {
            return null;
        }
        return switch (field) {
            case "email" -> value.strip().toLowerCase(Locale.ROOT);
            case "phone" -> value.replaceAll("[^0-9]", "");
            case "amount" -> number(value);
            case "rate" -> zeroIsNothing(number(value));
            default -> value.strip();
        };
    }

    private static void put(Map<String, String> to, String field, String value) {
        if (value == null || value.isEmpty()) {
            to.remove(field);
        } else {
            to.put(field, value);
        }
    }

    private static String or(String value, String other) {
        return value == null ? other : value;
    }
}
