package dev.tieout.qbo.simulation;

import dev.tieout.testkit.company.FakeCompany;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What really stands in the way of a wish, read off the books: while there is nothing, the wish has to be fulfilled, and
 * who says there is something is wrong.
 */
final class Obstacles {
    private final World world;
    private final FakeCompany books;
    private final Witness witness;

    Obstacles(World world) {
        this.world = world;
        this.books = world.books;
        this.witness = world.witness;
    }

    /** Words for what stands in the way; empty if nothing does. */
    Set<String> of(Wish wish) {
        Set<String> found = new TreeSet<>();
        String place = witness.place(wish.id);
        Map<String, Object> raw =
                place == null ? null : books.find(wish.kind.entity, place).orElse(null);
        if (raw == null && place != null) {
            found.add("gone");
            return found;
        }
        switch (wish.kind) {
            case CLIENT, ITEM -> list(wish, place, raw, found);
            case INVOICE -> invoice(wish, place, raw, found);
            case PAYMENT -> payment(wish, place, raw, found);
        }
        return found;
    }

    private void list(Wish wish, String place, Map<String, Object> raw, Set<String> found) {
        String name = wish.get("name");
        for (String entity : wish.kind == Kind.CLIENT ? List.of("Customer", "Vendor", "Employee") : List.of("Item")) {
            for (Map<String, Object> other : books.all(entity)) {
                String theirs = Canon.text(other, entity.equals("Item") ? "Name" : "DisplayName");
                boolean self = entity.equals(wish.kind.entity)
                        && Canon.text(other, "Id").equals(place);
                if (!self && name.equalsIgnoreCase(theirs)) {
                    found.add("name");
                }
            }
        }
        if (raw != null && inactive(raw)) {
            found.add("inactive");
        }
        if (raw != null
                && !wish.active()
                && Canon.decimal(raw.get("BalanceWithJobs")).signum() != 0) {
            found.add("balance");
        }
        long sharing = world.host.all(wish.kind).stream()
                .filter(other -> place != null && !other.out && place.equals(witness.place(other.id)))
                .count();
        if (sharing > 1) {
            found.add("linked twice");
        }
        Said said = world.engine().said(wish.kind, wish.id);
        if (said.remoteId() != null && !said.remoteId().equals(place)) {
            books.find(wish.kind.entity, said.remoteId())
                    .filter(Obstacles::inactive)
                    .ifPresent(merged -> found.add("perhaps merged"));
        }
    }

    private void parent(Wish parent, Set<String> found) {
        if (parent == null) {
            found.add("no parent");
            return;
        }
        String place = witness.place(parent.id);
        Said said = world.engine().said(parent.kind, parent.id);
        if (parent.kind.money && (parent.ended || (place != null && witness.ended(parent.kind, place)))) {
            found.add("parent ended");
        } else if (place == null) {
            found.add("parent not there");
        } else if (!parent.kind.money && inactive(parent, place)) {
            found.add("parent inactive");
        } else if (said.remoteId() == null || parent.out) {
            found.add("parent not linked");
        } else if (!said.remoteId().equals(place)) {
            found.add("parent merged");
        }
    }

    private boolean inactive(Wish parent, String place) {
        return books.find(parent.kind.entity, place).map(Obstacles::inactive).orElse(true);
    }

    private static boolean inactive(Map<String, Object> raw) {
        return Boolean.FALSE.equals(raw.get("Active"));
    }

    private void money(Wish wish, String place, Map<String, Object> raw, Set<String> found) {
        parent(world.host.find(wish.get("client")), found);
        if ("EUR".equals(wish.get("currency"))) {
            found.add("currency");
        }
        if (closed(wish.get("date")) || (raw != null && closed(Canon.text(raw, "TxnDate")))) {
            found.add("closed");
        }
        if (place == null && hasTwin(wish)) {
            found.add("twin");
        }
        if (raw != null && inactiveRef(raw, "CustomerRef", "Customer")) {
            found.add("parent inactive");
        }
    }

    private boolean inactiveRef(Map<String, Object> raw, String field, String entity) {
        String id = Canon.text(raw, field, "value");
        return id != null && books.find(entity, id).map(Obstacles::inactive).orElse(true);
    }

    private boolean closed(String date) {
        return world.closed && date != null && !LocalDate.parse(date).isAfter(LocalDate.parse("2026-02-24"));
    }

    private void invoice(Wish wish, String place, Map<String, Object> raw, Set<String> found) {
        money(wish, place, raw, found);
        wish.lines.forEach(line -> parent(world.host.find(line.get("item")), found));
        if (wish.get("number") != null && numberTaken(wish.get("number"), place)) {
            found.add("number");
        }
        boolean perLine = preference("ClassTrackingPerTxnLine");
        boolean classy = wish.get("class") != null || wish.lines.stream().anyMatch(line -> line.get("class") != null);
        if ((classy && !perLine) || (wish.get("location") != null && !preference("TrackDepartments"))) {
            found.add("not tracked");
        }
        if (raw != null) {
            for (Map<String, Object> line : Canon.lines(raw)) {
                Object item = Canon.at(line, "SalesItemLineDetail", "ItemRef", "value");
                if (item != null
                        && books.find("Item", item.toString())
                                .map(Obstacles::inactive)
                                .orElse(true)) {
                    found.add("parent inactive");
                }
            }
            BigDecimal paid = Canon.decimal(raw.get("TotalAmt")).subtract(Canon.decimal(raw.get("Balance")));
            if (paid.signum() != 0 && !witness.ended(Kind.INVOICE, place)) {
                Map<String, String> app = witness.app(wish);
                boolean less = new BigDecimal(app.get("total")).compareTo(paid) < 0;
                boolean other = !app.get("client").equals(Canon.text(raw, "CustomerRef", "value"));
                if (less || other || wish.ended) {
                    found.add("paid");
                }
            }
        }
    }

    private void payment(Wish wish, String place, Map<String, Object> raw, Set<String> found) {
        money(wish, place, raw, found);
        for (Map.Entry<String, String> each : wish.allocations.entrySet()) {
            Wish invoice = world.host.find(each.getKey());
            parent(invoice, found);
            String there = witness.place(each.getKey());
            Map<String, Object> paid =
                    there == null ? null : books.find("Invoice", there).orElse(null);
            if (paid == null) {
                continue;
            }
            BigDecimal open = Canon.decimal(paid.get("Balance")).add(applied(raw, there));
            if (new BigDecimal(each.getValue()).compareTo(open) > 0) {
                found.add("over");
            }
            String payer = witness.app(wish).get("client");
            if (!String.valueOf(Canon.text(paid, "CustomerRef", "value")).equals(payer)) {
                found.add("other customer");
            }
        }
        if (raw != null && new BigDecimal(wish.get("amount")).compareTo(appliedInAll(wish, raw)) < 0) {
            found.add("over");
        }
        if (raw != null
                && Canon.objects(raw.get("LinkedTxn")).stream()
                        .anyMatch(link -> "Deposit".equals(Canon.text(link, "TxnType")))) {
            found.add("deposited");
        }
    }

    /** What the app wants applied, and what somebody applied besides, which stays. */
    private BigDecimal appliedInAll(Wish wish, Map<String, Object> payment) {
        BigDecimal sum = BigDecimal.ZERO;
        Set<String> own = new TreeSet<>();
        for (Map.Entry<String, String> each : wish.allocations.entrySet()) {
            sum = sum.add(new BigDecimal(each.getValue()));
            own.add(String.valueOf(witness.place(each.getKey())));
        }
        for (Map<String, Object> line : Canon.lines(payment)) {
            for (Map<String, Object> link : Canon.objects(line.get("LinkedTxn"))) {
                if (!own.contains(String.valueOf(Canon.text(link, "TxnId")))) {
                    sum = sum.add(Canon.decimal(line.get("Amount")));
                }
            }
        }
        return sum;
    }

    private static BigDecimal applied(Map<String, Object> payment, String invoice) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map<String, Object> line : payment == null ? List.<Map<String, Object>>of() : Canon.lines(payment)) {
            for (Map<String, Object> link : Canon.objects(line.get("LinkedTxn"))) {
                if (invoice.equals(Canon.text(link, "TxnId"))) {
                    sum = sum.add(Canon.decimal(line.get("Amount")));
                }
            }
        }
        return sum;
    }

    private boolean numberTaken(String number, String place) {
        return preferenceOf("SalesFormsPrefs", "CustomTxnNumbers")
                && books.all("Invoice").stream()
                        .anyMatch(other -> number.equals(Canon.text(other, "DocNumber"))
                                && !Canon.text(other, "Id").equals(place));
    }

    private boolean preference(String name) {
        return preferenceOf("AccountingInfoPrefs", name);
    }

    private boolean preferenceOf(String group, String name) {
        return Boolean.TRUE.equals(Canon.at(books.all("Preferences").get(0), group, name));
    }

    /** A record of QuickBooks that is nobody's, of the same customer and amount, on a near day. */
    /** By what the app says, and by what the books say where it is there. */
    boolean hasTwin(Wish wish) {
        String place = witness.place(wish.id);
        Map<String, String> there = place == null ? null : witness.inBooks(wish.kind, place);
        return hasTwin(wish, witness.app(wish)) || (there != null && hasTwin(wish, there));
    }

    private boolean hasTwin(Wish wish, Map<String, String> app) {
        String amount = app.get(wish.kind == Kind.INVOICE ? "total" : "amount");
        for (Map<String, Object> other : books.all(wish.kind.entity)) {
            String id = Canon.text(other, "Id");
            if (witness.owner(wish.kind, id) == null
                    && !witness.ended(wish.kind, id)
                    && app.get("client").equals(Canon.text(other, "CustomerRef", "value"))
                    && amount.equals(Canon.number(other.get("TotalAmt")))
                    && near(app.get("date"), Canon.text(other, "TxnDate"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean near(String one, String other) {
        return Math.abs(ChronoUnit.DAYS.between(LocalDate.parse(one), LocalDate.parse(other))) <= 7;
    }
}
