package dev.tieout.examples.matching;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A CSV file with a header (UTF-8, RFC 4180), read row by row and never held. */
final class Table {
    private final Path file;
    private final List<String> required;

    Table(Path file, List<String> required) {
        this.file = file;
        this.required = required;
    }

    /** One row; a column that the file lacks reads as empty. */
    final class Row {
        private final CsvRecord record;
        private final Map<String, Integer> columns;

        private Row(CsvRecord record, Map<String, Integer> columns) {
            this.record = record;
            this.columns = columns;
        }

        String get(String column) {
            Integer index = columns.get(column);
            return index == null ? "" : record.getField(index);
        }

        @Nullable
        String orNull(String column) {
            String value = get(column);
            return value.isBlank() ? null : value;
        }

        /** The first of several columns that has a value. */
        @Nullable
        String firstOf(String... names) {
            for (String name : names) {
                String value = orNull(name);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }

        /** The name of the first of several columns that has a value. */
        String firstFilled(String column, String second, String... others) {
            for (String name :
                    Stream.concat(Stream.of(column, second), Stream.of(others)).toList()) {
                if (orNull(name) != null) {
                    return name;
                }
            }
            throw bad(column, "is empty");
        }

        boolean flag(String column, boolean ifEmpty) {
            String value = get(column).trim().toLowerCase(Locale.ROOT);
            return switch (value) {
                case "" -> ifEmpty;
                case "true", "1", "yes" -> true;
                case "false", "0", "no" -> false;
                default -> throw bad(column, "is neither true nor false");
            };
        }

        BadInput bad(String column, String reason) {
            return new BadInput(file.toString(), record.getStartingLineNumber(), column, reason);
        }
    }

    /** Reads the rows as they are iterated. */
    <T> Iterable<T> rows(Function<Row, T> read) {
        return () -> new Rows<>(read);
    }

    private final class Rows<T> implements Iterator<T> {
        private final Function<Row, T> read;
        private final CloseableIterator<CsvRecord> records;
        private final Map<String, Integer> columns;

        Rows(Function<Row, T> read) {
            this.read = read;
            try {
                PushbackReader reader = new PushbackReader(Files.newBufferedReader(file, StandardCharsets.UTF_8), 1);
                int first = reader.read();
                if (first >= 0 && first != 0xFEFF) {
                    reader.unread(first);
                }
                records = CsvReader.builder()
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .skipEmptyLines(true)
                        .ofCsvRecord(reader)
                        .iterator();
            } catch (IOException e) {
                throw new BadInput(file + ": cannot be read (" + reason(e) + ")");
            }
            columns = header();
        }

        private Map<String, Integer> header() {
            if (!more()) {
                throw new BadInput(
                        file.toString(),
                        1,
                        required.isEmpty() ? "1" : required.get(0),
                        "the file is empty: it needs a header");
            }
            CsvRecord header = records.next();
            Map<String, Integer> found = new HashMap<>();
            for (int i = 0; i < header.getFieldCount(); i++) {
                String name = header.getField(i).trim().toLowerCase(Locale.ROOT);
                if (found.put(name, i) != null) {
                    throw new BadInput(file.toString(), 1, name, "stands twice in the header");
                }
            }
            for (String name : required) {
                if (!found.containsKey(name)) {
                    throw new BadInput(file.toString(), 1, name, "is missing from the header");
                }
            }
            return found;
        }

        private boolean more() {
            try {
                return records.hasNext();
            } catch (CsvParseException e) {
                throw new BadInput(file + ": " + e.getMessage());
            } catch (UncheckedIOException e) {
                throw new BadInput(file + ": cannot be read (" + reason(e.getCause()) + ")");
            }
        }

        @Override
        public boolean hasNext() {
            return more();
        }

        @Override
        public T next() {
            if (!more()) {
                throw new NoSuchElementException();
            }
            CsvRecord record = records.next();
            if (record.getFieldCount() != columns.size()) {
                int at = Math.min(record.getFieldCount(), columns.size());
                throw new BadInput(
                        file.toString(),
                        record.getStartingLineNumber(),
                        String.valueOf(at + 1),
                        "the row has " + record.getFieldCount() + " fields, the header " + columns.size());
            }
            return read.apply(new Row(record, columns));
        }
    }

    private static String reason(@Nullable Throwable e) {
        if (e instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        return e == null ? "for no known reason" : e.getClass().getSimpleName();
    }
}
