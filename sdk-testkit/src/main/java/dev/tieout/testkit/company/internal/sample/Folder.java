package dev.tieout.testkit.company.internal.sample;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.json.JsonText;
import dev.tieout.testkit.company.internal.rules.Numbering;
import dev.tieout.testkit.company.internal.serve.Ledger;
import dev.tieout.testkit.company.internal.state.Books;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.References;
import dev.tieout.testkit.company.internal.wire.Times;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A company as a folder with one query answer per entity: {@code Customer.json}, {@code Invoice.json}, … */
public final class Folder {
    private static final Set<String> WORDS =
            Set.of("TAX", "NON", "CustomSalesTax", "SHIPPING_ITEM_ID", "GRATUITY_ITEM_ID");

    private Folder() {}

    /** Loads a folder and returns a sentence for each reference that names nothing. */
    public static List<String> load(Path folder, Ledger ledger, Instant now) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no folder at " + folder + "; give one with files like Customer.json");
        }
        for (EntityKind kind : EntityKind.values()) {
            Path file = folder.resolve(kind.json() + ".json");
            if (Files.isRegularFile(file)) {
                ledger.load(now, kind, records(kind, file));
            }
        }
        InventedCompany.complete(ledger, now);
        List<String> complaints = settle(ledger, now);
        Numbering.catchUp(ledger.books());
        return List.copyOf(complaints);
    }

    private static List<JsonObject> records(EntityKind kind, Path file) {
        try {
            JsonObject answer = JsonText.object(Files.readAllBytes(file));
            JsonObject response = answer.object("QueryResponse");
            if (response == null) {
                throw new IllegalArgumentException("no QueryResponse in " + file + "; expected the answer to a query");
            }
            List<JsonObject> records = response.objects(kind.json());
            for (JsonObject record : records) {
                if (kind == EntityKind.PREFERENCES) {
                    record.set("Id", "1");
                }
                if (record.text("Id") == null) {
                    throw new IllegalArgumentException("a record without an Id in " + file);
                }
            }
            return records;
        } catch (JsonText.Malformed malformed) {
            throw new IllegalArgumentException(
                    file + ": " + malformed.place() + ": no JSON object: " + malformed.getMessage()
                            + "; expected the answer of a query",
                    malformed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /** Drops the names of references that can be looked up, so that they are live; complains of those that cannot. */
    private static List<String> settle(Ledger ledger, Instant now) {
        List<String> complaints = new ArrayList<>();
        Books books = ledger.books();
        for (EntityKind kind : EntityKind.values()) {
            List<JsonObject> settled = new ArrayList<>();
            books.table(kind).inOrder().forEach(record -> {
                JsonObject copy = record.copy();
                References.visit(kind.type(), copy, (path, target, reference) -> {
                    String id = reference.text("value", "");
                    if (books.find(target, id) != null) {
                        reference.set("name", null);
                    } else if (!WORDS.contains(id) && books.table(target).size() > 0) {
                        complaints.add(kind.json() + " " + record.text("Id") + " names " + target.json() + " " + id
                                + " in " + path + ", which does not exist");
                    }
                });
                settled.add(copy);
            });
            ledger.load(now, kind, settled);
        }
        return complaints;
    }

    /** Writes one file for each entity that has records. */
    public static void save(Path folder, Books books, Instant now) {
        try {
            Files.createDirectories(folder);
            for (EntityKind kind : EntityKind.values()) {
                List<Object> records = new ArrayList<>();
                books.table(kind).inOrder().forEach(records::add);
                Path file = folder.resolve(kind.json() + ".json");
                if (records.isEmpty()) {
                    Files.deleteIfExists(file);
                } else {
                    JsonObject response = JsonObject.of(
                            kind.json(),
                            records,
                            "startPosition",
                            BigDecimal.ONE,
                            "maxResults",
                            BigDecimal.valueOf(records.size()));
                    JsonObject answer = JsonObject.of("QueryResponse", response, "time", Times.envelope(now));
                    Files.write(file, JsonText.pretty(answer));
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write to " + folder, unwritable);
        }
    }
}
