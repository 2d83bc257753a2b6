// Longer than others: what all forms of sales have in common, each a short method.
package dev.tieout.qbo.kinds.internal.common;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Discount;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.TaxTreatment;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.entity.Line;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.entity.TxnTaxDetail;
import dev.tieout.qbo.sync.internal.decide.FieldRules;
import dev.tieout.qbo.sync.internal.kind.Amounts;
import dev.tieout.qbo.sync.internal.kind.Canon;
import dev.tieout.qbo.sync.internal.kind.CompanyFacts;
import dev.tieout.qbo.sync.internal.kind.FieldTable;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.kind.Obstructed;
import dev.tieout.qbo.sync.internal.row.Bare;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.sync.ClosedBooksPolicy;
import dev.tieout.sync.ItemPolicy;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.Standing;
import dev.tieout.sync.SyncSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A form with sales on it, from the app to QuickBooks: lines, tax, total and currency, and how one form is told from
 * another. What the form is and how it ends is its kind's.
 *
 * @param <L> the app's record
 * @param <E> QuickBooks' entity
 */
public abstract class SalesKind<
                L, E extends QboEntity & Supports.Create & Supports.Read & Supports.Query & Supports.Cdc>
        implements Kind<L, E>, Amounts<L, E> {
    /** The member that holds the tax. */
    public static final String TAX = "TxnTaxDetail";

    /** The member that says how the amounts stand to tax. */
    public static final String CALCULATION = "GlobalTaxCalculation";

    /** The member that holds the number. */
    public static final String NUMBER = "DocNumber";

    static final String DATE = "TxnDate";
    static final String TOTAL = "Total";
    private static final String CURRENCY = "CurrencyRef";

    /** How the fields of a form are compared. */
    protected static final FieldRules RULES = new FieldRules(
            false,
            Set.of(Alignment.OTHER, TOTAL, CURRENCY),
            Set.of(TOTAL, CURRENCY),
            Map.of(TOTAL, member -> Alignment.isLine(member) || member.equals(TAX)),
            Set.of(),
            "",
            (field, value) -> field.startsWith("BillEmail")
                    ? Canon.emails(value)
                    : field.endsWith(".Country") ? Canon.country(value) : Canon.text(value));

    /**
     * What the app sells, or takes back, on a form.
     *
     * @param client whom it is for
     * @param lines the lines
     * @param tax the tax that the app charged, or {@code null} if QuickBooks works it out
     * @param discount what is taken off all of it, or {@code null}
     * @param treatment how the amounts stand to tax, or {@code null} if the app does not say
     * @param classId the class of the whole form, or {@code null}
     * @param locationId its location, or {@code null}
     */
    public record Sold(
            LocalId client,
            List<InvoiceLine> lines,
            @Nullable Money tax,
            @Nullable Discount discount,
            @Nullable TaxTreatment treatment,
            @Nullable String classId,
            @Nullable String locationId) {}

    /** What the app has on its form. */
    protected abstract Sold sold(L local);

    @Override
    public List<String> dropped(L local, CompanyFacts company) {
        List<String> dropped = new ArrayList<>();
        Sold sold = sold(local);
        if (sold.classId() != null && !company.tracking().classesPerForm()) {
            dropped.add("ClassRef");
        }
        if (!company.tracking().classesPerLine() && sold.lines().stream().anyMatch(line -> line.classId() != null)) {
            dropped.add("Line.ClassRef");
        }
        if (sold.locationId() != null && !company.tracking().locations()) {
            dropped.add("DepartmentRef");
        }
        if (sold.discount() != null && !company.tracking().discounts()) {
            dropped.add(Alignment.DISCOUNT);
        }
        return dropped;
    }

    /** What QuickBooks has on its form. */
    protected abstract SalesForm form(E entity);

    /** The fields beside lines, total and currency. */
    protected abstract FieldTable<L, ?, E> table();

    @Override
    public final List<RecordRef> parents(L local) {
        Set<RecordRef> parents = new LinkedHashSet<>();
        parents.add(new RecordRef(RecordKind.CLIENT, sold(local).client()));
        for (InvoiceLine line : sold(local).lines()) {
            if (line.serviceItemId() != null) {
                parents.add(new RecordRef(RecordKind.SERVICE_ITEM, line.serviceItemId()));
            }
        }
        parents.addAll(others(local));
        return List.copyOf(parents);
    }

    /** What must be in QuickBooks first besides the client and the items. */
    protected List<RecordRef> others(L local) {
        return List.of();
    }

    /** The currency to send, or empty where the company keeps its books in one. */
    protected final Optional<Ref> currency(L local, Links links) {
        Sold sold = sold(local);
        List<Money> amounts = new ArrayList<>();
        for (InvoiceLine line : sold.lines()) {
            amounts.add(line.amount());
            amount(line.discount()).ifPresent(amounts::add);
        }
        amount(sold.discount()).ifPresent(amounts::add);
        if (sold.tax() != null) {
            amounts.add(sold.tax());
        }
        return Currencies.of(amounts, sold.client(), links);
    }

    private static Optional<Money> amount(@Nullable Discount discount) {
        return Optional.ofNullable(discount).flatMap(d -> Optional.ofNullable(d.amount()));
    }

    /** The item of lines that name none. */
    protected @Nullable RemoteId unnamed(SyncSettings settings) {
        return settings.defaultItem();
    }

    /** How the lines are taxed. */
    protected final LineTaxes taxes(L local, Links links) {
        Sold sold = sold(local);
        return LineTaxes.of(sold.lines(), sold.tax() != null, sold.treatment(), links);
    }

    /** The lines to send, what is taken off all of them last. */
    protected final List<Line> lines(L local, LineTaxes taxes, Links links) {
        List<Line> lines =
                new ArrayList<>(SalesLines.build(sold(local).lines(), taxes, unnamed(links.settings()), links));
        @Nullable Discount discount = sold(local).discount();
        if (discount != null) {
            lines.add(SalesLines.discount(discount));
        }
        return lines;
    }

    /**
     * Says what of an entity to send is the app's own word.
     *
     * @param local the app's record
     */
    protected Projection said(E wanted, L local) {
        return table().project(wanted);
    }

    /** Says an entity that was built as it is sent: without what is only compared. */
    protected E asSent(E wanted) {
        return wanted;
    }

    /** What of a form counts as the app has it, though QuickBooks says it in other words. */
    protected void settled(E seen, Projection app, Projection.Builder there) {}

    /** Says the tax that the app charged, if it has a word on that. */
    public static void sayTax(@Nullable Money tax, Consumer<TxnTaxDetail> to) {
        if (tax != null) {
            to.accept(TxnTaxDetail.builder().totalTax(tax.amount()).build());
        }
    }

    /** Reads the tax that QuickBooks has. */
    public static void readTax(Optional<TxnTaxDetail> tax, Projection.Builder to) {
        to.put(TAX, tax.flatMap(TxnTaxDetail::totalTax).map(FieldTable::text).orElse(null));
    }

    @Override
    public final Projection project(E entity) {
        Projection.Builder to = Projection.builder().putAll(table().project(entity));
        Alignment.project(form(entity).lines(), to);
        return to.build();
    }

    @Override
    public final Projection app(E wanted, L local, @Nullable E seen, Projection base) {
        Money total = total(local);
        Projection.Builder app = Projection.builder()
                .putAll(said(wanted, local))
                .put(TOTAL, FieldTable.text(total.amount()))
                .put(CURRENCY, total.currency().getCurrencyCode());
        Alignment.app(form(wanted).lines(), seen == null ? null : form(seen).lines(), base, app);
        return app.build();
    }

    @Override
    public final Projection levelled(Projection app, Projection there, SyncSettings settings) {
        return SalesPolicies.levelled(app, there, settings.billing().taxTolerance());
    }

    @Override
    public final boolean canDoWithout(RecordRef parent, SyncSettings settings) {
        return parent.kind().equals(RecordKind.SERVICE_ITEM)
                && settings.billing().unmappedItems() == ItemPolicy.DEFAULT_ITEM;
    }

    /** The date of a new record that is shifted out of closed books. */
    @Override
    public final Set<String> tolerated(Links links) {
        return links.settings().billing().closedBooks() == ClosedBooksPolicy.SHIFT ? Set.of(DATE) : Set.of();
    }

    @Override
    public final Set<String> left(Links links) {
        return Numbers.areTheApps(links) ? Set.of() : Set.of(NUMBER);
    }

    @Override
    public final @Nullable Obstructed closedBooks(E seen, Links links) {
        @Nullable LocalDate closed = SalesPolicies.closedFor(form(seen).date().orElse(LocalDate.MAX), links);
        return closed == null ? null : SalesPolicies.held(closed);
    }

    /** Where the app leaves the tax to QuickBooks, the tax is no part of the total that must agree. */
    @Override
    public final Projection there(E seen, Projection app, Projection base) {
        SalesForm form = form(seen);
        boolean whole = app.has(TAX) || "TaxInclusive".equals(app.get(CALCULATION));
        BigDecimal total = whole ? form.total() : form.total().subtract(form.tax());
        Projection.Builder there = Projection.builder()
                .putAll(table().project(seen))
                .put(TOTAL, FieldTable.text(total))
                .put(CURRENCY, form.currency().flatMap(Ref::value).orElse(app.get(CURRENCY)));
        Alignment.there(form.lines(), app, base, there);
        settled(seen, app, there);
        return there.build();
    }

    @Override
    public final Write<E> create(E wanted) {
        return Write.create(asSent(wanted));
    }

    @Override
    public final Projection renamed(Projection carried, E answer) {
        return Alignment.renamed(carried, form(answer).lines());
    }

    @Override
    public final BigDecimal total(E entity) {
        return form(entity).total();
    }

    @Override
    public final Bare outline(E entity) {
        SalesForm form = form(entity);
        return new Bare(
                entity.id().orElse(""),
                form.customer().flatMap(Ref::value).orElse(null),
                form.date().orElse(LocalDate.EPOCH),
                form.total(),
                form.total().subtract(form.tax()),
                form.number().orElse(null));
    }

    /** Where a form stands. */
    protected final @Nullable Standing standing(SalesForm form, Optional<LocalDate> due, Optional<BigDecimal> open) {
        @Nullable String code = form.currency().flatMap(Ref::value).orElse(null);
        if (code == null) {
            return null;
        }
        Currency currency;
        try {
            currency = Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            return null;
        }
        return new Standing(
                form.number().orElse(null),
                form.date().orElse(null),
                due.orElse(null),
                Money.rounded(form.total(), currency),
                Money.rounded(form.tax(), currency),
                Money.rounded(open.orElse(BigDecimal.ZERO), currency));
    }

    @Override
    public final Optional<RemoteId> customer(E entity) {
        return form(entity).customer().flatMap(Ref::value).map(RemoteId::of);
    }

    @Override
    public final Optional<String> currency(E entity) {
        return form(entity).currency().flatMap(Ref::value);
    }

    @Override
    public final boolean matches(E body, E found) {
        return form(body).matches(form(found));
    }

    @Override
    public final boolean bearsOurMark(E body, E found) {
        return form(body).bearsOurMark(form(found));
    }

    @Override
    public final boolean mayBe(E body, E found) {
        return form(body).mayBe(form(found));
    }
}
