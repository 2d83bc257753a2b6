package dev.tieout.qbo.kinds.internal.common;

import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Discount;
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
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of a sale: how the app's become QuickBooks', and what is compared of each. */
public final class SalesLines {
    private static final int UNIT_PRICE_SCALE = 7;
    private static final String UNTAXED = "NON";
    private static final String TEXT_DETAIL = "DescriptionLineDetail";

    /** The part of a line that says it is one of text. */
    static final String TEXT = "Text";

    private SalesLines() {}

    /**
     * Says the app's lines in QuickBooks' words.
     *
     * @param unnamed the item of lines that name none, or {@code null}
     */
    public static List<Line> build(List<InvoiceLine> lines, LineTaxes taxes, @Nullable RemoteId unnamed, Links links) {
        return lines.stream()
                .flatMap(line ->
                        line.textOnly() ? Stream.of(text(line)) : sales(line, taxes, item(line, unnamed, links)))
                .toList();
    }

    private static Stream<Line> sales(InvoiceLine line, LineTaxes taxes, String item) {
        return Stream.concat(Stream.of(sale(line, taxes, item)), discount(line, taxes, item));
    }

    private static Line text(InvoiceLine line) {
        return Line.builder()
                .description(Objects.requireNonNull(line.description()))
                .detailType(LineDetailType.DESCRIPTION_ONLY)
                .raw(TEXT_DETAIL, "{}")
                .build();
    }

    private static Line sale(InvoiceLine line, LineTaxes taxes, String item) {
        SalesItemLineDetail.Builder detail = detail(line, taxes, item);
        BigDecimal amount = line.amount().amount();
        @Nullable BigDecimal net = taxes.net(line, amount);
        @Nullable BigDecimal price = net == null ? unitPrice(line, amount) : unitPrice(line.quantity(), net);
        if (price != null) {
            detail.unitPrice(price).qty(line.quantity());
        }
        if (net != null) {
            detail.taxInclusiveAmt(amount);
        }
        Line.Builder to = line(net == null ? amount : net, detail);
        if (line.description() != null && !line.description().isBlank()) {
            to.description(line.description());
        }
        return to.build();
    }

    /**
     * QuickBooks has no discount of a line in every country (QuickBooks fact M6.9): it becomes a line of its own below the
     * one that it is of, with the same item, class and tax code, and an amount below zero.
     */
    private static Stream<Line> discount(InvoiceLine line, LineTaxes taxes, String item) {
        if (line.discount() == null) {
            return Stream.empty();
        }
        BigDecimal off = line.discount().of(line.amount()).negated().amount();
        SalesItemLineDetail.Builder detail = detail(line, taxes, item);
        @Nullable BigDecimal net = taxes.net(line, off);
        if (net != null) {
            detail.taxInclusiveAmt(off);
        }
        @Nullable BigDecimal percent = line.discount().percent();
        return Stream.of(line(net == null ? off : net, detail)
                .description(percent == null ? "Discount" : "Discount " + FieldTable.text(percent) + "%")
                .build());
    }

    private static Line.Builder line(BigDecimal amount, SalesItemLineDetail.Builder detail) {
        return Line.builder()
                .amount(amount)
                .detailType(LineDetailType.SALES_ITEM_LINE_DETAIL)
                .salesItemLineDetail(detail.build());
    }

    private static SalesItemLineDetail.Builder detail(InvoiceLine line, LineTaxes taxes, String item) {
        SalesItemLineDetail.Builder detail = SalesItemLineDetail.builder().itemRef(Ref.of(item));
        if (line.serviceDate() != null) {
            detail.serviceDate(line.serviceDate());
        }
        if (line.classId() != null) {
            detail.classRef(Ref.of(line.classId()));
        }
        taxes.code(line).ifPresent(code -> detail.taxCodeRef(Ref.of(code)));
        return detail;
    }

    /** The line that takes something off the whole form. */
    public static Line discount(Discount discount) {
        DiscountLineDetail.Builder detail = DiscountLineDetail.builder().percentBased(discount.percent() != null);
        Line.Builder line = Line.builder().detailType(LineDetailType.DISCOUNT_LINE_DETAIL);
        if (discount.percent() != null) {
            detail.discountPercent(discount.percent());
        }
        if (discount.amount() != null) {
            line.amount(discount.amount().amount());
        }
        return line.discountLineDetail(detail.build()).build();
    }

    /**
     * QuickBooks keeps a quantity only beside a price: one that the app does not state follows from the amount, with up to
     * seven decimals, where their product is the amount to the cent (QuickBooks facts E14.3, M6.3).
     */
    private static @Nullable BigDecimal unitPrice(InvoiceLine line, BigDecimal amount) {
        return line.unitPrice() != null ? line.unitPrice() : unitPrice(line.quantity(), amount);
    }

    private static @Nullable BigDecimal unitPrice(BigDecimal quantity, BigDecimal amount) {
        if (quantity.compareTo(BigDecimal.ONE) == 0 || quantity.signum() == 0) {
            return null;
        }
        BigDecimal price = amount.divide(quantity, UNIT_PRICE_SCALE, RoundingMode.HALF_UP);
        BigDecimal product = price.multiply(quantity).setScale(amount.scale(), RoundingMode.HALF_UP);
        return product.compareTo(amount) == 0 ? price.stripTrailingZeros() : null;
    }

    private static String item(InvoiceLine line, @Nullable RemoteId unnamed, Links links) {
        if (line.serviceItemId() != null) {
            Optional<RemoteId> linked = links.find(RecordKind.SERVICE_ITEM, line.serviceItemId());
            if (linked.isPresent()) {
                return linked.get().value();
            }
        }
        if (unnamed == null) {
            throw new Blocked(
                    ProblemCause.INVALID_DATA,
                    "A line names no service item, and no default item is set.",
                    "Name a service item on each line, or choose a default item in the settings, then retry.",
                    "Line.SalesItemLineDetail.ItemRef");
        }
        return unnamed.value();
    }

    /** A sale of an item. */
    public static boolean isSale(Line line) {
        return line.salesItemLineDetail().isPresent();
    }

    /** A line of text, without item and amount. */
    static boolean isText(Line line) {
        return line.detailType().filter(LineDetailType.DESCRIPTION_ONLY::equals).isPresent();
    }

    /** A line that the app may have written. */
    static boolean isOurs(Line line) {
        return isSale(line) || isText(line);
    }

    /** A line that takes something off the whole form. */
    static boolean isDiscount(Line line) {
        return line.discountLineDetail().isPresent();
    }

    /** The subtotal that QuickBooks puts under the lines by itself, without an id (QuickBooks fact E14.1). */
    public static boolean isAutomatic(Line line) {
        return line.id().isEmpty()
                && line.detailType()
                        .filter(LineDetailType.SUB_TOTAL_LINE_DETAIL::equals)
                        .isPresent();
    }

    /** What is compared of a line: of an amount that has tax in it the whole, for the net is QuickBooks' reckoning. */
    public static Map<String, String> parts(Line line) {
        Map<String, String> parts = new TreeMap<>();
        put(parts, "Description", line.description().filter(text -> !text.isBlank()));
        if (isText(line)) {
            parts.put(TEXT, "true");
            return parts;
        }
        SalesItemLineDetail detail = line.salesItemLineDetail().orElseThrow();
        boolean gross = detail.taxInclusiveAmt().isPresent();
        put(parts, "Amount", gross ? detail.taxInclusiveAmt() : line.amount());
        put(parts, "ItemRef", detail.itemRef().flatMap(Ref::value));
        put(parts, "Qty", detail.qty());
        put(parts, "UnitPrice", gross ? Optional.empty() : detail.unitPrice());
        put(parts, "ServiceDate", detail.serviceDate());
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

    /** What is compared of what is taken off the whole form. */
    static Optional<String> off(Line line) {
        return percent(line).or(() -> line.amount().map(FieldTable::text));
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
        off(line).ifPresent(worth -> text.append(' ').append(worth));
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
