package dev.tieout.examples.benchmarks.engine;

import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.setup.SetupPlan;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.setup.SetupReport.Result;
import dev.tieout.qbo.sync.Progress;
import dev.tieout.qbo.sync.RecordHandle;
import dev.tieout.qbo.sync.TieOut;
import dev.tieout.store.InMemoryLocalRecords;
import dev.tieout.sync.SyncState;
import java.time.Duration;
import java.util.List;

/** A firm with a connected company and what it does in its first days. For one thread. */
final class Firm {
    private static final Duration LONG = Duration.ofHours(6);

    private final Company company;
    private final InMemoryLocalRecords<Client> clients;
    private final InMemoryLocalRecords<ServiceItem> items;
    final Practice practice;

    Firm(
            QuickBooks quickBooks,
            TenantId tenant,
            InMemoryLocalRecords<Client> clients,
            InMemoryLocalRecords<ServiceItem> items,
            Practice practice) {
        this.company = quickBooks.company(tenant);
        this.clients = clients;
        this.items = items;
        this.practice = practice;
    }

    Company company() {
        return company;
    }

    /** Takes up its clients and brings some service items to QuickBooks. */
    void open(int serviceItems) {
        clients.put(company.tenant(), practice.clients());
        company.settings(company.settings()
                .withIncomeAccount(company.catalog().incomeAccounts().get(0).id()));
        for (int i = 0; i < serviceItems; i++) {
            ServiceItem item = Practice.item(i);
            items.put(company.tenant(), List.of(item));
            require(company.serviceItems().sync(item).state() == SyncState.SYNCED, "a service item is not there");
        }
    }

    void stage(Phase phase) {
        switch (phase) {
            case CLIENTS -> throw new IllegalArgumentException("clients come by setup");
            case INVOICES -> stage(company.invoices(), practice.invoices());
            case PAYMENTS -> stage(company.payments(), practice.payments());
            case EDITS -> stage(company.clients(), practice.editedClients());
            case PAID -> stage(company.invoices(), practice.editedInvoices());
        }
    }

    static <L> void stage(RecordHandle<L> handle, List<L> records) {
        records.forEach(handle::stage);
    }

    /** Does what is to be done of a phase: the setup, or all that is due. */
    void run(Phase phase) {
        if (phase == Phase.CLIENTS) {
            setUp();
        } else {
            runDue();
        }
    }

    void setUp() {
        SetupPlan plan = company.setup().preview();
        SetupReport report = company.setup().apply(plan.createUnmatchedInQuickBooks());
        require(
                report.counts().getOrDefault(Result.CREATED, 0) == practice.size(),
                "the setup created " + report.counts());
    }

    void runDue() {
        Progress progress = company.runDue(LONG);
        require(!progress.more() && progress.why() == Progress.Why.DONE, "not done: " + progress.why());
    }

    /** The proof that all that was sent is there. */
    void tieOut() {
        TieOut tieOut = company.tieOut();
        require(tieOut.agrees(), "it does not tie out: " + tieOut);
    }

    static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
