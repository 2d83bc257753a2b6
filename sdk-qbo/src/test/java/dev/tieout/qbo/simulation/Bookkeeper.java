// Over 300 lines: all that a person does in QuickBooks, one short act after another.
package dev.tieout.qbo.simulation;

import dev.tieout.testkit.company.FakeCompany;
import dev.tieout.testkit.company.InQuickBooks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The person who works in QuickBooks, and may do there whatever its pages offer. What its rules refuse she leaves. */
final class Bookkeeper {
    private static final String[][] SWITCHES = {
        {"AccountingInfoPrefs.ClassTrackingPerTxn", "AccountingInfoPrefs.ClassTrackingPerTxnLine"},
        {"AccountingInfoPrefs.TrackDepartments"},
        {"SalesFormsPrefs.CustomTxnNumbers"}
    };

    private final World world;
    private final Random random;
    private final FakeCompany books;
    private final InQuickBooks pages;
    private int count;

    Bookkeeper(World world, Random random) {
        this.world = world;
        this.random = random;
        this.books = world.books;
        this.pages = books.inQuickBooks();
    }

    void act() {
        int dice = random.nextInt(100);
        if (dice < 16) {
            editCustomer();
        } else if (dice < 20) {
            editItem();
        } else if (dice < 25) {
            activity();
        } else if (dice < 29) {
            merge();
        } else if (dice < 45) {
            editInvoice();
        } else if (dice < 59) {
            editLines();
        } else if (dice < 68) {
            editPayment();
        } else if (dice < 74) {
            payByHand();
        } else if (dice < 78) {
            apply();
        } else if (dice < 84) {
            end();
        } else if (dice < 88) {
            twin();
        } else if (dice < 91) {
            closeOrOpen();
        } else if (dice < 94) {
            switches();
        } else if (dice < 97) {
            credit();
        } else {
            newCustomer();
        }
    }

    private void tries(String what, Runnable act) {
        tries(what, false, act);
    }

    private void tries(String what, boolean merge, Runnable act) {
        world.trail.add("bookkeeper", what);
        try {
            world.witness.byHand(merge, act);
        } catch (IllegalStateException refused) {
            world.trail.add("books", "refuse it: " + refused.getMessage());
        }
    }

    // Customers and items.

    private void editCustomer() {
        Map<String, Object> one = any("Customer", true);
        if (one == null) {
            return;
        }
        Map<String, Object> change = new HashMap<>();
        switch (random.nextInt(8)) {
            case 0 -> change.put("PrimaryPhone", Map.of("FreeFormNumber", "(555) 02" + (10_000 + next())));
            case 1 -> change.put("PrimaryEmailAddr", Map.of("Address", "books" + next() + "@client.example"));
            case 2 -> change.put("GivenName", "First " + next());
            case 3 -> change.put("CompanyName", "Company " + next());
            case 4 -> change.put("FamilyName", null);
            case 5 -> change.put("DisplayName", renamed(Canon.text(one, "DisplayName")));
            default -> {
                Map<String, Object> address = new LinkedHashMap<>();
                if (one.get("BillAddr") instanceof Map<?, ?> old) {
                    old.forEach((name, value) -> address.put(name.toString(), value));
                }
                address.put(random.nextBoolean() ? "City" : "Line1", "Street " + next());
                change.put("BillAddr", address);
            }
        }
        tries("edits customer " + id(one) + " " + change.keySet(), () -> change("Customer", one, change));
    }

    private String renamed(String name) {
        String mark = Canon.mark(name);
        return "Renamed " + (mark == null ? "" : mark + " ") + next();
    }

    private void editItem() {
        Map<String, Object> one = any("Item", true);
        if (one != null) {
            Map<String, Object> change = new HashMap<>();
            switch (random.nextInt(3)) {
                case 0 -> change.put("UnitPrice", new BigDecimal(20 + next()));
                case 1 -> change.put("Description", "As the books say " + next());
                default -> change.put("Name", renamed(Canon.text(one, "Name")));
            }
            tries("edits item " + id(one) + " " + change.keySet(), () -> change("Item", one, change));
        }
    }

    private void activity() {
        String entity = random.nextInt(4) == 0 ? "Item" : "Customer";
        Map<String, Object> one = any(entity, random.nextBoolean());
        if (one != null) {
            boolean active = !Boolean.FALSE.equals(one.get("Active"));
            tries("makes " + entity + " " + id(one) + " active=" + !active, () -> {
                if (active) {
                    pages.inactivate(entity, id(one));
                } else {
                    pages.reactivate(entity, id(one));
                }
            });
        }
    }

    private void merge() {
        Map<String, Object> gone = any("Customer", true);
        if (gone == null) {
            return;
        }
        Map<String, Object> other = any("Customer", true);
        boolean two = random.nextInt(4) == 0 && other != null && !id(other).equals(id(gone));
        tries("merges customer " + id(gone), true, () -> {
            String survivor = two ? id(other) : pages.create("Customer", Map.of("DisplayName", "Kept " + next()));
            pages.merge("Customer", survivor, id(gone));
        });
    }

    private void newCustomer() {
        tries("enters a customer", () -> pages.create("Customer", Map.of("DisplayName", "New by hand " + next())));
    }

    // Invoices.

    private void editInvoice() {
        Map<String, Object> one = any("Invoice", true);
        if (one == null) {
            return;
        }
        Map<String, Object> change = new HashMap<>();
        switch (random.nextInt(8)) {
            case 0 -> change.put("CustomerMemo", Map.of("value", "From the books " + next()));
            case 1 -> change.put("DueDate", "2026-04-" + (10 + random.nextInt(20)));
            case 2 -> change.put("TxnDate", "2026-02-" + (10 + random.nextInt(15)));
            case 3 -> change.put("PrivateNote", "Books " + or(Canon.mark(one.get("PrivateNote")), "") + " " + next());
            case 4 -> change.put("BillEmail", Map.of("Address", "books" + next() + "@client.example"));
            case 5 -> change.put("DocNumber", "B-" + next());
            case 6 -> change.put("DepartmentRef", reference(world.locations.get(random.nextInt(2))));
            default -> {
                Map<String, Object> customer = any("Customer", true);
                change.put("CustomerRef", reference(customer == null ? "1" : id(customer)));
            }
        }
        tries("edits invoice " + id(one) + " " + change.keySet(), () -> change("Invoice", one, change));
    }

    /** Discounts, bundles, texts, sales lines of her own, other prices and words. */
    private void editLines() {
        Map<String, Object> one = any("Invoice", true);
        if (one == null) {
            return;
        }
        List<Map<String, Object>> lines = new ArrayList<>();
        Canon.lines(one).forEach(line -> lines.add(new LinkedHashMap<>(line)));
        List<Map<String, Object>> sales = lines.stream()
                .filter(line -> "SalesItemLineDetail".equals(line.get("DetailType")))
                .toList();
        Map<String, Object> some = sales.get(random.nextInt(sales.size()));
        String what;
        switch (random.nextInt(6)) {
            case 0 -> {
                what = "a discount";
                lines.add(line("DiscountLineDetail", new BigDecimal("5.00"), Map.of("PercentBased", false)));
            }
            case 1 -> {
                what = "a text line";
                Map<String, Object> text = line("DescriptionOnly", null, Map.of());
                text.put("Description", "A word from the books " + next());
                lines.add(text);
            }
            case 2 -> {
                what = "a bundle";
                Map<String, Object> inner =
                        line("SalesItemLineDetail", new BigDecimal("12.00"), Map.of("ItemRef", itemOf(some)));
                lines.add(line("GroupLineDetail", null, Map.of("Quantity", 1, "Line", List.of(inner))));
            }
            case 3 -> {
                what = "a line of her own";
                lines.add(line("SalesItemLineDetail", new BigDecimal("33.00"), Map.of("ItemRef", itemOf(some))));
            }
            case 4 -> {
                what = "another amount";
                some.put("Amount", new BigDecimal(40 + next()));
                some.put("SalesItemLineDetail", Map.of("ItemRef", itemOf(some)));
            }
            default -> {
                what = "another description";
                some.put("Description", or(Canon.mark(some.get("Description")), "") + " as the books say " + next());
            }
        }
        tries("puts " + what + " on invoice " + id(one), () -> change("Invoice", one, Map.of("Line", lines)));
    }

    private static Object itemOf(Map<String, Object> line) {
        return Canon.at(line, "SalesItemLineDetail", "ItemRef");
    }

    private static Map<String, Object> line(String type, BigDecimal amount, Map<String, Object> detail) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("DetailType", type);
        if (amount != null) {
            line.put("Amount", amount);
        }
        line.put(type.equals("DescriptionOnly") ? "DescriptionLineDetail" : type, detail);
        return line;
    }

    private void twin() {
        boolean payment = random.nextInt(3) == 0;
        Map<String, Object> one = any(payment ? "Payment" : "Invoice", true);
        if (one == null) {
            return;
        }
        Map<String, Object> twin = new LinkedHashMap<>();
        twin.put("CustomerRef", one.get("CustomerRef"));
        twin.put("TxnDate", one.get("TxnDate"));
        if (payment) {
            twin.put("TotalAmt", one.get("TotalAmt"));
        } else {
            List<Map<String, Object>> lines = new ArrayList<>();
            for (Map<String, Object> line : Canon.lines(one)) {
                if ("SalesItemLineDetail".equals(line.get("DetailType"))) {
                    lines.add(line(
                            "SalesItemLineDetail", (BigDecimal) line.get("Amount"), Map.of("ItemRef", itemOf(line))));
                }
            }
            twin.put("Line", lines);
        }
        tries("enters a twin of " + id(one), () -> pages.create(payment ? "Payment" : "Invoice", twin));
    }

    // Payments, credits, ends.

    private void editPayment() {
        Map<String, Object> one = any("Payment", true);
        if (one == null) {
            return;
        }
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("CustomerRef", one.get("CustomerRef"));
        change.put("TotalAmt", one.get("TotalAmt"));
        change.put("Line", Canon.lines(one));
        switch (random.nextInt(5)) {
            case 0 -> change.put("TotalAmt", Canon.decimal(one.get("TotalAmt")).add(BigDecimal.TEN));
            case 1 -> change.put("PaymentRefNum", "B" + next());
            case 2 -> change.put("TxnDate", "2026-02-" + (10 + random.nextInt(15)));
            case 3 -> change.put("PaymentMethodRef", reference("6"));
            default -> change.put("Line", List.of());
        }
        tries("edits payment " + id(one), () -> change("Payment", one, change));
    }

    private void payByHand() {
        Map<String, Object> invoice = any("Invoice", true);
        if (invoice != null && Canon.decimal(invoice.get("Balance")).signum() > 0) {
            BigDecimal amount = Canon.decimal(invoice.get("Balance")).min(new BigDecimal("7.00"));
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("Amount", amount);
            line.put("LinkedTxn", List.of(Map.of("TxnId", id(invoice), "TxnType", "Invoice")));
            tries(
                    "enters a payment of invoice " + id(invoice),
                    () -> pages.create(
                            "Payment",
                            Map.of(
                                    "CustomerRef",
                                    invoice.get("CustomerRef"),
                                    "TotalAmt",
                                    amount,
                                    "Line",
                                    List.of(line))));
        }
    }

    /** Applies what is left of a payment to an open invoice of the same customer. */
    private void apply() {
        Map<String, Object> payment = any("Payment", true);
        if (payment == null || Canon.decimal(payment.get("UnappliedAmt")).signum() == 0) {
            return;
        }
        books.all("Invoice").stream()
                .filter(each -> Canon.decimal(each.get("Balance")).signum() > 0
                        && String.valueOf(Canon.at(each, "CustomerRef", "value"))
                                .equals(Canon.text(payment, "CustomerRef", "value")))
                .findFirst()
                .ifPresent(invoice -> {
                    BigDecimal part =
                            Canon.decimal(payment.get("UnappliedAmt")).min(Canon.decimal(invoice.get("Balance")));
                    List<Object> lines = new ArrayList<>(Canon.lines(payment));
                    lines.add(Map.of(
                            "Amount", part, "LinkedTxn", List.of(Map.of("TxnId", id(invoice), "TxnType", "Invoice"))));
                    Map<String, Object> change = new LinkedHashMap<>();
                    change.put("CustomerRef", payment.get("CustomerRef"));
                    change.put("TotalAmt", payment.get("TotalAmt"));
                    change.put("Line", lines);
                    tries(
                            "applies payment " + id(payment) + " to " + id(invoice),
                            () -> change("Payment", payment, change));
                });
    }

    /** A credit memo, applied to an open invoice. */
    private void credit() {
        Map<String, Object> invoice = any("Invoice", true);
        if (invoice == null || Canon.decimal(invoice.get("Balance")).compareTo(BigDecimal.TEN) < 0) {
            return;
        }
        Object item = Canon.lines(invoice).stream()
                .map(Bookkeeper::itemOf)
                .filter(each -> each != null)
                .findFirst()
                .orElse(null);
        tries("credits 3.00 to invoice " + id(invoice), () -> {
            Map<String, Object> line = line("SalesItemLineDetail", new BigDecimal("3.00"), Map.of("ItemRef", item));
            String memo = pages.create(
                    "CreditMemo", Map.of("CustomerRef", invoice.get("CustomerRef"), "Line", List.of(line)));
            List<Object> lines = new ArrayList<>();
            lines.add(Map.of("Amount", 3, "LinkedTxn", List.of(Map.of("TxnId", id(invoice), "TxnType", "Invoice"))));
            lines.add(Map.of("Amount", 3, "LinkedTxn", List.of(Map.of("TxnId", memo, "TxnType", "CreditMemo"))));
            pages.create("Payment", Map.of("CustomerRef", invoice.get("CustomerRef"), "TotalAmt", 0, "Line", lines));
        });
    }

    private void end() {
        String entity = random.nextInt(3) == 0 ? "Invoice" : "Payment";
        Map<String, Object> one = any(entity, true);
        if (one != null) {
            boolean delete = random.nextBoolean();
            tries((delete ? "deletes " : "voids ") + entity + " " + id(one), () -> {
                if (delete) {
                    pages.delete(entity, id(one));
                } else {
                    pages.voidTransaction(entity, id(one));
                }
            });
        }
    }

    // Preferences.

    private void closeOrOpen() {
        boolean close = !world.closed && random.nextBoolean();
        tries(close ? "closes the books" : "opens the books", () -> {
            pages.preference("AccountingInfoPrefs.BookCloseDate", close ? "2026-02-24" : "2020-12-31");
            world.closed = close;
        });
    }

    private void switches() {
        int which = random.nextInt(SWITCHES.length);
        boolean on = random.nextBoolean();
        tries("sets " + SWITCHES[which][0] + " to " + on, () -> {
            for (String path : SWITCHES[which]) {
                pages.preference(path, on);
            }
        });
    }

    /** One of the app's records, or of hers. */
    private Map<String, Object> any(String entity, boolean active) {
        List<Map<String, Object>> all = books.all(entity).stream()
                .filter(each -> active == !Boolean.FALSE.equals(each.get("Active")))
                .filter(each -> !world.witness.ended(Kind.of(entity), id(each)))
                .toList();
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private void change(String entity, Map<String, Object> record, Map<String, Object> change) {
        pages.change(entity, id(record), change);
    }

    private static Map<String, Object> reference(String id) {
        return Map.of("value", id);
    }

    private static String id(Map<String, Object> record) {
        return Canon.text(record, "Id");
    }

    private static String or(String value, String other) {
        return value == null ? other : value;
    }

    private int next() {
        return ++count;
    }
}
