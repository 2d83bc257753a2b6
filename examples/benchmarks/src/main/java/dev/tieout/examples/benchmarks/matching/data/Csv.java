package dev.tieout.examples.benchmarks.matching.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads CSV files with a header. */
final class Csv {
    private Csv() {}

    /** Reads a file; blanks around a field do not count. */
    static <T> List<T> read(Path file, Function<Row, T> row) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            List<T> rows = new ArrayList<>();
            List<String> columns = List.of();
            for (CsvRecord record : reader) {
                List<String> fields = record.getFields();
                if (columns.isEmpty()) {
                    columns = fields.stream().map(String::strip).toList();
                } else {
                    rows.add(row.apply(
                            new Row(columns, fields.stream().map(String::strip).toArray(String[]::new))));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
