package dev.tieout.testkit.company.internal.query;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One comparison of a query, ready to be put to records. */
final class Criterion {
    private final Property property;
    private final String operator;
    private final List<String> values;
    private final List<Comparable<?>> wanted = new ArrayList<>();
    private final boolean blank;
    private final @Nullable Pattern pattern;
    private final LocalDate today;

    Criterion(Property property, String operator, List<String> values, LocalDate today) {
        this.property = property;
        this.operator = operator;
        this.values = values;
        this.today = today;
        this.blank = values.size() == 1 && values.get(0).isBlank();
        this.pattern = operator.equals("like") ? pattern(values.get(0)) : null;
        if (!blank && pattern == null) {
            for (String value : values) {
                Comparable<?> comparable = property.comparable(value, today);
                if (comparable == null) {
                    throw QboFault.of(
                            4001, "QueryValidationError: value " + value + " is not valid for " + property.top());
                }
                wanted.add(comparable);
            }
        }
    }

    /** The test that hides inactive rows; a row without the field is active. */
    static Criterion active(EntityKind kind, LocalDate today) {
        return new Criterion(Property.own(kind, "Active"), "!=", List.of("false"), today);
    }

    Property property() {
        return property;
    }

    List<String> values() {
        return values;
    }

    /** Whether an index can answer: one of a few values is asked for. */
    boolean pointed() {
        return !blank && (operator.equals("=") || operator.equals("in"));
    }

    /** The moment from which rows can meet a test of the time of change; null if it is another test. */
    @Nullable
    Instant since() {
        boolean lower = operator.equals(">") || operator.equals(">=") || operator.equals("=");
        return property.isUpdateTime() && lower && !blank ? Times.moment(dateText(values.get(0))) : null;
    }

    private String dateText(String value) {
        return value.equalsIgnoreCase("CURRENT_DATE") ? today.toString() : value;
    }

    boolean meets(JsonObject record) {
        List<Object> own = property.values(record);
        if (blank) {
            return operator.equals("!=") != own.isEmpty();
        }
        if (own.isEmpty()) {
            return operator.equals("!=");
        }
        return own.stream().anyMatch(this::meetsValue);
    }

    private boolean meetsValue(Object value) {
        if (pattern != null) {
            return pattern.matcher(value.toString()).matches();
        }
        Comparable<?> own = property.comparable(value, today);
        if (own == null) {
            return false;
        }
        return switch (operator) {
            case "in" -> wanted.stream().anyMatch(one -> compare(own, one) == 0);
            case "=" -> compare(own, wanted.get(0)) == 0;
            case "!=" -> compare(own, wanted.get(0)) != 0;
            case "<" -> compare(own, wanted.get(0)) < 0;
            case ">" -> compare(own, wanted.get(0)) > 0;
            case "<=" -> compare(own, wanted.get(0)) <= 0;
            default -> compare(own, wanted.get(0)) >= 0;
        };
    }

    /** Orders two keys; absent ones come first, keys of different kinds by their text. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static int compare(@Nullable Comparable<?> one, @Nullable Comparable<?> other) {
        if (one == null || other == null) {
            return one == other ? 0 : one == null ? -1 : 1;
        }
        if (one.getClass() != other.getClass()) {
            return one.toString().compareTo(other.toString());
        }
        return ((Comparable) one).compareTo(other);
    }

    private static Pattern pattern(String like) {
        StringBuilder regex = new StringBuilder();
        for (String part : like.split("%", -1)) {
            regex.append(regex.length() == 0 ? "" : ".*").append(part.isEmpty() ? "(?:)" : Pattern.quote(part));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
