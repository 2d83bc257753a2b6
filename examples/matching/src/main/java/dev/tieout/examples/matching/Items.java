package dev.tieout.examples.matching;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.examples.matching.Table.Row;
import dev.tieout.matching.Bucket;
import dev.tieout.matching.MatchDecisions;
import dev.tieout.matching.items.ItemCandidate;
import dev.tieout.matching.items.ItemExplanation;
import dev.tieout.matching.items.ItemMatch;
import dev.tieout.matching.items.ItemMatchPlan;
import dev.tieout.matching.items.ItemMatcher;
import dev.tieout.matching.items.ItemRecord;
import dev.tieout.matching.items.ItemRecordMatch;
import dev.tieout.model.ServiceItem;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same command for two lists of service items. */
final class Items {
    private final Arguments args;
    private final PrintStream out;
    private final Ids ids = new Ids();

    Items(Arguments args, PrintStream out) {
        this.args = args;
        this.out = out;
    }

    void run() {
        List<ServiceItem> items = new ArrayList<>();
        new Table(args.clients(), List.of("item_id", "name")).rows(Items::item).forEach(items::add);
        List<ItemRecord> records = new ArrayList<>();
        new Table(args.customers(), List.of("item_id", "name"))
                .rows(this::record)
                .forEach(records::add);
        ItemMatchPlan plan = ItemMatcher.match(items, records, MatchDecisions.none());
        Path file = args.out();
        if (file != null) {
            write(plan, file);
            out.println("items " + plan.itemCounts() + ", QuickBooks items " + plan.recordCounts());
        }
        String wanted = args.explain();
        if (wanted != null) {
            explain(plan, LocalId.of(wanted));
        }
    }

    private static ServiceItem item(Row row) {
        return ServiceItem.builder(Records.localId(row, "item_id"), name(row))
                .code(row.firstOf("code", "sku"))
                .description(row.orNull("description"))
                .rate(amount(row, "rate", "unit_price"))
                .taxRate(amount(row, "tax_rate", "tax"))
                .taxable(row.flag("taxable", false))
                .active(row.flag("active", true))
                .build();
    }

    private ItemRecord record(Row row) {
        String type = row.orNull("type");
        return ItemRecord.builder(ids.remote(Records.localId(row, "item_id").value()), name(row))
                .fullyQualifiedName(row.orNull("fully_qualified_name"))
                .sku(row.firstOf("sku", "code"))
                .unitPrice(amount(row, "unit_price", "rate"))
                .taxRate(amount(row, "tax_rate", "tax"))
                .taxable(row.orNull("taxable") == null ? null : (Boolean) row.flag("taxable", false))
                .type(type == null ? "Service" : type)
                .active(row.flag("active", true))
                .build();
    }

    private static String name(Row row) {
        String name = row.orNull("name");
        if (name == null) {
            throw row.bad("name", "is empty");
        }
        return name;
    }

    private static @Nullable BigDecimal amount(Row row, String column, String otherColumn) {
        String value = row.orNull(column);
        String used = value == null ? otherColumn : column;
        value = value == null ? row.orNull(otherColumn) : value;
        if (value == null) {
            return null;
        }
        try {
            return new BigDecimal(value.trim().replace("%", "").replace("$", "").replace(",", ""));
        } catch (NumberFormatException e) {
            throw row.bad(used, "is no number");
        }
    }

    private void write(ItemMatchPlan plan, Path file) {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("client_item_id", "qbo_item_id", "category", "score");
            for (ItemMatch item : plan.items()) {
                row(csv, item);
            }
            for (ItemRecordMatch r : plan.records()) {
                if (r.bucket() == Bucket.NEW
                        || (r.bucket() == Bucket.DUPLICATE && r.candidates().isEmpty())) {
                    csv.writeRecord("", ids.text(r.record()), r.bucket().name(), "");
                }
            }
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be written");
        }
    }

    private void row(CsvWriter csv, ItemMatch item) {
        String id = item.item().value();
        RemoteId record = item.record();
        if (record != null) {
            csv.writeRecord(id, ids.text(record), "MATCH", Predictions.score(item.confidence()));
            return;
        }
        boolean several =
                item.bucket() == Bucket.DUPLICATE && !item.candidates().isEmpty();
        if (!several) {
            csv.writeRecord(id, "", item.bucket().name(), "");
        }
        for (ItemCandidate c : item.candidates()) {
            csv.writeRecord(
                    id, ids.text(c.record()), several ? "DUPLICATE" : "REVIEW", Predictions.score(c.confidence()));
        }
    }

    private void explain(ItemMatchPlan plan, LocalId id) {
        ItemMatch match = plan.item(id).orElseThrow(() -> new BadInput("no item has the id " + id));
        RemoteId record = match.record() != null
                ? match.record()
                : match.candidates().isEmpty()
                        ? null
                        : match.candidates().get(0).record();
        out.println("item " + id + ": " + match.bucket());
        if (record != null) {
            ItemExplanation e = plan.explain(id, record);
            out.println("against item " + ids.text(record) + ", confidence " + e.confidence());
            e.evidence().forEach(v -> out.println("  " + v));
            e.contradictions().forEach(c -> out.println("  against it: " + c));
            e.differences().forEach(d -> out.println("  differs: " + d));
        }
    }
}
