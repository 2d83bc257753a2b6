package dev.tieout.qbo.kinds.internal.credit;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.ClientCreditMemo;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.entity.CreditMemo;
import dev.tieout.qbo.entity.EmailAddress;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.Memo;
import dev.tieout.qbo.kinds.internal.common.Alignment;
import dev.tieout.qbo.kinds.internal.common.Currencies;
import dev.tieout.qbo.kinds.internal.common.LineTaxes;
import dev.tieout.qbo.kinds.internal.common.SalesForm;
import dev.tieout.qbo.kinds.internal.common.SalesKind;
import dev.tieout.qbo.kinds.internal.common.SalesPolicies;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.Deletable;
import dev.tieout.qbo.sync.internal.kind.FieldTable;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.kind.Obstructed;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A credit memo, from the app to QuickBooks, which knows no void of it (QuickBooks fact E13.6). What a bookkeeper applies
 * it to hangs on a payment of zero, and stays as it is whatever is written here (QuickBooks facts M3.1 and M3.2).
 */
public final class CreditMemoKind extends SalesKind<ClientCreditMemo, CreditMemo> implements Deletable<CreditMemo> {
    private static final About<CreditMemo> ABOUT = new About<>(
            RecordKind.CREDIT_MEMO,
            CreditMemo.TYPE,
            CreditMemo.Fields.ID,
            CreditMemo.Fields.META_DATA_CREATE_TIME,
            CreditMemo.Fields.META_DATA_LAST_UPDATED_TIME,
            List.of(RecordKind.CLIENT, RecordKind.SERVICE_ITEM),
            RULES);

    private static final FieldTable<ClientCreditMemo, CreditMemo.Builder, CreditMemo> TABLE = new FieldTable<
                    ClientCreditMemo, CreditMemo.Builder, CreditMemo>()
            .parent(
                    "CustomerRef",
                    RecordKind.CLIENT,
                    ClientCreditMemo::clientId,
                    CreditMemo.Builder::customerRef,
                    CreditMemo::customerRef)
            .value(NUMBER, ClientCreditMemo::number, CreditMemo.Builder::docNumber, CreditMemo::docNumber)
            .value("TxnDate", ClientCreditMemo::date, CreditMemo.Builder::txnDate, CreditMemo::txnDate)
            .field(
                    TAX,
                    (credit, links, to) -> sayTax(credit.tax(), to::txnTaxDetail),
                    (credit, to) -> readTax(credit.txnTaxDetail(), to))
            .wrapped(
                    "CustomerMemo",
                    "value",
                    ClientCreditMemo::memo,
                    (to, memo) -> to.customerMemo(Memo.builder().value(memo).build()),
                    credit -> credit.customerMemo().flatMap(Memo::value))
            .value(
                    "PrivateNote",
                    ClientCreditMemo::privateNote,
                    CreditMemo.Builder::privateNote,
                    CreditMemo::privateNote)
            .wrapped(
                    "BillEmail",
                    "Address",
                    ClientCreditMemo::billEmail,
                    (to, email) ->
                            to.billEmail(EmailAddress.builder().address(email).build()),
                    credit -> credit.billEmail().flatMap(EmailAddress::address))
            .reference(
                    "DepartmentRef",
                    ClientCreditMemo::locationId,
                    CreditMemo.Builder::departmentRef,
                    CreditMemo::departmentRef)
            .reference("ClassRef", ClientCreditMemo::classId, CreditMemo.Builder::classRef, CreditMemo::classRef);

    @Override
    public About<CreditMemo> about() {
        return ABOUT;
    }

    @Override
    public LocalId id(ClientCreditMemo local) {
        return local.id();
    }

    @Override
    public LocalDate day(ClientCreditMemo local) {
        return local.date();
    }

    @Override
    public String encode(ClientCreditMemo local) {
        return CreditMemoJson.write(local);
    }

    @Override
    public ClientCreditMemo decode(String json) {
        return CreditMemoJson.read(json);
    }

    @Override
    protected Sold sold(ClientCreditMemo local) {
        return new Sold(local.clientId(), local.lines(), local.tax(), null, null, local.classId(), local.locationId());
    }

    @Override
    protected SalesForm form(CreditMemo entity) {
        return new SalesForm(
                entity.docNumber(),
                entity.txnDate(),
                entity.privateNote(),
                entity.customerRef(),
                entity.currencyRef(),
                entity.line(),
                entity.txnTaxDetail(),
                entity.totalAmt());
    }

    @Override
    protected FieldTable<ClientCreditMemo, ?, CreditMemo> table() {
        return TABLE;
    }

    @Override
    public CreditMemo entity(ClientCreditMemo local, Links links) {
        CreditMemo.Builder credit = CreditMemo.builder();
        currency(local, links).ifPresent(credit::currencyRef);
        if (local.total().amount().signum() < 0) {
            throw new Blocked(
                    ProblemCause.TOTAL_BELOW_ZERO,
                    "The credit memo comes to less than nothing: it would take from the client instead of giving.",
                    "Give the amounts of a credit memo without a minus; what the client owes is an invoice.",
                    "Line.Amount");
        }
        TABLE.say(local, links, credit);
        LineTaxes taxes = taxes(local, links);
        taxes.calculation().ifPresent(credit::globalTaxCalculation);
        return credit.line(lines(local, taxes, links)).build();
    }

    @Override
    public CreditMemo completed(CreditMemo wanted, ClientCreditMemo local, Links links) {
        LocalDate day = SalesPolicies.day(local.date(), links);
        CreditMemo.Builder made = wanted.toBuilder().txnDate(day);
        left(links).forEach(made::without);
        Currencies.rate(wanted.currencyRef(), day, links).ifPresent(made::exchangeRate);
        return made.build();
    }

    @Override
    public Write<CreditMemo> update(CreditMemo current, CreditMemo wanted, Projection app, Set<String> members) {
        CreditMemo.Patch patch = current.patch();
        Set<String> scalars = new TreeSet<>(members);
        if (scalars.removeIf(Alignment::isLine)) {
            patch.line(Alignment.merge(current.line(), wanted.line(), app, members));
            // Where lines change, QuickBooks works the tax out anew unless it is told.
            wanted.txnTaxDetail().ifPresent(patch::txnTaxDetail);
        }
        TABLE.write(scalars, wanted, patch);
        return Write.update(patch);
    }

    /** That it is applied shows only in what remains of it: it names no link (QuickBooks facts E11.10 and E13.9). */
    @Override
    public @Nullable Obstructed endObstacle(CreditMemo seen) {
        BigDecimal remaining = seen.remainingCredit().or(seen::balance).orElse(total(seen));
        if (remaining.compareTo(total(seen)) == 0) {
            return null;
        }
        return new Obstructed(
                ProblemCause.CREDIT_APPLIED,
                "The credit memo is applied: if it were deleted, what it was applied to would be open again.",
                "Take the credit off in QuickBooks, by deleting the payment of zero that applies it; the credit memo"
                        + " follows by itself.",
                "RemainingCredit",
                null);
    }

    @Override
    public Write<CreditMemo> deleting(CreditMemo current) {
        return Write.delete(current);
    }

    @Override
    public LocalDate date(ClientCreditMemo local) {
        return local.date();
    }

    @Override
    public FilterField<CreditMemo, LocalDate> dated() {
        return CreditMemo.Fields.TXN_DATE;
    }

    @Override
    public FilterField<CreditMemo, String> numbered() {
        return CreditMemo.Fields.DOC_NUMBER;
    }

    @Override
    public Money total(ClientCreditMemo local) {
        return local.total();
    }

    @Override
    public Open open(CreditMemo entity) {
        BigDecimal rest = entity.remainingCredit().or(entity::balance).orElse(BigDecimal.ZERO);
        return new Open(null, total(entity).subtract(rest), rest);
    }

    @Override
    public @Nullable Standing standing(CreditMemo entity) {
        return standing(form(entity), Optional.empty(), entity.remainingCredit());
    }

    @Override
    public Optional<String> page(RemoteId id) {
        return Optional.of("creditmemo?txnId=" + id);
    }
}
