package dev.tieout.qbo.invoices;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.model.Address;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.Discount;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.TaxTreatment;
import dev.tieout.qbo.Firm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Invoices with everything on them that firms put there, of one seed. Not thread-safe. */
final class RandomInvoices {
    private final RandomGenerator random;
    private final Currency currency;
    private final List<LocalId> items;
    private final List<String> codes;
    private final boolean inclusive;

    /**
     * @param codes the tax codes that lines may have; empty where lines are taxed or not
     * @param inclusive whether amounts may include the tax
     */
    RandomInvoices(
            RandomGenerator random, String currency, List<LocalId> items, List<String> codes, boolean inclusive) {
        this.random = random;
        this.currency = Currency.getInstance(currency);
        this.items = items;
        this.codes = codes;
        this.inclusive = inclusive;
    }

    ClientInvoice next(String id, LocalId client) {
        ClientInvoice.Builder invoice =
                ClientInvoice.builder(LocalId.of(id), client, Firm.DAY.plusDays(random.nextInt(20)));
        if (inclusive && random.nextInt(3) == 0) {
            invoice.taxTreatment(random.nextInt(5) == 0 ? TaxTreatment.EXCLUSIVE : TaxTreatment.INCLUSIVE);
        }
        return edited(invoice.privateNote("Invoice " + id).lines(lines()).build(), 4);
    }

    /** Another invoice of the same id, with some of it changed. */
    ClientInvoice edited(ClientInvoice before, int edits) {
        ClientInvoice invoice = before;
        for (int i = 0; i < edits; i++) {
            invoice = edited(invoice);
        }
        return invoice;
    }

    private ClientInvoice edited(ClientInvoice before) {
        ClientInvoice.Builder invoice = before.toBuilder();
        switch (random.nextInt(12)) {
            case 0 -> invoice.memo(some("Memo "));
            case 1 -> invoice.privateNote("Note " + random.nextInt(1000));
            case 2 ->
                invoice.billEmail("to" + random.nextInt(9) + "@example.com")
                        .billEmailCc(mail())
                        .billEmailBcc(mail());
            case 3 -> invoice.discount(discount(before));
            case 4 -> invoice.billingAddress(address()).shippingAddress(address());
            case 5 -> invoice.termsId(random.nextBoolean() ? null : Integer.toString(1 + random.nextInt(4)));
            case 6 ->
                invoice.customFields(random.nextBoolean() ? Map.of() : Map.of("Matter", "M-" + random.nextInt(99)));
            case 7 -> invoice.dueDate(Firm.DAY.plusDays(20L + random.nextInt(60)));
            case 8 -> invoice.locationId(random.nextBoolean() ? null : Integer.toString(1 + random.nextInt(2)));
            default -> invoice.lines(changed(before.lines()));
        }
        ClientInvoice after = invoice.build();
        // A discount of an amount may be more than what is left of the lines: QuickBooks refuses that, and so do totals
        // below 0.
        return after.total().signum() < 0
                ? invoice.discount(null).lines(lines()).build()
                : after;
    }

    private Discount discount(ClientInvoice invoice) {
        Money sum = invoice.toBuilder().discount(null).tax(null).build().total();
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 ->
                Discount.percent(BigDecimal.valueOf(random.nextInt(1000), 1).min(BigDecimal.valueOf(100)));
            default ->
                sum.signum() > 0 && invoice.taxTreatment() != TaxTreatment.INCLUSIVE
                        ? Discount.amount(Money.rounded(
                                sum.amount().multiply(BigDecimal.valueOf(random.nextInt(50), 2)), currency))
                        : null;
        };
    }

    private String some(String text) {
        return random.nextInt(3) == 0 ? null : text + random.nextInt(1000);
    }

    private String mail() {
        return random.nextBoolean() ? null : "copy" + random.nextInt(9) + "@example.com";
    }

    private Address address() {
        return random.nextInt(3) == 0
                ? null
                : Address.builder()
                        .lines(List.of(random.nextInt(99) + " High Street", "Floor " + random.nextInt(9)))
                        .city("Town " + random.nextInt(9))
                        .postalCode("AB" + random.nextInt(9))
                        .build();
    }

    private List<InvoiceLine> lines() {
        int count = random.nextInt(60) == 0 ? 300 : 1 + random.nextInt(8);
        List<InvoiceLine> lines = new ArrayList<>();
        lines.add(line("1000000000"));
        for (int i = 1; i < count; i++) {
            lines.add(line("100000"));
        }
        return lines;
    }

    private List<InvoiceLine> changed(List<InvoiceLine> before) {
        List<InvoiceLine> lines = new ArrayList<>(before);
        switch (random.nextInt(4)) {
            case 0 -> lines.add(random.nextInt(lines.size() + 1), line("100000"));
            case 1 -> {
                if (lines.size() > 2) {
                    lines.remove(1 + random.nextInt(lines.size() - 1));
                }
            }
            case 2 -> lines.set(0, line("1000000000"));
            default -> {
                int at = random.nextInt(lines.size());
                lines.set(at, at == 0 ? line("1000000000") : line("100000"));
            }
        }
        return lines;
    }

    /** The first line is dear, so that those below zero leave something. */
    private InvoiceLine line(String cents) {
        boolean first = cents.length() > 6;
        if (!first && random.nextInt(6) == 0) {
            return InvoiceLine.text("Text " + random.nextInt(1000), currency);
        }
        InvoiceLine.Builder line;
        if (random.nextInt(3) == 0) {
            BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(100_000), 2);
            BigDecimal price = first
                    ? BigDecimal.valueOf(1_000_000 + random.nextInt(1000), 2)
                    : BigDecimal.valueOf(random.nextInt(100_000_000), 7);
            line = InvoiceLine.builder(first ? BigDecimal.TEN : quantity, price, currency);
        } else {
            BigDecimal amount = first
                    ? BigDecimal.valueOf(10_000_000L + random.nextInt(100_000_000), 2)
                    : BigDecimal.valueOf(random.nextInt(100_000) - 5_000L, 2);
            line = InvoiceLine.builder(Money.rounded(amount, currency));
            if (random.nextInt(4) == 0) {
                line.quantity(BigDecimal.valueOf(1 + random.nextInt(9)));
            }
        }
        if (!codes.isEmpty()) {
            line.taxCodeId(codes.get(random.nextInt(codes.size())));
        } else {
            line.taxable(random.nextBoolean());
        }
        if (random.nextInt(8) == 0) {
            line.discount(
                    random.nextBoolean()
                            ? Discount.percent(BigDecimal.valueOf(random.nextInt(500), 1))
                            : Discount.amount(Money.rounded(BigDecimal.valueOf(random.nextInt(99), 2), currency)));
        }
        return line.serviceItemId(items.get(random.nextInt(items.size())))
                .description(some("Work "))
                .serviceDate(random.nextBoolean() ? null : Firm.DAY.minusDays(random.nextInt(30)))
                .build();
    }

    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
