package dev.tieout.examples.quickstart;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.tieout.LocalId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientKind;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a practice app's export of clients; a bad one is refused with line, column and what was expected. */
final class ClientCsv {
    private static final List<String> HEADER =
            List.of("id", "kind", "name", "first_name", "last_name", "company", "email", "phone");

    private final String source;
    private final Set<String> ids = new HashSet<>();

    private ClientCsv(String source) {
        this.source = source;
    }

    static List<Client> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(file.toString(), reader);
        } catch (MalformedInputException e) {
            throw new BadInput(file + ": not UTF-8; save the file as UTF-8", e);
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    static List<Client> read(String source, Reader reader) throws IOException {
        return new ClientCsv(source).clients(reader);
    }

    private List<Client> clients(Reader reader) throws IOException {
        List<Client> clients = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(reader)) {
            boolean header = true;
            for (CsvRecord row : csv) {
                if (header) {
                    checkHeader(row);
                    header = false;
                } else {
                    clients.add(client(row));
                }
            }
            if (header) {
                throw new BadInput(source + ": empty; expected the header " + String.join(",", HEADER));
            }
        } catch (CsvParseException e) {
            throw new BadInput(source + ": no valid CSV: " + e.getMessage(), e);
        }
        return clients;
    }

    private void checkHeader(CsvRecord row) {
        for (int i = 0; i < HEADER.size(); i++) {
            String found = i < row.getFieldCount() ? row.getField(i).strip() : "nothing";
            if (i == 0 && found.startsWith("\uFEFF")) {
                found = found.substring(1);
            }
            if (!found.equalsIgnoreCase(HEADER.get(i))) {
                throw bad(row, i, "found '" + found + "', expected the column '" + HEADER.get(i) + "'");
            }
        }
    }

    private Client client(CsvRecord row) {
        if (row.getFieldCount() != HEADER.size()) {
            throw bad(
                    row,
                    Math.min(row.getFieldCount(), HEADER.size()),
                    "found " + row.getFieldCount() + " fields, expected " + HEADER.size());
        }
        String id = row.getField(0).strip();
        if (id.isEmpty()) {
            throw bad(row, 0, "empty, expected the client's id");
        }
        if (!ids.add(id)) {
            throw bad(row, 0, "'" + id + "' stands on an earlier line too, expected each id once");
        }
        String name = row.getField(2);
        if (name.isBlank()) {
            throw bad(row, 2, "empty, expected the client's display name");
        }
        return Client.builder(LocalId.of(id), name)
                .kind(kind(row))
                .firstName(text(row, 3))
                .lastName(text(row, 4))
                .companyName(text(row, 5))
                .emails(parts(row.getField(6)))
                .phones(parts(row.getField(7)))
                .build();
    }

    private ClientKind kind(CsvRecord row) {
        String kind = row.getField(1).strip();
        if (kind.isEmpty()) {
            return ClientKind.UNKNOWN;
        }
        return Stream.of(ClientKind.values())
                .filter(k -> k.name().equalsIgnoreCase(kind))
                .findFirst()
                .orElseThrow(
                        () -> bad(row, 1, "found '" + kind + "', expected INDIVIDUAL, HOUSEHOLD, BUSINESS or nothing"));
    }

    private static @Nullable String text(CsvRecord row, int column) {
        String text = row.getField(column).strip();
        return text.isEmpty() ? null : text;
    }

    private static List<String> parts(String text) {
        return Stream.of(text.split("[;,]"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private BadInput bad(CsvRecord row, int column, String what) {
        String name = column < HEADER.size() ? " (" + HEADER.get(column) + ")" : "";
        return new BadInput(
                source + ": line " + row.getStartingLineNumber() + ", column " + (column + 1) + name + ": " + what);
    }
}
