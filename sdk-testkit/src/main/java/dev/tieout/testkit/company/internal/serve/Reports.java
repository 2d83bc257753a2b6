package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.Envelopes;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.exchange.FakeResponse;
import java.util.Locale;

/**
 * The reports of a company of the United States, computed from the books (QuickBooks facts P9.5, P9.8). Balances by name
 * and lists stand in {@link PartyReports} and {@link ListReports} and are always on accrual basis.
 */
final class Reports {
    private final Ledger ledger;

    Reports(Ledger ledger) {
        this.ledger = ledger;
    }

    FakeResponse report(Call call) {
        String name = call.rest().size() < 2 ? "" : call.rest().get(1);
        ReportPeriod period = ReportPeriod.of(call, ledger.settings(call.now()).firstMonthOfFiscalYear());
        return Envelopes.report(report(name, call, period), call.xml(), call.tid());
    }

    private JsonObject report(String name, Call call, ReportPeriod period) {
        StatementReports statements = new StatementReports(ledger, period, call);
        DetailReports details = new DetailReports(ledger, period, call);
        SalesReports sales = new SalesReports(ledger, period, call);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "profitandloss" -> statements.profitAndLoss();
            case "balancesheet" -> statements.balanceSheet();
            case "trialbalance" -> statements.trialBalance();
            case "cashflow" -> new CashFlowReport(ledger, period, call).cashFlow();
            case "generalledger", "generalledgerdetail" -> details.generalLedger();
            case "profitandlossdetail" -> details.profitAndLoss();
            case "journalreport" -> details.journal();
            case "transactionlistbycustomer" -> details.by("TransactionListByCustomer", EntityKind.CUSTOMER);
            case "transactionlistbyvendor" -> details.by("TransactionListByVendor", EntityKind.VENDOR);
            case "transactionlistwithsplits" -> details.withSplits();
            case "itemsales" -> sales.by("ItemSales", EntityKind.ITEM, "ItemRef");
            case "classsales" -> sales.by("ClassSales", EntityKind.CLASS, "ClassRef");
            case "departmentsales" -> sales.by("DepartmentSales", EntityKind.DEPARTMENT, "DepartmentRef");
            case "inventoryvaluationsummary" -> sales.stock();
            case "taxsummary" -> sales.taxes();
            default -> byName(name, call, period);
        };
    }

    private JsonObject byName(String name, Call call, ReportPeriod period) {
        PartyReports parties = new PartyReports(ledger, period);
        ListReports lists = new ListReports(ledger, period);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "customerbalance" -> parties.balances("CustomerBalance", EntityKind.CUSTOMER, call.now());
            case "vendorbalance" -> parties.balances("VendorBalance", EntityKind.VENDOR, call.now());
            case "agedreceivables" -> parties.aged("AgedReceivables", EntityKind.INVOICE, call.now());
            case "agedpayables" -> parties.aged("AgedPayables", EntityKind.BILL, call.now());
            case "customerincome", "customersales" -> parties.income(name, call.now());
            case "accountlist" -> lists.accounts(call.now());
            case "agedreceivabledetail", "customerbalancedetail" ->
                lists.open(name, EntityKind.INVOICE, EntityKind.CUSTOMER, call.now());
            case "agedpayabledetail", "vendorbalancedetail" ->
                lists.open(name, EntityKind.BILL, EntityKind.VENDOR, call.now());
            case "vendorexpenses" -> lists.expenses(call.now());
            case "transactionlist" -> parties.transactions(call.now());
            default ->
                throw QboFault.of(
                        5020,
                        "Permission Denied Error : You do not have the access rights to use this feature.",
                        "ReportName");
        };
    }
}
