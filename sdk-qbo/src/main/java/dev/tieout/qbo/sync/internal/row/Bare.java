package dev.tieout.qbo.sync.internal.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of QuickBooks in outline: as much as it takes to see that a record of the app may be the same. Immutable.
 *
 * @param id its id
 * @param customer whom it is for, or {@code null}
 * @param date the day it counts for
 * @param total what it comes to, tax included
 * @param net what it comes to without tax
 * @param number its number, or {@code null}
 */
public record Bare(
        String id,
        @Nullable String customer,
        LocalDate date,
        BigDecimal total,
        BigDecimal net,
        @Nullable String number) {
    /** Within so many days of each other two transactions of one customer and amount may be one, entered twice. */
    public static final int NEAR = 7;

    /**
     * Tells whether it may be the same as what the app has.
     *
     * @param app the app's record in outline; the id says nothing
     */
    public boolean resembles(Bare app) {
        boolean sameCustomer = customer != null && customer.equals(app.customer);
        boolean sameAmount = total.signum() != 0 && (total.compareTo(app.total) == 0 || net.compareTo(app.total) == 0);
        boolean sameNumber = number != null && number.equals(app.number);
        boolean near = Math.abs(ChronoUnit.DAYS.between(date, app.date)) <= NEAR;
        return sameNumber ? sameCustomer || sameAmount : sameCustomer && sameAmount && near;
    }

    /** The same, of another day and coming to another amount. */
    public Bare of(LocalDate day, BigDecimal amount) {
        return new Bare(id, customer, day, amount, amount.compareTo(total) == 0 ? net : amount, number);
    }

    List<String> write() {
        return List.of(
                id,
                customer == null ? "" : customer,
                date.toString(),
                total.toPlainString(),
                net.toPlainString(),
                number == null ? "" : number);
    }

    static Bare read(List<?> cells) {
        return new Bare(
                cell(cells, 0),
                cell(cells, 1).isEmpty() ? null : cell(cells, 1),
                LocalDate.parse(cell(cells, 2)),
                new BigDecimal(cell(cells, 3)),
                new BigDecimal(cell(cells, 4)),
                cell(cells, 5).isEmpty() ? null : cell(cells, 5));
    }

    private static String cell(List<?> cells, int i) {
        return String.valueOf(cells.get(i));
    }

    /** The id alone: what else there is, is the firm's business. */
    @Override
    public String toString() {
        return "Bare[id=" + id + "]";
    }
}
