package dev.tieout.qbo.kinds.internal.common;

import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.InvoiceLine;
import dev.tieout.qbo.entity.DiscountLineDetail;
import dev.tieout.qbo.entity.Line;
import dev.tieout.qbo.entity.LineDetailType;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.entity.SalesItemLineDetail;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.FieldTable;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.sync.ProblemCause;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lines of a sale: how the app's become QuickBooks', and what is compared of each. */
public final class SalesLines {
    private static final int UNIT_PRICE_SCALE = 7;
    private static final String UNTAXED = "NON";

    private SalesLines() {}

    public static List<Line> build(List<InvoiceLine> lines, boolean taxIsGiven, Links links) {
        return lines.stream().map(line -> build(line, taxIsGiven, links)).toList();
    }

    private static Line build(InvoiceLine line, boolean taxIsGiven, Links links) {
        SalesItemLineDetail.Builder detail = SalesItemLineDetail.builder().itemRef(Ref.of(item(line, links)));
        @Nullable BigDecimal price = unitPrice(line);
        if (price != null) {
            detail.unitPrice(price).qty(line.quantity());
        }
        if (line.classId() != null) {
            detail.classRef(Ref.of(line.classId()));
        }
        // In US companies TAX and NON are the only codes of a line (QuickBooks fact T1.3). An untaxed line is
        // marked only where the app states the tax, so that companies elsewhere keep their defaults.
        if (line.taxable()) {
            detail.taxCodeRef(Ref.of("TAX"));
        } else if (taxIsGiven) {
            detail.taxCodeRef(Ref.of(UNTAXED));
        }
        Line.Builder to = Line.builder()
                .amount(line.amount().amount())
                .detailType(LineDetailType.SALES_ITEM_LINE_DETAIL)
                .salesItemLineDetail(detail.build());
        if (line.description() != null && !line.description().isBlank()) {
            to.description(line.description());
        }
        return to.build();
    }

    /**
     * QuickBooks keeps a quantity only beside a price: one that the app does not state follows from the amount, with up to
     * seven decimals, where their product is the amount to the cent (QuickBooks facts E14.3, M6.3).
     */
    private static @Nullable BigDecimal unitPrice(InvoiceLine line) {
        BigDecimal quantity = line.quantity();
        if (line.unitPrice() != null || quantity.compareTo(BigDecimal.ONE) == 0 || quantity.signum() == 0) {
            return line.unitPrice();
        }
        BigDecimal amount = line.amount().amount();
        BigDecimal price = amount.divide(quantity, UNIT_PRICE_SCALE, RoundingMode.HALF_UP);
        BigDecimal product = price.multiply(quantity).setScale(amount.scale(), RoundingMode.HALF_UP);
        return product.compareTo(amount) == 0 ? price.stripTrailingZeros() : null;
    }

    private static String item(InvoiceLine line, Links links) {
        if (line.serviceItemId() != null) {
            return links.remote(RecordKind.SERVICE_ITEM, line.serviceItemId()).value();
        }
        @Nullable RemoteId fallback = links.settings().defaultItem();
        if (fallback == null) {
            throw new Blocked(
                    ProblemCause.INVALID_DATA,
                    "A line names no service item, and no default item is set.",
                    "Name a service item on each line, or choose a default item in the settings, then retry.",
                    "Line.SalesItemLineDetail.ItemRef");
        }
        return fallback.value();
    }

    /** A line that the app may have written: a sale of an item. */
    public static boolean isSale(Line line) {
        return line.salesItemLineDetail().isPresent();
    }

    /** The subtotal that QuickBooks puts under the lines by itself, without an id (QuickBooks fact E14.1). */
    public static boolean isAutomatic(Line line) {
        return line.id().isEmpty()
                && line.detailType()
                        .filter(LineDetailType.SUB_TOTAL_LINE_DETAIL::equals)
                        .isPresent();
    }

    /** What is compared of a sale. */
    public static Map<String, String> parts(Line line) {
        Map<String, String> parts = new TreeMap<>();
        SalesItemLineDetail detail = line.salesItemLineDetail().orElseThrow();
        put(parts, "Amount", line.amount());
        put(parts, "Description", line.description().filter(text -> !text.isBlank()));
        put(parts, "ItemRef", detail.itemRef().flatMap(Ref::value));
        put(parts, "Qty", detail.qty());
        put(parts, "UnitPrice", detail.unitPrice());
        put(parts, "ClassRef", detail.classRef().flatMap(Ref::value));
        put(parts, "TaxCodeRef", detail.taxCodeRef().flatMap(Ref::value).filter(code -> !code.equals(UNTAXED)));
        return parts;
    }

    /**
     * A line as it is sent back. What a discount by percent comes to, QuickBooks works out anew, and refuses an amount that
     * is of other lines (QuickBooks fact M6.4).
     */
    static Line sentBack(Line line) {
        return percent(line).isPresent() ? line.toBuilder().without("Amount").build() : line;
    }

    private static Optional<String> percent(Line line) {
        return line.discountLineDetail()
                .filter(discount -> discount.percentBased().orElse(false))
                .flatMap(DiscountLineDetail::discountPercent)
                .map(percent -> FieldTable.text(percent) + "%");
    }

    /** What a line of another kind says, in one text. */
    public static String other(Line line) {
        StringBuilder text = new StringBuilder(
                line.detailType().map(LineDetailType::value).orElse("Line").replace("LineDetail", ""));
        percent(line)
                .or(() -> line.amount().map(FieldTable::text))
                .ifPresent(worth -> text.append(' ').append(worth));
        line.description().ifPresent(description -> text.append(' ').append(description));
        return text.toString();
    }

    static Projection.Builder put(Projection.Builder to, String member, Map<String, String> parts) {
        parts.forEach((part, value) -> to.put(member + "." + part, value));
        return to;
    }

    private static void put(Map<String, String> parts, String part, Optional<?> value) {
        value.ifPresent(v -> parts.put(part, String.valueOf(FieldTable.text(v))));
    }
}
