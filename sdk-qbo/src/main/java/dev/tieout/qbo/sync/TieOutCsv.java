package dev.tieout.qbo.sync;

import dev.tieout.internal.Given;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the entries of a tie-out as CSV (RFC 4180) while they come, the names of the columns first. An id that a spreadsheet
 * would take for a formula begins with an apostrophe. Not thread-safe; the writer is the caller's to close.
 */
public final class TieOutCsv implements Consumer<TieOut.Entry> {
    private static final List<String> COLUMNS = List.of(
            "kind",
            "localId",
            "remoteId",
            "result",
            "date",
            "currency",
            "appAmount",
            "quickBooksAmount",
            "balance",
            "applied",
            "openCredit",
            "fields");

    private final Appendable to;

    /**
     * Begins a file.
     *
     * @param to where it goes
     * @throws UncheckedIOException if it cannot be written
     */
    public TieOutCsv(Appendable to) {
        this.to = Given.value("to", to);
        row(COLUMNS.toArray());
    }

    @Override
    public void accept(TieOut.Entry entry) {
        row(
                entry.kind(),
                plain(entry.localId()),
                plain(entry.remoteId()),
                entry.result(),
                entry.date(),
                entry.currency(),
                entry.appAmount(),
                entry.quickBooksAmount(),
                entry.balance(),
                entry.applied(),
                entry.openCredit(),
                String.join(" ", new TreeSet<>(entry.fields())));
    }

    private void row(@Nullable Object... cells) {
        try {
            to.append(Arrays.stream(cells).map(TieOutCsv::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String plain(@Nullable Object id) {
        if (id == null) {
            return null;
        }
        String text = id.toString();
        return "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
