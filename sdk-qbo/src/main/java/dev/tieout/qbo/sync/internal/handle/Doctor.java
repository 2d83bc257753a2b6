package dev.tieout.qbo.sync.internal.handle;

import dev.tieout.RemoteId;
import dev.tieout.qbo.api.BatchItem;
import dev.tieout.qbo.api.BatchOutcome;
import dev.tieout.qbo.api.BatchResult;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.api.WriteOptions;
import dev.tieout.qbo.connect.Trouble;
import dev.tieout.qbo.connect.TroubleCause;
import dev.tieout.qbo.entity.Account;
import dev.tieout.qbo.entity.AccountType;
import dev.tieout.qbo.entity.CompanyAccountingPrefs;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.entity.ItemType;
import dev.tieout.qbo.entity.Preferences;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.SalesFormsPrefs;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.entity.TaxCode;
import dev.tieout.qbo.entity.Vendor;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.sync.Examination;
import dev.tieout.qbo.sync.Finding;
import dev.tieout.qbo.sync.FindingCause;
import dev.tieout.qbo.sync.internal.kind.CompanyFacts;
import dev.tieout.qbo.sync.internal.outbound.CompanyReads;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.text.internal.Words;
import dev.tieout.sync.ItemPolicy;
import dev.tieout.sync.MoneySettings;
import dev.tieout.sync.NumberPolicy;
import dev.tieout.sync.SyncSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks a company over before the first write: whether it is set up as the firm's settings need it. Two requests, of which the
 * second asks for all that the settings name. Thread-safe.
 */
public final class Doctor {
    private final Parts parts;
    private final Locale locale;

    /** @param locale the reader's language */
    public Doctor(Parts parts, Locale locale) {
        this.parts = parts;
        this.locale = locale;
    }

    /** What is found, the most severe first. */
    public Examination examine(CompanyScope scope) {
        List<Finding> findings = new ArrayList<>();
        scope.trouble().ifPresent(trouble -> findings.add(connection(trouble)));
        try {
            Preferences preferences = scope.api().preferences();
            preferences(preferences, scope.settings(), findings);
            named(scope, findings);
        } catch (QboException e) {
            // What cannot be read because of the connection is told as that.
            boolean connection = e.kind() == FaultKind.REAUTHORIZE || e.kind() == FaultKind.CONFIGURATION;
            if (!connection || findings.isEmpty()) {
                throw e;
            }
        }
        findings.sort(Comparator.comparing(finding -> finding.cause().severity()));
        return new Examination(findings, parts.clock().instant());
    }

    /** Changes one preference of the company, because a person asked for it. */
    public Examination fix(CompanyScope scope, FindingCause cause) {
        if (!cause.fixable()) {
            throw new IllegalArgumentException(
                    cause + " cannot be changed through QuickBooks' API: the finding says where a person changes it");
        }
        Preferences now = scope.api().preferences();
        scope.api().replace(changed(now, cause));
        parts.companies().forget(scope.realm());
        return examine(scope);
    }

    private static Preferences changed(Preferences now, FindingCause cause) {
        SalesFormsPrefs sales =
                now.salesFormsPrefs().orElseGet(() -> SalesFormsPrefs.builder().build());
        CompanyAccountingPrefs accounting = now.accountingInfoPrefs()
                .orElseGet(() -> CompanyAccountingPrefs.builder().build());
        Preferences.Builder changed = now.toBuilder();
        return (switch (cause) {
                    case CUSTOM_NUMBERS_OFF ->
                        changed.salesFormsPrefs(
                                sales.toBuilder().customTxnNumbers(true).build());
                    case CREDITS_APPLIED_AUTOMATICALLY ->
                        changed.salesFormsPrefs(
                                sales.toBuilder().autoApplyCredit(false).build());
                    case DISCOUNTS_OFF ->
                        changed.salesFormsPrefs(
                                sales.toBuilder().allowDiscount(true).build());
                    case CLASSES_OFF ->
                        changed.accountingInfoPrefs(
                                accounting.toBuilder().classTrackingPerTxn(true).build());
                    case LOCATIONS_OFF ->
                        changed.accountingInfoPrefs(
                                accounting.toBuilder().trackDepartments(true).build());
                    default -> changed;
                })
                .build();
    }

    private void preferences(Preferences all, SyncSettings settings, List<Finding> findings) {
        CompanyFacts facts = CompanyReads.facts(all);
        boolean appNumbers = settings.billing().numbers() == NumberPolicy.APP;
        if (appNumbers && !facts.customNumbers()) {
            findings.add(finding(FindingCause.CUSTOM_NUMBERS_OFF));
        }
        boolean applies =
                all.salesFormsPrefs().flatMap(SalesFormsPrefs::autoApplyCredit).orElse(false);
        if (applies) {
            findings.add(finding(FindingCause.CREDITS_APPLIED_AUTOMATICALLY));
        }
        if (!facts.tracking().classesPerForm() && !facts.tracking().classesPerLine()) {
            findings.add(finding(FindingCause.CLASSES_OFF));
        }
        if (!facts.tracking().locations()) {
            findings.add(finding(FindingCause.LOCATIONS_OFF));
        }
        if (!facts.tracking().discounts()) {
            findings.add(finding(FindingCause.DISCOUNTS_OFF));
        }
        if (!facts.salesTax()) {
            findings.add(finding(FindingCause.SALES_TAX_OFF));
        }
        if (!facts.multiCurrency()) {
            findings.add(finding(
                    FindingCause.ONE_CURRENCY, null, facts.homeCurrency() == null ? "?" : facts.homeCurrency()));
        }
        if (facts.closedUntil() != null) {
            findings.add(finding(FindingCause.BOOKS_CLOSED, null, facts.closedUntil()));
        }
    }

    /** What the settings name is read in one request, the inactive ones too. */
    private void named(CompanyScope scope, List<Finding> findings) {
        SyncSettings settings = scope.settings();
        @Nullable RemoteId item = settings.defaultItem();
        @Nullable RemoteId account = settings.incomeAccount();
        MoneySettings money = settings.money();
        Map<String, RemoteId> moneyAccounts = MoneyNames.accounts(money);
        List<RemoteId> codes =
                ids(Stream.of(settings.billing().taxCode(), settings.billing().untaxedCode()));
        if (item == null && settings.billing().unmappedItems() == ItemPolicy.DEFAULT_ITEM) {
            findings.add(finding(FindingCause.DEFAULT_ITEM_NOT_SET));
        }
        List<BatchItem<?>> questions = new ArrayList<>();
        ask(questions, Item.TYPE, Item.Fields.ID, ids(Stream.of(item, money.refundItem())));
        ask(
                questions,
                Account.TYPE,
                Account.Fields.ID,
                ids(Stream.<@Nullable RemoteId>concat(Stream.of(account), moneyAccounts.values().stream())));
        ask(questions, Vendor.TYPE, Vendor.Fields.ID, ids(Stream.of(money.feeVendor())));
        ask(questions, TaxCode.TYPE, TaxCode.Fields.ID, codes);
        if (questions.isEmpty()) {
            return;
        }
        List<QboEntity> found = found(scope.api().batch(questions, WriteOptions.standard()));
        if (item != null) {
            item(item, found, findings);
        }
        if (account != null) {
            account(account, found, findings);
        }
        codes.forEach(code -> taxCode(code, found, findings));
        new MoneyNames(locale).look(money, found, findings);
    }

    private static List<RemoteId> ids(Stream<@Nullable RemoteId> named) {
        return named.filter(Objects::nonNull).distinct().toList();
    }

    private static <E extends QboEntity & Supports.Query> void ask(
            List<BatchItem<?>> questions, EntityType<E> type, FilterField<E, String> id, List<RemoteId> ids) {
        if (!ids.isEmpty()) {
            questions.add(BatchItem.of(Query.of(type)
                    .in(id, ids.stream().map(RemoteId::value).toList())
                    .includeInactive()));
        }
    }

    private static List<QboEntity> found(BatchResult result) {
        List<QboEntity> found = new ArrayList<>();
        for (BatchOutcome outcome : result.outcomes()) {
            if (outcome instanceof BatchOutcome.Found all) {
                found.addAll(all.entities());
            } else if (outcome instanceof BatchOutcome.Failed failed) {
                throw failed.failure();
            }
        }
        return found;
    }

    private void item(RemoteId id, List<QboEntity> found, List<Finding> findings) {
        Optional<Item> item = one(Item.class, found, each -> each.id().equals(Optional.of(id.value())));
        if (item.isEmpty()) {
            findings.add(finding(FindingCause.DEFAULT_ITEM_MISSING, id));
        } else if (item.get().active().equals(Optional.of(false))) {
            findings.add(finding(FindingCause.DEFAULT_ITEM_INACTIVE, id));
        } else if (item.get().type().filter(Doctor::isNoLine).isPresent()) {
            findings.add(finding(FindingCause.DEFAULT_ITEM_WRONG_TYPE, id));
        }
    }

    static boolean isNoLine(ItemType type) {
        return type.equals(ItemType.CATEGORY) || type.equals(ItemType.GROUP);
    }

    private void account(RemoteId id, List<QboEntity> found, List<Finding> findings) {
        Optional<Account> account = one(Account.class, found, each -> each.id().equals(Optional.of(id.value())));
        if (account.isEmpty()) {
            findings.add(finding(FindingCause.INCOME_ACCOUNT_MISSING, id));
        } else if (account.get().active().equals(Optional.of(false))) {
            findings.add(finding(FindingCause.INCOME_ACCOUNT_INACTIVE, id));
        } else if (!account.get().accountType().equals(Optional.of(AccountType.INCOME))) {
            findings.add(finding(FindingCause.INCOME_ACCOUNT_WRONG_TYPE, id));
        }
    }

    private void taxCode(RemoteId id, List<QboEntity> found, List<Finding> findings) {
        Optional<TaxCode> code = one(TaxCode.class, found, each -> each.id().equals(Optional.of(id.value())));
        if (code.isEmpty()) {
            findings.add(finding(FindingCause.TAX_CODE_MISSING, id));
        } else if (code.get().active().equals(Optional.of(false))) {
            findings.add(finding(FindingCause.TAX_CODE_INACTIVE, id));
        }
    }

    static <E> Optional<E> one(Class<E> type, List<QboEntity> found, Predicate<E> which) {
        return found.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(which)
                .findFirst();
    }

    private Finding connection(Trouble trouble) {
        TroubleCause cause = trouble.cause();
        return new Finding(
                FindingCause.CONNECTION,
                cause.message(locale),
                cause.remedy(locale),
                Words.of(locale).say("doctor.CONNECTION.place"),
                null);
    }

    private Finding finding(FindingCause cause) {
        return finding(cause, null);
    }

    private Finding finding(FindingCause cause, @Nullable RemoteId about, Object... values) {
        Words words = Words.of(locale);
        String key = "doctor." + cause.name();
        Object[] all = about == null ? values : new Object[] {about};
        return new Finding(
                cause,
                words.say(key + ".message", all),
                words.say(key + ".remedy", all),
                words.say(key + ".place", all),
                about);
    }
}
