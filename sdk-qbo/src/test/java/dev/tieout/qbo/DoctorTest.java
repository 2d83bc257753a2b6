package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.tieout.RemoteId;
import dev.tieout.qbo.connect.TroubleCause;
import dev.tieout.qbo.entity.Account;
import dev.tieout.qbo.entity.AccountType;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.entity.ItemType;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.entity.Vendor;
import dev.tieout.qbo.sync.Examination;
import dev.tieout.qbo.sync.Finding;
import dev.tieout.qbo.sync.FindingCause;
import dev.tieout.sync.ItemPolicy;
import dev.tieout.sync.MoneySettings;
import dev.tieout.sync.NumberPolicy;
import dev.tieout.sync.SyncSettings;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What would go wrong is found before the first write, and changed only where a person says so. */
class DoctorTest {
    private final Firm firm = Firm.connected();
    private final Company company = firm.company;

    @AfterEach
    void close() {
        firm.close();
    }

    private Finding finding(FindingCause cause) {
        return company.doctor().findings().stream()
                .filter(f -> f.cause() == cause)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCompanyThatFitsIsReadyAndOneReadSaysSo() {
        firm.fake.history().clear();
        Examination examination = company.doctor();

        assertThat(examination.ready()).isTrue();
        assertThat(examination.findings()).extracting(Finding::cause).containsExactly(FindingCause.ONE_CURRENCY);
        assertThat(examination.findings().get(0).message()).contains("USD");
        assertThat(firm.fake.history().all()).hasSize(1);
    }

    @Test
    void preferencesAreToldWithTheirPlaceInQuickBooks() {
        firm.books.inQuickBooks().preference("AccountingInfoPrefs.ClassTrackingPerTxnLine", false);
        firm.books.inQuickBooks().preference("AccountingInfoPrefs.TrackDepartments", false);
        firm.books.inQuickBooks().preference("SalesFormsPrefs.AllowDiscount", false);
        firm.books.inQuickBooks().preference("SalesFormsPrefs.AutoApplyCredit", true);
        firm.books.inQuickBooks().preference("TaxPrefs.UsingSalesTax", false);
        firm.books.inQuickBooks().preference("AccountingInfoPrefs.BookCloseDate", "2026-03-31");
        SyncSettings settings = company.settings();
        company.settings(settings.withBilling(settings.billing().withNumbers(NumberPolicy.APP)));

        Examination examination = company.doctor();

        assertThat(examination.findings())
                .extracting(Finding::cause)
                .containsExactly(
                        FindingCause.CUSTOM_NUMBERS_OFF,
                        FindingCause.CREDITS_APPLIED_AUTOMATICALLY,
                        FindingCause.CLASSES_OFF,
                        FindingCause.LOCATIONS_OFF,
                        FindingCause.DISCOUNTS_OFF,
                        FindingCause.SALES_TAX_OFF,
                        FindingCause.ONE_CURRENCY,
                        FindingCause.BOOKS_CLOSED);
        assertThat(examination.findings()).allSatisfy(f -> {
            assertThat(f.place()).contains(">");
            assertThat(f.remedy()).isNotBlank().doesNotContain("{");
        });
        assertThat(finding(FindingCause.BOOKS_CLOSED).message())
                .contains(LocalDate.of(2026, 3, 31).toString());
        assertThat(examination.ready()).isTrue();
    }

    @Test
    void whatIsFixableIsChangedOnRequestAndNothingElse() {
        firm.books.inQuickBooks().preference("SalesFormsPrefs.AutoApplyCredit", true);
        firm.books.inQuickBooks().preference("AccountingInfoPrefs.TrackDepartments", false);
        Object before = firm.books.all("Preferences").get(0).get("EmailMessagesPrefs");
        assertThat(company.doctor().has(FindingCause.CREDITS_APPLIED_AUTOMATICALLY))
                .isTrue();
        assertThat(firm.fake.history().count("Preferences", "update")).isZero();

        Examination then = company.fix(FindingCause.CREDITS_APPLIED_AUTOMATICALLY);

        assertThat(then.has(FindingCause.CREDITS_APPLIED_AUTOMATICALLY)).isFalse();
        assertThat(then.has(FindingCause.LOCATIONS_OFF)).isTrue();
        assertThat(company.fix(FindingCause.LOCATIONS_OFF).has(FindingCause.LOCATIONS_OFF))
                .isFalse();
        assertThat(firm.books.all("Preferences").get(0).get("EmailMessagesPrefs"))
                .isEqualTo(before);
        for (FindingCause cause : FindingCause.values()) {
            if (cause.fixable()) {
                assertThat(company.fix(cause).has(cause)).as(cause.name()).isFalse();
            } else {
                assertThatExceptionOfType(IllegalArgumentException.class)
                        .isThrownBy(() -> company.fix(cause))
                        .withMessageContaining(cause.name());
            }
        }
    }

    @Test
    void whatTheSettingsNameIsThereActiveAndOfTheRightKind() {
        RemoteId account = company.catalog().incomeAccounts().get(0).id();
        Item item = company.api()
                .create(Item.builder()
                        .name("Default work")
                        .type(ItemType.SERVICE)
                        .incomeAccountRef(Ref.of(account.value()))
                        .build());
        Account asset = company.api()
                .create(Account.builder()
                        .name("Drawer")
                        .accountType(AccountType.BANK)
                        .build());
        RemoteId itemId = RemoteId.of(item.id().orElseThrow());
        named(itemId, account);
        firm.fake.history().clear();
        assertThat(company.doctor().ready()).isTrue();
        assertThat(firm.fake.history().all()).hasSizeLessThanOrEqualTo(3);

        company.api().inactivate(item);
        named(itemId, RemoteId.of(asset.id().orElseThrow()));
        assertThat(finding(FindingCause.DEFAULT_ITEM_INACTIVE).about()).isEqualTo(itemId);
        assertThat(finding(FindingCause.INCOME_ACCOUNT_WRONG_TYPE).message())
                .contains(asset.id().orElseThrow());
        assertThat(company.doctor().ready()).isFalse();

        named(RemoteId.of("987654"), RemoteId.of("987655"));
        assertThat(company.doctor().findings())
                .extracting(Finding::cause)
                .startsWith(FindingCause.DEFAULT_ITEM_MISSING, FindingCause.INCOME_ACCOUNT_MISSING);
        named(null, null);
        assertThat(company.doctor().has(FindingCause.DEFAULT_ITEM_NOT_SET)).isTrue();
    }

    /** What refunds and payouts are booked to is looked over like the rest, in the same request. */
    @Test
    void whatRefundsAndPayoutsAreBookedToIsLookedOver() {
        RemoteId income = company.catalog().incomeAccounts().get(0).id();
        Account bank = company.api()
                .create(Account.builder()
                        .name("Bank of payouts")
                        .accountType(AccountType.BANK)
                        .build());
        Vendor processor =
                company.api().create(Vendor.builder().displayName("Processor").build());
        RemoteId bankId = RemoteId.of(bank.id().orElseThrow());
        RemoteId vendorId = RemoteId.of(processor.id().orElseThrow());
        RemoteId nothing = RemoteId.of("987656");
        company.settings(company.settings()
                .withMoney(MoneySettings.defaults()
                        .withPayoutAccount(bankId)
                        .withRefundAccount(bankId)
                        .withFeeAccount(income)
                        .withFeeVendor(vendorId)));
        firm.fake.history().clear();
        assertThat(company.doctor().ready()).isTrue();
        assertThat(firm.fake.history().all()).hasSizeLessThanOrEqualTo(2);

        company.api().inactivate(processor);
        company.settings(company.settings()
                .withMoney(company.settings()
                        .money()
                        .withPayoutAccount(income)
                        .withDisputeAccount(nothing)
                        .withShortfallAccount(nothing)
                        .withRefundItem(nothing)));
        assertThat(company.doctor().findings())
                .filteredOn(f -> f.cause().severity() == FindingCause.Severity.BLOCKS)
                .extracting(Finding::cause, Finding::about)
                .containsExactlyInAnyOrder(
                        tuple(FindingCause.MONEY_SETTING_MISSING, nothing),
                        tuple(FindingCause.MONEY_SETTING_MISSING, nothing),
                        tuple(FindingCause.MONEY_SETTING_MISSING, nothing),
                        tuple(FindingCause.MONEY_SETTING_WRONG_TYPE, income),
                        tuple(FindingCause.MONEY_SETTING_INACTIVE, vendorId));
        assertThat(finding(FindingCause.MONEY_SETTING_WRONG_TYPE).message()).contains("bank account of payouts");
    }

    private void named(RemoteId item, RemoteId account) {
        SyncSettings settings = company.settings();
        company.settings(settings.withDefaultItem(item)
                .withIncomeAccount(account)
                .withBilling(settings.billing().withUnmappedItems(ItemPolicy.DEFAULT_ITEM)));
    }

    @Test
    void aConnectionInTroubleIsItselfWhatIsFound() {
        firm.fake.oauth().removeAdmin(firm.books.realmId());
        company.clients().sync(firm.client("c-1", "Some Client"));

        Examination examination = company.doctor();

        assertThat(examination.ready()).isFalse();
        assertThat(finding(FindingCause.CONNECTION).message())
                .isEqualTo(TroubleCause.ADMIN_REMOVED.message(Locale.ENGLISH));
    }

    @Test
    void aSpanishReaderReadsSpanish() {
        try (QuickBooks host =
                firm.host("node-2").locale(Locale.forLanguageTag("es-MX")).build()) {
            Finding finding = host.company(Firm.TENANT).doctor().findings().get(0);
            assertThat(finding.message()).startsWith("La empresa lleva sus libros solo en USD");
        }
    }
}
