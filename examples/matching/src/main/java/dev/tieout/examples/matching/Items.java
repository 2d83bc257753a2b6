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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The same command for two lists of service items. */
final class Items {
    private static final String TAXED = "TAX";
    private static final String NOT_TAXED = "NON";

    private final Arguments args;
    private final PrintStream out;
    private final Ids ids = new Ids();

    Items(Arguments args, PrintStream out) {
        this.args = args;
        this.out = out;
    }

    void run() {
        List<ServiceItem> items = new ArrayList<>();
        new Table(args.clients(), List.of()).rows(Items::item).forEach(items::add);
        List<ItemRecord> records = new ArrayList<>();
        new Table(args.customers(), List.of()).rows(this::record).forEach(records::add);
        ItemMatchPlan plan = match(items, records);
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

    private static ItemMatchPlan match(List<ServiceItem> items, List<ItemRecord> records) {
        try {
            return ItemMatcher.match(items, records, MatchDecisions.none());
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private static ServiceItem item(Row row) {
        return ServiceItem.builder(id(row, "client_item_id", "service_id", "client_id"), name(row))
                .code(row.firstOf("code", "sku", "item_code"))
                .description(row.orNull("description"))
                .rate(amount(row, "rate", "unit_price", "price"))
                .taxRate(taxRate(row))
                .taxable(
                        row.orNull("taxable") == null
                                ? TAXED.equalsIgnoreCase(taxCode(row))
                                : row.flag("taxable", false))
                .active(row.flag("active", true))
                .build();
    }

    private ItemRecord record(Row row) {
        String type = row.firstOf("type", "item_type");
        String name = name(row);
        String category = row.firstOf("category", "parent", "parent_name");
        String qualified = row.firstOf("fully_qualified_name", "full_name");
        return ItemRecord.builder(
                        ids.remote(id(row, "qbo_item_id", "customer_id").value()), name)
                .fullyQualifiedName(qualified == null && category != null ? category + ":" + name : qualified)
                .sku(row.firstOf("sku", "code", "item_code"))
                .unitPrice(amount(row, "unit_price", "rate", "price"))
                .taxRate(taxRate(row))
                .taxable(row.orNull("taxable") == null ? byCode(row) : (Boolean) row.flag("taxable", false))
                .type(type == null ? "Service" : type)
                .active(row.flag("active", true))
                .build();
    }

    private static LocalId id(Row row, String... others) {
        return Records.localId(row, row.firstFilled("item_id", "id", others));
    }

    private static String name(Row row) {
        return row.get(row.firstFilled("name", "item_name", "display_name"));
    }

    private static @Nullable BigDecimal amount(Row row, String... columns) {
        for (String column : columns) {
            String value = row.orNull(column);
            if (value != null) {
                return number(row, column, value);
            }
        }
        return null;
    }

    private static @Nullable BigDecimal taxRate(Row row) {
        return taxCode(row).isEmpty() ? amount(row, "tax_rate", "tax") : null;
    }

    /** What QuickBooks itself has in place of a rate: TAX, NON, or another code (QuickBooks fact T1). */
    private static String taxCode(Row row) {
        String value = row.firstOf("tax_rate", "tax");
        return value != null && Character.isLetter(value.strip().charAt(0)) ? value.strip() : "";
    }

    private static @Nullable Boolean byCode(Row row) {
        String code = taxCode(row);
        return code.isEmpty() ? null : (Boolean) !code.equalsIgnoreCase(NOT_TAXED);
    }

    private static BigDecimal number(Row row, String column, String value) {
        try {
            return new BigDecimal(value.trim().replace("%", "").replace("$", "").replace(",", ""));
        } catch (NumberFormatException e) {
            throw row.bad(column, "is no number");
        }
    }

    private void write(ItemMatchPlan plan, Path file) {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("client_id", "customer_id", "category", "score");
            for (ItemMatch item : plan.items()) {
                row(csv, plan, item);
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

    private void row(CsvWriter csv, ItemMatchPlan plan, ItemMatch item) {
        String id = item.item().value();
        RemoteId record = item.record();
        if (record != null) {
            csv.writeRecord(
                    id,
                    ids.text(record),
                    "MATCH",
                    Predictions.score(plan.explain(item.item(), record).score()));
            return;
        }
        boolean several =
                item.bucket() == Bucket.DUPLICATE && !item.candidates().isEmpty();
        if (!several) {
            csv.writeRecord(id, "", item.bucket().name(), "");
        }
        for (ItemCandidate c : item.candidates()) {
            csv.writeRecord(id, ids.text(c.record()), several ? "DUPLICATE" : "REVIEW", Predictions.score(c.score()));
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
            out.println("against item " + ids.text(record) + ": " + e.text(Locale.ENGLISH));
            out.println("  score " + Predictions.score(e.score()));
            e.evidence().forEach(v -> out.println("  " + v));
            e.contradictions().forEach(c -> out.println("  against it: " + c));
            e.differences().forEach(d -> out.println("  differs: " + d));
        }
    }
}
