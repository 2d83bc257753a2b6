package dev.tieout.qbo.fault;

import dev.tieout.internal.Given;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every code of QuickBooks that is known, with its meaning, kind and remedy (QuickBooks facts P3). Read from the table
 * {@code codes.tsv} beside this class.
 */
public final class FaultCatalog {
    private static final Map<String, Entry> ENTRIES = load();

    private FaultCatalog() {}

    /**
     * One known code. Immutable.
     *
     * @param code as Intuit writes it, without leading zeros
     * @param kind what kind of failure it usually is; the text of some codes decides otherwise
     * @param repeats how often the library itself repeats a call that failed so, although the kind alone would not
     * @param meaning what happened, in a few words
     * @param remedy what to do about it, in words for a person
     */
    public record Entry(String code, FaultKind kind, int repeats, String meaning, String remedy) {}

    /**
     * Looks up a code.
     *
     * @param code with or without leading zeros
     * @return empty if it is not known
     */
    public static Optional<Entry> find(String code) {
        return Optional.ofNullable(ENTRIES.get(normalise(code)));
    }

    /**
     * All known codes.
     *
     * @return in the order of the table
     */
    public static Collection<Entry> all() {
        return ENTRIES.values();
    }

    /**
     * A code in the one form that is compared: no leading zeros.
     *
     * @param code as it came, as {@code 003001}
     * @return as {@code 3001}
     */
    public static String normalise(String code) {
        String trimmed = Given.value("code", code).trim();
        int start = 0;
        while (start < trimmed.length() - 1 && trimmed.charAt(start) == '0') {
            start++;
        }
        return trimmed.substring(start);
    }

    static String meaning(String code, FaultKind kind) {
        @Nullable Entry entry = ENTRIES.get(code);
        if (entry != null && entry.kind() == kind) {
            return entry.meaning();
        }
        return switch (kind) {
            case TRANSIENT -> "QuickBooks could not be reached or failed for now";
            case THROTTLED -> "the company is asked too often";
            case REAUTHORIZE -> "the connection to the QuickBooks company is not accepted";
            case STALE -> "the record was changed since it was read";
            case NAME_TAKEN -> "the name is in use";
            case DUPLICATE_NUMBER -> "the number is in use";
            case NOT_FOUND -> "there is no such record, or no more";
            case BAD_REFERENCE -> "a record that it refers to is inactive or missing";
            case PERMISSION -> "the connecting user or the app may not do this";
            case SUBSCRIPTION -> "the company's QuickBooks subscription has lapsed";
            case CLOSED_PERIOD -> "the books are closed for its date";
            case NEEDS_FIX -> "QuickBooks refused the data";
            case CONFIGURATION -> "the app's keys, environment or addresses do not fit";
            case BUG -> "the request made no sense to QuickBooks";
            case OUTCOME_UNKNOWN -> "no clear answer came, so it may or may not have happened";
        };
    }

    static String remedy(String code, FaultKind kind) {
        @Nullable Entry entry = ENTRIES.get(code);
        if (entry != null && entry.kind() == kind) {
            return entry.remedy();
        }
        return switch (kind) {
            case TRANSIENT -> "Try again later.";
            case THROTTLED -> "Wait, then try again.";
            case REAUTHORIZE -> "Let an administrator of the company connect again.";
            case STALE -> "Read the record again, merge, and write with the new sync token.";
            case NAME_TAKEN -> "Link the record that has the name, or use another name.";
            case DUPLICATE_NUMBER -> "Look the number up: it may be the same record; otherwise use another number.";
            case NOT_FOUND -> "Check whether it was deleted or merged in QuickBooks.";
            case BAD_REFERENCE -> "Make the record active again in QuickBooks, or refer to another.";
            case PERMISSION -> "Check the rights of the connecting user and the features of the company's plan.";
            case SUBSCRIPTION -> "The firm must renew its QuickBooks subscription.";
            case CLOSED_PERIOD -> "Use a date after the closing date, or let an administrator reopen the period.";
            case NEEDS_FIX -> "Change the data, then try again.";
            case CONFIGURATION -> "Check client id, client secret and environment of the app.";
            case BUG -> "Please report it with the intuit_tid.";
            case OUTCOME_UNKNOWN -> "Repeat it with the same request id, or look whether it is there.";
        };
    }

    private static Map<String, Entry> load() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (@Nullable InputStream stream = FaultCatalog.class.getResourceAsStream("codes.tsv")) {
            if (stream == null) {
                throw new IllegalStateException("codes.tsv is missing beside FaultCatalog: the jar is damaged");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    Entry entry = parse(line);
                    entries.put(entry.code(), entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(entries);
    }

    private static Entry parse(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 5) {
            throw new IllegalStateException(
                    "codes.tsv: " + cells.length + " cells, want 5, in the line of " + cells[0]);
        }
        return new Entry(cells[0], FaultKind.valueOf(cells[1]), Integer.parseInt(cells[2]), cells[3], cells[4]);
    }
}
