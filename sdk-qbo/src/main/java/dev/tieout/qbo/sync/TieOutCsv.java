package dev.tieout.qbo.sync;

import dev.tieout.internal.Given;
import dev.tieout.qbo.text.internal.Csv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the entries of a tie-out as CSV (RFC 4180) while they come, the names of the columns first. A text that a spreadsheet
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
                entry.localId(),
                entry.remoteId(),
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
            to.append(Csv.line(cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
