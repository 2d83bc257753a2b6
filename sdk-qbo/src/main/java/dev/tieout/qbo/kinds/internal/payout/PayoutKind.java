// Longer than others: what a deposit is, when it changes and how two are told apart are one kind.
package dev.tieout.qbo.kinds.internal.payout;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Payout;
import dev.tieout.model.PayoutPart;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.entity.Deposit;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.LinkedTxn;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.entity.TxnType;
import dev.tieout.qbo.kinds.internal.common.Currencies;
import dev.tieout.qbo.sync.internal.decide.FieldRules;
import dev.tieout.qbo.sync.internal.decide.Question.Locked;
import dev.tieout.qbo.sync.internal.kind.Amounts;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.Canon;
import dev.tieout.qbo.sync.internal.kind.Deletable;
import dev.tieout.qbo.sync.internal.kind.FieldTable;
import dev.tieout.qbo.sync.internal.kind.Holding;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.kind.Obstructed;
import dev.tieout.qbo.sync.internal.row.Bare;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A processor's payout, from the app to QuickBooks: one bank deposit that equals the bank's line. It waits for its payments
 * and refunds. What it is made of is decided when it is made: how a line is taken off a deposit nobody knows (QuickBooks fact
 * M4.11), so another composition is another deposit.
 */
public final class PayoutKind
        implements Kind<Payout, Deposit>, Deletable<Deposit>, Amounts<Payout, Deposit>, Holding<Deposit> {
    private static final String ACCOUNT = "DepositToAccountRef";
    private static final String CURRENCY = "CurrencyRef";
    private static final String TOTAL = "TotalAmt";
    private static final String NOTE = "Payout ";

    private static final FieldRules RULES = new FieldRules(
            false,
            Set.of(DepositLines.LINES, TOTAL, CURRENCY),
            Set.of(TOTAL, CURRENCY),
            Map.of(TOTAL, DepositLines.LINES::equals),
            Set.of(),
            "",
            (field, value) -> Canon.text(value));

    private static final About<Deposit> ABOUT = new About<>(
            RecordKind.PAYOUT,
            Deposit.TYPE,
            Deposit.Fields.ID,
            Deposit.Fields.META_DATA_CREATE_TIME,
            Deposit.Fields.META_DATA_LAST_UPDATED_TIME,
            List.of(RecordKind.CLIENT, RecordKind.PAYMENT, RecordKind.REFUND),
            RULES);

    private static final FieldTable<Payout, Deposit.Builder, Deposit> TABLE = new FieldTable<
                    Payout, Deposit.Builder, Deposit>()
            .value("TxnDate", Payout::date, Deposit.Builder::txnDate, Deposit::txnDate)
            .value("PrivateNote", PayoutKind::note, Deposit.Builder::privateNote, Deposit::privateNote)
            .field(
                    ACCOUNT,
                    (payout, links, to) -> to.depositToAccountRef(Ref.of(account(payout, links))),
                    (deposit, to) -> to.put(
                            ACCOUNT,
                            deposit.depositToAccountRef().flatMap(Ref::value).orElse(null)));

    @Override
    public About<Deposit> about() {
        return ABOUT;
    }

    @Override
    public LocalId id(Payout local) {
        return local.id();
    }

    @Override
    public LocalDate day(Payout local) {
        return local.date();
    }

    @Override
    public String encode(Payout local) {
        return PayoutJson.write(local);
    }

    @Override
    public Payout decode(String json) {
        return PayoutJson.read(json);
    }

    /** The processor's id stands first: whoever looks for a payout finds it, and so does this library. */
    private static String note(Payout local) {
        return NOTE + local.id() + (local.note() == null || local.note().isBlank() ? "" : " " + local.note());
    }

    @Override
    public List<RecordRef> parents(Payout local) {
        Set<RecordRef> parents = new LinkedHashSet<>();
        for (PayoutPart part : local.parts()) {
            if (part.recordId() != null) {
                parents.add(new RecordRef(
                        switch (part.type()) {
                            case PAYMENT -> RecordKind.PAYMENT;
                            case REFUND -> RecordKind.REFUND;
                            case DISPUTE, FEE, ADJUSTMENT -> RecordKind.CLIENT;
                        },
                        part.recordId()));
            }
        }
        return List.copyOf(parents);
    }

    @Override
    public Deposit entity(Payout local, Links links) {
        Deposit.Builder deposit = Deposit.builder();
        Currencies.ofCompany(local.net().currency().getCurrencyCode(), links).ifPresent(deposit::currencyRef);
        TABLE.say(local, links, deposit);
        return deposit.line(DepositLines.build(local, links)).build();
    }

    private static String account(Payout local, Links links) {
        @Nullable RemoteId chosen = links.settings().money().payoutAccount();
        if (local.accountId() != null) {
            return local.accountId();
        }
        if (chosen == null) {
            throw new Blocked(
                    ProblemCause.BAD_REFERENCE,
                    "The payout names no bank account, and none is chosen.",
                    "Choose the bank account of payouts in the settings, money().payoutAccount; it goes by itself"
                            + " then.",
                    ACCOUNT);
        }
        return chosen.value();
    }

    @Override
    public Deposit completed(Deposit wanted, Payout local, Links links) {
        Undeposited.require(local, links);
        return Currencies.rate(wanted.currencyRef(), local.date(), links)
                .map(rate -> wanted.toBuilder().exchangeRate(rate).build())
                .orElse(wanted);
    }

    @Override
    public Projection project(Deposit entity) {
        Projection.Builder to = Projection.builder().putAll(TABLE.project(entity));
        DepositLines.project(entity.line(), to);
        return to.build();
    }

    /** The bank account that the firm chose is the one of its day: a later choice moves no deposit. */
    @Override
    public Projection app(Deposit wanted, Payout local, @Nullable Deposit seen, Projection base) {
        Projection said =
                local.accountId() == null ? project(wanted).withMember(ACCOUNT, Projection.EMPTY) : project(wanted);
        return Projection.builder()
                .putAll(said)
                .put(TOTAL, FieldTable.text(DepositLines.total(local).amount()))
                .put(CURRENCY, local.net().currency().getCurrencyCode())
                .build();
    }

    @Override
    public Projection there(Deposit seen, Projection app, Projection base) {
        return Projection.builder()
                .putAll(project(seen))
                .put(TOTAL, FieldTable.text(total(seen)))
                .put(CURRENCY, seen.currencyRef().flatMap(Ref::value).orElse(app.get(CURRENCY)))
                .build();
    }

    @Override
    public Write<Deposit> create(Deposit wanted) {
        return Write.create(wanted);
    }

    /** A sparse update wants the account, and leaves lines that it does not have as they are (QuickBooks fact M4.11). */
    @Override
    public Write<Deposit> update(Deposit current, Deposit wanted, Projection app, Set<String> members) {
        Deposit.Patch patch = current.patch();
        TABLE.write(members, wanted, patch);
        if (!members.contains(ACCOUNT)) {
            patch.echo(ACCOUNT, current);
        }
        return Write.update(patch);
    }

    @Override
    public @Nullable Locked locked(Deposit seen, Instant now) {
        return new Locked(
                Set.of(DepositLines.LINES),
                new Obstructed(
                                ProblemCause.IN_DEPOSIT,
                                "What the payout is made of changed, and QuickBooks changes no deposit's parts.",
                                "Delete the deposit, payouts().deleteNow, and make it anew, payouts().resend. Or"
                                        + " answer that QuickBooks' values stand.",
                                DepositLines.LINES,
                                null)
                        .problem(now));
    }

    @Override
    public Write<Deposit> deleting(Deposit current) {
        return Write.delete(current);
    }

    @Override
    public RecordKind held() {
        return RecordKind.PAYMENT;
    }

    @Override
    public Set<RemoteId> held(Deposit entity) {
        return entity.line().stream()
                .flatMap(line -> line.linkedTxn().stream())
                .filter(txn -> txn.txnType().filter(TxnType.PAYMENT::equals).isPresent())
                .flatMap(txn -> txn.txnId().stream())
                .map(RemoteId::of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public LocalDate date(Payout local) {
        return local.date();
    }

    @Override
    public Money total(Payout local) {
        return DepositLines.total(local);
    }

    @Override
    public BigDecimal total(Deposit entity) {
        return entity.totalAmt().orElse(BigDecimal.ZERO);
    }

    @Override
    public FilterField<Deposit, LocalDate> dated() {
        return Deposit.Fields.TXN_DATE;
    }

    /** A deposit is nobody's. */
    @Override
    public Optional<RemoteId> customer(Deposit entity) {
        return Optional.empty();
    }

    /** Two deposits of one sum and one payout's id are one payout. */
    @Override
    public Bare outline(Deposit entity) {
        return new Bare(
                entity.id().orElse(""),
                null,
                entity.txnDate().orElse(LocalDate.EPOCH),
                sum(entity),
                sum(entity),
                payout(entity));
    }

    private static @Nullable String payout(Deposit entity) {
        return entity.privateNote()
                .filter(note -> note.startsWith(NOTE))
                .map(note -> note.substring(NOTE.length()).split(" ", 2)[0])
                .filter(id -> !id.isEmpty())
                .orElse(null);
    }

    /** What it comes to, of one that is to be made too. */
    private static BigDecimal sum(Deposit entity) {
        return entity.totalAmt()
                .orElseGet(() -> entity.line().stream()
                        .flatMap(line -> line.amount().stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Set<String> links(Deposit entity) {
        return entity.line().stream()
                .flatMap(line -> line.linkedTxn().stream())
                .map(LinkedTxn::toJson)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<String> currency(Deposit entity) {
        return entity.currencyRef().flatMap(Ref::value);
    }

    @Override
    public boolean matches(Deposit body, Deposit found) {
        return sum(body).compareTo(sum(found)) == 0
                && (body.privateNote().equals(found.privateNote())
                        || links(body).equals(links(found)));
    }

    @Override
    public boolean bearsOurMark(Deposit body, Deposit found) {
        return body.privateNote().equals(found.privateNote());
    }

    @Override
    public boolean mayBe(Deposit body, Deposit found) {
        @Nullable String id = payout(body);
        return sum(body).compareTo(sum(found)) == 0
                || (id != null
                        && found.privateNote().filter(note -> note.contains(id)).isPresent());
    }

    @Override
    public Optional<String> page(RemoteId id) {
        return Optional.of("deposit?txnId=" + id);
    }
}
