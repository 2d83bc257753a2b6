package dev.tieout.testkit.company.internal.sample;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.serve.Ledger;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.Times;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The invented practice's people, services, invoices and payments, made through the rules day by day. */
final class InventedBusiness {
    private static final List<String[]> CUSTOMERS = List.of(
            new String[] {"Brightwater Dental Group", "Nadia", "Okafor", "office@brightwaterdental.example"},
            new String[] {"Cobblestone Bakery", "Luis", "Ferreira", "luis@cobblestonebakery.example"},
            new String[] {"Delia Marsh", "Delia", "Marsh", "delia.marsh@mail.example"},
            new String[] {"Evergreen Landscapes LLC", "Tom", "Hallberg", "billing@evergreenlandscapes.example"},
            new String[] {"Foxglove Florist", "Priya", "Nair", "hello@foxgloveflorist.example"},
            new String[] {"Granite Peak Construction", "Sam", "Whitlock", "accounts@granitepeak.example"},
            new String[] {"Henrik Solberg", "Henrik", "Solberg", "henrik@solberg.example"},
            new String[] {"Ivy Lane Montessori", "Ruth", "Adeyemi", "admin@ivylane.example"},
            new String[] {"Juniper & Co. Interiors", "Marcus", "Bell", "studio@juniperco.example"},
            new String[] {"Kestrel Cycles", "Anna", "Kowalska", "anna@kestrelcycles.example"},
            new String[] {"Lakeshore Veterinary Clinic", "Omar", "Haddad", "desk@lakeshorevet.example"},
            new String[] {"Mei-Ling Zhao", "Mei-Ling", "Zhao", "meiling.zhao@mail.example"});
    private static final List<String> VENDORS = List.of(
            "Bayfront Property Management",
            "CloudLedger Hosting",
            "Northside Office Supply",
            "Paper & Post Printing",
            "Tri-County Power");
    private static final List<String[]> SERVICES = List.of(
            new String[] {"Bookkeeping", "Monthly bookkeeping", "350", "46"},
            new String[] {"Payroll Service", "Payroll run, per month", "120", "46"},
            new String[] {"Business Tax Return", "Preparation of a business return", "950", "47"},
            new String[] {"Personal Tax Return", "Preparation of a personal return", "425", "47"},
            new String[] {"Advisory", "Advisory, per hour", "180", "45"},
            new String[] {"Clean-up Work", "Clean-up of books, per hour", "95", "46"},
            new String[] {"Document Binder", "Printed and bound records", "25", "45"});

    private final Ledger ledger;
    private final Instant founded;
    private int day;

    private InventedBusiness(Ledger ledger, Instant founded) {
        this.ledger = ledger;
        this.founded = founded;
    }

    static void open(Ledger ledger, Instant founded) {
        new InventedBusiness(ledger, founded).open();
    }

    private void open() {
        CUSTOMERS.forEach(this::customer);
        save(
                EntityKind.CUSTOMER,
                JsonObject.of(
                        "DisplayName",
                        "Kestrel Cycles Workshop",
                        "Job",
                        true,
                        "ParentRef",
                        JsonObject.reference("10")));
        VENDORS.forEach(name -> save(EntityKind.VENDOR, JsonObject.of("DisplayName", name, "CompanyName", name)));
        save(EntityKind.EMPLOYEE, JsonObject.of("GivenName", "Greta", "FamilyName", "Lindqvist"));
        save(EntityKind.EMPLOYEE, JsonObject.of("GivenName", "Joel", "FamilyName", "Tamura"));
        SERVICES.forEach(this::service);
        save(EntityKind.CLASS, JsonObject.of("Name", "Tax"));
        save(EntityKind.CLASS, JsonObject.of("Name", "Bookkeeping"));
        save(EntityKind.DEPARTMENT, JsonObject.of("Name", "Main Street"));
        save(EntityKind.DEPARTMENT, JsonObject.of("Name", "Harborside"));
        day = 30;
        business();
    }

    private void customer(String[] row) {
        boolean person = row[0].equals(row[1] + " " + row[2]);
        JsonObject address = JsonObject.of(
                "Line1",
                (100 + day * 7) + " Alder Street",
                "City",
                "Port Ellery",
                "CountrySubDivisionCode",
                "CA",
                "PostalCode",
                "94999");
        save(
                EntityKind.CUSTOMER,
                JsonObject.of(
                        "GivenName",
                        row[1],
                        "FamilyName",
                        row[2],
                        "CompanyName",
                        person ? null : row[0],
                        "DisplayName",
                        row[0],
                        "PrimaryEmailAddr",
                        JsonObject.of("Address", row[3]),
                        "PrimaryPhone",
                        JsonObject.of("FreeFormNumber", "(555) 010-" + (1000 + day * 13)),
                        "BillAddr",
                        address));
    }

    private void service(String[] row) {
        save(
                EntityKind.ITEM,
                JsonObject.of(
                        "Name",
                        row[0],
                        "Description",
                        row[1],
                        "Type",
                        "Service",
                        "UnitPrice",
                        new BigDecimal(row[2]),
                        "IncomeAccountRef",
                        JsonObject.reference(row[3]),
                        "Taxable",
                        row[0].equals("Document Binder")));
    }

    private void business() {
        String first = invoice("1", "1", "350", "1");
        String second = invoice("2", "1", "350", "1");
        invoice("4", "3", "950", "1");
        String fourth = invoice("6", "5", "180", "4.5");
        invoice("13", "7", "25", "2");
        payment("1", "350", first);
        payment("6", "500", fourth);
        payment("2", "400", second);
        JsonObject detail = JsonObject.of("AccountRef", JsonObject.reference("60"));
        save(
                EntityKind.BILL,
                JsonObject.of(
                        "VendorRef",
                        JsonObject.reference("14"),
                        "TxnDate",
                        today(),
                        "Line",
                        InventedCompany.list(JsonObject.of(
                                "Amount",
                                new BigDecimal("1200"),
                                "DetailType",
                                "AccountBasedExpenseLineDetail",
                                "AccountBasedExpenseLineDetail",
                                detail))));
        save(EntityKind.ESTIMATE, form("9", "5", "180", "10"));
        save(EntityKind.CREDIT_MEMO, form("4", "6", "95", "1"));
    }

    private String invoice(String customer, String item, String price, String quantity) {
        return save(EntityKind.INVOICE, form(customer, item, price, quantity));
    }

    private JsonObject form(String customer, String item, String price, String quantity) {
        BigDecimal amount = new BigDecimal(price).multiply(new BigDecimal(quantity));
        JsonObject detail = JsonObject.of(
                "ItemRef",
                JsonObject.reference(item),
                "UnitPrice",
                new BigDecimal(price),
                "Qty",
                new BigDecimal(quantity));
        JsonObject line =
                JsonObject.of("Amount", amount, "DetailType", "SalesItemLineDetail", "SalesItemLineDetail", detail);
        return JsonObject.of(
                "CustomerRef", JsonObject.reference(customer), "TxnDate", today(), "Line", InventedCompany.list(line));
    }

    private void payment(String customer, String total, @Nullable String invoice) {
        JsonObject link = JsonObject.of("TxnId", invoice, "TxnType", "Invoice");
        JsonObject open = ledger.books().find(EntityKind.INVOICE, String.valueOf(invoice));
        BigDecimal amount = new BigDecimal(total).min(open == null ? BigDecimal.ZERO : open.amount("Balance"));
        JsonObject line = JsonObject.of("Amount", amount, "LinkedTxn", InventedCompany.list(link));
        save(
                EntityKind.PAYMENT,
                JsonObject.of(
                        "CustomerRef",
                        JsonObject.reference(customer),
                        "TotalAmt",
                        new BigDecimal(total),
                        "TxnDate",
                        today(),
                        "Line",
                        InventedCompany.list(line)));
    }

    private String today() {
        return Times.day(time()).toString();
    }

    private Instant time() {
        return founded.plus(Duration.ofHours(day * 24L));
    }

    private String save(EntityKind kind, JsonObject body) {
        day++;
        return ledger.run(time(), desk -> desk.recorder().save(kind, body)).text("Id", "");
    }
}
