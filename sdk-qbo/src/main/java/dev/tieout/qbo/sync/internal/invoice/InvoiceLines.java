package dev.tieout.qbo.sync.internal.invoice;

import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.InvoiceLine;
import dev.tieout.qbo.entity.Line;
import dev.tieout.qbo.entity.LineDetailType;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.entity.SalesItemLineDetail;
import dev.tieout.qbo.sync.internal.Names;
import dev.tieout.qbo.sync.internal.Projection;
import dev.tieout.qbo.sync.internal.Slice;
import dev.tieout.sync.ProblemCause;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of an invoice. QuickBooks takes and leaves them as a whole, and adds a subtotal line of its own. */
final class InvoiceLines {
    private InvoiceLines() {}

    static List<Line> build(ClientInvoice invoice, Slice.Links links) {
        return invoice.lines().stream()
                .map(line -> build(line, invoice.tax() != null, links))
                .toList();
    }

    private static Line build(InvoiceLine line, boolean taxIsGiven, Slice.Links links) {
        SalesItemLineDetail.Builder detail = SalesItemLineDetail.builder().itemRef(Ref.of(item(line, links)));
        if (line.unitPrice() != null) {
            detail.unitPrice(line.unitPrice()).qty(line.quantity());
        }
        if (line.classId() != null) {
            detail.classRef(Ref.of(line.classId()));
        }
        // In US companies TAX and NON are the only codes of a line (entities.md §3.9). An untaxed line is marked only
        // where the app states the tax, so that companies elsewhere keep their defaults.
        if (line.taxable()) {
            detail.taxCodeRef(Ref.of("TAX"));
        } else if (taxIsGiven) {
            detail.taxCodeRef(Ref.of("NON"));
        }
        Line.Builder to = Line.builder()
                .amount(line.amount().amount())
                .detailType(LineDetailType.SALES_ITEM_LINE_DETAIL)
                .salesItemLineDetail(detail.build());
        if (line.description() != null) {
            to.description(line.description());
        }
        return to.build();
    }

    private static String item(InvoiceLine line, Slice.Links links) {
        if (line.serviceItemId() != null) {
            return links.remote(RecordKind.SERVICE_ITEM, line.serviceItemId()).value();
        }
        @Nullable RemoteId fallback = links.scope().settings().defaultItem();
        if (fallback == null) {
            throw new Slice.Blocked(
                    ProblemCause.INVALID_DATA,
                    "A line names no service item, and no default item is set.",
                    "Name a service item on each line, or choose a default item in the settings, then retry.",
                    "Line.SalesItemLineDetail.ItemRef");
        }
        return fallback.value();
    }

    static void project(List<Line> lines, Projection.Builder fields) {
        int n = 0;
        for (Line line : lines) {
            Optional<SalesItemLineDetail> detail = line.salesItemLineDetail();
            if (detail.isEmpty()) {
                continue;
            }
            String at = "Line." + n++ + ".";
            fields.put(at + "Amount", Names.number(line.amount().orElse(null)))
                    .put(at + "Description", line.description().orElse(null))
                    .put(at + "ItemRef", ref(detail.get().itemRef()))
                    .put(at + "Qty", Names.number(detail.get().qty().orElse(null)))
                    .put(at + "UnitPrice", Names.number(detail.get().unitPrice().orElse(null)))
                    .put(at + "ClassRef", ref(detail.get().classRef()))
                    .put(at + "TaxCodeRef", ref(detail.get().taxCodeRef()));
        }
        fields.put("Line.count", n);
    }

    /** Gives each wanted line the id of the line in its place, so that QuickBooks changes it and does not replace it. */
    static List<Line> keepingIds(List<Line> wanted, List<Line> current) {
        List<String> ids = current.stream()
                .filter(line -> line.salesItemLineDetail().isPresent())
                .flatMap(line -> line.id().stream())
                .toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            lines.add(i < ids.size() ? wanted.get(i).toBuilder().id(ids.get(i)).build() : wanted.get(i));
        }
        return lines;
    }

    static BigDecimal sum(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.salesItemLineDetail().isPresent())
                .flatMap(line -> line.amount().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable String ref(Optional<Ref> ref) {
        return ref.flatMap(Ref::value).orElse(null);
    }
}
