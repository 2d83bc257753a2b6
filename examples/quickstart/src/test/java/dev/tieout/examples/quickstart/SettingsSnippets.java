package dev.tieout.examples.quickstart;

import dev.tieout.qbo.Company;
import dev.tieout.qbo.sync.Catalog;
import dev.tieout.sync.ClosedBooksPolicy;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.CustomerPolicy;
import dev.tieout.sync.ItemPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.NumberPolicy;
import dev.tieout.sync.SyncSettings;
import dev.tieout.sync.VoidPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What docs/settings.md shows, compiled. */
final class SettingsSnippets {
    private SettingsSnippets() {}

    static void clients(Company company) {
        // tag::clients
        KindSettings clients = KindSettings.lists()
                .withCreateInApp(false) // a new customer of QuickBooks makes no client
                .withConflicts(ConflictPolicy.ASK);
        company.settings(company.settings().withClients(clients));
        // end::clients
    }

    static void money(Company company) {
        // tag::money
        SyncSettings settings = company.settings();
        company.settings(settings.withPayments(KindSettings.money().off()) // no payment travels by itself
                .withInvoices(settings.invoices().withConflicts(ConflictPolicy.QUICKBOOKS_WINS))
                .withStartDate(LocalDate.of(2027, 1, 1)) // what is older stays out, unless somebody asks for it
                .withAcceptOtherTotals(true)
                .withAskAboutTwins(false));
        // end::money
    }

    static void accounts(Company company) {
        // tag::accounts
        for (Catalog.Entry account : company.catalog().incomeAccounts()) {
            if (account.name().equals("Accounting revenue")) {
                company.settings(company.settings().withIncomeAccount(account.id()));
            }
        }
        // end::accounts
    }

    static void item(Company company) {
        // tag::item
        for (Catalog.Entry item : company.catalog().items()) {
            if (item.name().equals("Hours")) {
                company.settings(company.settings().withDefaultItem(item.id()));
            }
        }
        // end::item
    }

    static void billing(Company company) {
        // tag::billing
        SyncSettings all = company.settings();
        company.settings(all.withBilling(all.billing()
                .withCustomers(CustomerPolicy.MATCH_ELSE_CREATE) // found by e-mail, else created
                .withUnmappedItems(ItemPolicy.DEFAULT_ITEM) // what is not mapped goes on the default item
                .withNumbers(NumberPolicy.QUICKBOOKS)
                .withVoids(VoidPolicy.DELETE)
                .withClosedBooks(ClosedBooksPolicy.SHIFT)
                .withTaxTolerance(new BigDecimal("0.02"))));
        // end::billing
    }
}
