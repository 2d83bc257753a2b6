package dev.tieout.qbo.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.ServiceItem;
import dev.tieout.model.TaxTreatment;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.FakeCompany;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random invoices with everything on them, in companies of five kinds: each is created, edited again and again and stripped,
 * and what QuickBooks has is to the cent what the app has.
 */
class InvoicesOfTheWorldTest {
    /** How many in each kind of company; {@code -Dinvoices=2000} for ten thousand. */
    private static final int INVOICES = Integer.getInteger("invoices", 20);

    private static final int EDITS = 3;

    private enum Place {
        US_AUTOMATED("US", "USD", false),
        US_MANUAL("US", "USD", false),
        GB("GB", "GBP", true),
        CA("CA", "CAD", true),
        MANY_CURRENCIES("US", "EUR", false);

        private final String country;
        private final String currency;
        private final boolean codes;

        Place(String country, String currency, boolean codes) {
            this.country = country;
            this.currency = currency;
            this.codes = codes;
        }
    }

    private record World(Firm firm, Client client, List<LocalId> items, Map<String, BigDecimal> codes) {}

    private static World open(Place place) {
        Firm firm = Firm.in(FakeCompany.builder().country(place.country));
        firm.books.inQuickBooks().settings().customFields("Matter");
        firm.books.inQuickBooks().settings().customNumbers(true);
        for (int i = 1; i <= 2; i++) {
            firm.books.inQuickBooks().create("Department", Map.of("Name", "Office " + i));
        }
        if (place == Place.US_AUTOMATED) {
            firm.books.switches(firm.books.switches().with(CompanySwitch.AUTOMATED_SALES_TAX));
        }
        List<ServiceItem> items = new ArrayList<>();
        String account = firm.company.catalog().incomeAccounts().get(0).id().value();
        for (int i = 1; i <= 3; i++) {
            items.add(ServiceItem.builder(LocalId.of("s-" + i), "Service " + i)
                    .incomeAccount(RemoteId.of(account))
                    .build());
        }
        firm.items.put(Firm.TENANT, items);
        items.forEach(item -> firm.company.serviceItems().sync(item));
        Client client = firm.client("c-1", "World Client");
        if (place == Place.MANY_CURRENCIES) {
            firm.books.inQuickBooks().settings().multicurrency();
            String customer = firm.books
                    .inQuickBooks()
                    .create("Customer", Map.of("DisplayName", "World Client", "CurrencyRef", Map.of("value", "EUR")));
            firm.books.seed().raw("ExchangeRate", rate());
            firm.company.clients().match(client, RemoteId.of(customer));
        } else {
            firm.company.clients().sync(client);
        }
        return new World(
                firm, client, items.stream().map(ServiceItem::id).toList(), place.codes ? codes(firm) : Map.of());
    }

    private static Map<String, Object> rate() {
        return Map.of(
                "Id", "1",
                "SourceCurrencyCode", "EUR",
                "TargetCurrencyCode", "USD",
                "Rate", new BigDecimal("1.100374"),
                "AsOfDate", "2026-01-01");
    }

    /** Each code and what it comes to, read from the company's own lists. */
    private static Map<String, BigDecimal> codes(Firm firm) {
        Map<String, BigDecimal> codes = new LinkedHashMap<>();
        for (Map<String, Object> code : firm.books.all("TaxCode")) {
            BigDecimal sum = BigDecimal.ZERO;
            for (BigDecimal percent : rates(firm, code.get("Id").toString()).values()) {
                sum = sum.add(percent);
            }
            codes.put(code.get("Id").toString(), sum);
        }
        return codes;
    }

    private static Map<String, BigDecimal> rates(Firm firm, String code) {
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        Map<?, ?> list =
                (Map<?, ?>) firm.books.find("TaxCode", code).orElseThrow().get("SalesTaxRateList");
        for (Object each : (List<?>) list.get("TaxRateDetail")) {
            String rate = ((Map<?, ?>) ((Map<?, ?>) each).get("TaxRateRef"))
                    .get("value")
                    .toString();
            rates.put(
                    rate,
                    new BigDecimal(firm.books
                            .find("TaxRate", rate)
                            .orElseThrow()
                            .get("RateValue")
                            .toString()));
        }
        return rates;
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void areEqualToTheCentThroughEveryEdit(Place place) {
        World world = open(place);
        try (Firm firm = world.firm()) {
            RandomInvoices invoices = new RandomInvoices(
                    new Random(7),
                    place.currency,
                    world.items(),
                    List.copyOf(world.codes().keySet()),
                    place.codes);
            for (int i = 0; i < INVOICES; i++) {
                String id = "i-" + i;
                ClientInvoice invoice = invoices.next(id, world.client().id());
                check(place, world, invoice);
                for (int edit = 0; edit < EDITS; edit++) {
                    invoice = invoices.edited(invoice, 1 + edit);
                    check(place, world, invoice);
                }
                check(place, world, plain(invoice));
            }
            firm.fake.clock().advance(Duration.ofHours(2));
            int writes = firm.fake.history().all().size();
            firm.work();
            assertThat(firm.fake.history().all().stream()
                            .skip(writes)
                            .filter(exchange -> exchange.call().operation().equals("update")))
                    .isEmpty();
            assertThat(firm.company.tieOut().agrees()).isTrue();
        }
    }

    /** The same invoice without what can be left out. */
    private static ClientInvoice plain(ClientInvoice invoice) {
        return ClientInvoice.builder(invoice.id(), invoice.clientId(), invoice.date())
                .dueDate(invoice.dueDate())
                .privateNote(invoice.privateNote())
                .taxTreatment(invoice.taxTreatment())
                .lines(List.of(
                        invoice.lines().stream().filter(line -> !line.textOnly()).findFirst().orElseThrow().toBuilder()
                                .serviceDate(null)
                                .description(null)
                                .discount(null)
                                .unitPrice(null)
                                .quantity(BigDecimal.ONE)
                                .amount(Money.of(
                                        "12.34", invoice.total().currency().getCurrencyCode()))
                                .build()))
                .build();
    }

    private void check(Place place, World world, ClientInvoice invoice) {
        SyncStatus status = world.firm().company.invoices().sync(invoice);
        assertThat(status.state())
                .as(
                        "%s %s %s",
                        place,
                        status,
                        status.problem() == null ? "" : status.problem().detail())
                .isEqualTo(SyncState.SYNCED);
        Map<String, Object> there =
                world.firm().books.find("Invoice", status.remoteId().value()).orElseThrow();
        BigDecimal total = new BigDecimal(there.get("TotalAmt").toString());
        Map<?, ?> detail = there.get("TxnTaxDetail") instanceof Map<?, ?> map ? map : Map.of("TotalTax", "0");
        BigDecimal tax = new BigDecimal(detail.get("TotalTax").toString());
        boolean inclusive = invoice.taxTreatment() == TaxTreatment.INCLUSIVE;
        BigDecimal net = invoice.total().amount();
        assertThat(inclusive ? total : total.subtract(tax))
                .as("%s %s", place, invoice)
                .isEqualByComparingTo(net);
        if (invoice.discount() == null) {
            assertThat(tax).as("tax of %s %s", place, invoice).isEqualByComparingTo(expectedTax(place, world, invoice));
        }
        assertThat(((Map<?, ?>) there.get("CurrencyRef")).get("value")).isEqualTo(place.currency);
        if (place == Place.MANY_CURRENCIES) {
            assertThat(new BigDecimal(there.get("ExchangeRate").toString())).isEqualByComparingTo("1.100374");
        }
        assertThat(custom(there)).isEqualTo(invoice.customFields().get("Matter"));
    }

    private static Object custom(Map<String, Object> invoice) {
        for (Object each : (List<?>) invoice.get("CustomField")) {
            return ((Map<?, ?>) each).get("StringValue");
        }
        return null;
    }

    /** The tax by the rules of the country, reckoned anew: by rate, on the sum, rounded once. */
    private static BigDecimal expectedTax(Place place, World world, ClientInvoice invoice) {
        if (!place.codes) {
            BigDecimal taxable = BigDecimal.ZERO;
            for (InvoiceLine line : invoice.lines()) {
                taxable = line.taxable() ? taxable.add(line.net().amount()) : taxable;
            }
            boolean none = taxable.signum() == 0 || invoice.lines().stream().noneMatch(InvoiceLine::taxable);
            if (none) {
                return BigDecimal.ZERO;
            }
            BigDecimal percent = new BigDecimal(
                    place == Place.MANY_CURRENCIES || place == Place.US_MANUAL || place == Place.US_AUTOMATED
                            ? "8"
                            : "0");
            BigDecimal tax = RandomInvoices.cents(taxable.multiply(percent).movePointLeft(2));
            return place == Place.US_AUTOMATED ? tax.add(new BigDecimal("0.01")) : tax;
        }
        return invoice.taxTreatment() == TaxTreatment.INCLUSIVE ? rest(world, invoice) : added(world, invoice);
    }

    private static BigDecimal rest(World world, ClientInvoice invoice) {
        BigDecimal tax = BigDecimal.ZERO;
        BigDecimal hundred = BigDecimal.valueOf(100);
        for (InvoiceLine line : invoice.lines()) {
            if (!line.textOnly()) {
                BigDecimal percent = world.codes().get(line.taxCodeId());
                List<BigDecimal> amounts = line.discount() == null
                        ? List.of(line.amount().amount())
                        : List.of(
                                line.amount().amount(),
                                line.discount().of(line.amount()).amount().negate());
                for (BigDecimal gross : amounts) {
                    BigDecimal net = gross.multiply(hundred).divide(hundred.add(percent), 2, RoundingMode.HALF_UP);
                    tax = tax.add(gross.subtract(net));
                }
            }
        }
        return tax;
    }

    private static BigDecimal added(World world, ClientInvoice invoice) {
        Map<String, BigDecimal> bases = new LinkedHashMap<>();
        Map<String, BigDecimal> percents = new LinkedHashMap<>();
        for (InvoiceLine line : invoice.lines()) {
            if (!line.textOnly()) {
                Money net = line.net();
                rates(world.firm(), line.taxCodeId()).forEach((rate, percent) -> {
                    percents.put(rate, percent);
                    bases.merge(rate, net.amount(), BigDecimal::add);
                });
            }
        }
        BigDecimal tax = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> base : bases.entrySet()) {
            tax = tax.add(RandomInvoices.cents(
                    base.getValue().multiply(percents.get(base.getKey())).movePointLeft(2)));
        }
        return tax;
    }
}
