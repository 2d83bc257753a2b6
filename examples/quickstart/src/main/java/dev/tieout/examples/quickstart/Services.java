package dev.tieout.examples.quickstart;

import dev.tieout.LocalId;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.setup.ServiceItemPlan;
import dev.tieout.qbo.setup.SetupReport;
import dev.tieout.qbo.setup.SetupServiceItem;
import dev.tieout.qbo.sync.Catalog;
import dev.tieout.store.InMemoryLocalRecords;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;

/** The firm's service items, brought together with the items of QuickBooks. */
final class Services {
    static final ServiceItem ADVICE = ServiceItem.builder(LocalId.of("s-1"), "Advisory hour")
            .rate(new BigDecimal("150"))
            .build();
    static final ServiceItem RETURN = ServiceItem.builder(LocalId.of("s-2"), "Annual return")
            .rate(new BigDecimal("480"))
            .build();

    private final Company company;
    private final PrintStream out;

    Services(Company company, InMemoryLocalRecords<ServiceItem> items, PrintStream out) {
        this.company = company;
        this.out = out;
        items.put(Demo.TENANT, List.of(ADVICE, RETURN));
    }

    void setUp() {
        Demo.heading(out, "4. Service items: preview, apply");
        List<Catalog.Entry> accounts = company.catalog().incomeAccounts();
        Catalog.Entry account = Quickstart.expect(accounts.isEmpty() ? null : accounts.get(0), "income account");
        company.settings(company.settings().withIncomeAccount(account.id()));
        ServiceItemPlan plan = company.setup().serviceItems().preview();
        Table found = new Table("service item", "name", "bucket", "item in QuickBooks", "linking overwrites");
        for (SetupServiceItem item : plan.serviceItems()) {
            found.row(item.id(), item.name(), item.bucket(), String.valueOf(item.item()), item.overwrites());
        }
        found.print(out);
        for (SetupServiceItem item : plan.duplicates()) {
            plan = plan.createInQuickBooks(item.id());
        }
        SetupReport report = company.setup().serviceItems().apply(plan.createUnmatchedInQuickBooks());
        out.println();
        Table done = new Table("service item", "decision", "result", "item in QuickBooks");
        report.entries()
                .forEach(e -> done.row(
                        String.valueOf(e.local()), e.decision().action(), e.result(), String.valueOf(e.remote())));
        done.print(out);
    }
}
