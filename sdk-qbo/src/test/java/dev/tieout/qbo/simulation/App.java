// Over 300 lines: all that people do in the app, one short act after another.
package dev.tieout.qbo.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** The people who work in the app. Whatever they save is handed over, again and again if the library was not there. */
final class App {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 20);
    private static final List<String> PARTS =
            List.of("first", "middle", "last", "company", "email", "phone", "line1", "city", "region", "postal");

    private final World world;
    private final Random random;
    private final Host host;
    private final Set<Wish> unsaid = new LinkedHashSet<>();
    private int count;

    App(World world, Random random) {
        this.world = world;
        this.random = random;
        this.host = world.host;
    }

    void open() {
        for (int n = 0; n < 2; n++) {
            newItem();
            newClient();
        }
    }

    void act() {
        int dice = random.nextInt(100);
        if (dice < 8) {
            newClient();
        } else if (dice < 10) {
            newItem();
        } else if (dice < 32) {
            newInvoice();
        } else if (dice < 48) {
            newPayment();
        } else if (dice < 60) {
            editClient();
        } else if (dice < 63) {
            editItem();
        } else if (dice < 77) {
            editInvoice();
        } else if (dice < 83) {
            editPayment();
        } else if (dice < 89) {
            end();
        } else if (dice < 93) {
            unmatchOrMatch();
        } else if (dice < 97) {
            retry();
        } else {
            decide();
        }
    }

    /** A person settles what the library asks about. */
    private void decide() {
        Wish wish = any(Kind.values()[random.nextInt(4)]);
        if (wish == null || !wish.handed || unsaid.contains(wish)) {
            return;
        }
        boolean app = random.nextBoolean();
        world.onSomeNode(engine -> {
            Said said = engine.said(wish.kind, wish.id);
            if (said.is("CONFLICT") && world.witness.answering(wish, () -> engine.resolve(wish, app))) {
                world.trail.add("app", wish + ": " + (app ? "our side" : "QuickBooks") + " is right");
                world.witness.resolved(wish);
            } else if (said.is("GONE", "UNCERTAIN") && !wish.ended) {
                world.witness.resending(wish);
                if (engine.resend(wish)) {
                    world.trail.add("app", wish + ": is to be sent anew");
                } else {
                    world.witness.notResent(wish);
                }
            }
        });
    }

    // Records and edits.

    private void newItem() {
        Wish wish = made(Kind.ITEM, "s-");
        wish.set("name", "Work " + wish.mark());
        wish.set("rate", cents());
        wish.set("description", maybe("What is done "));
        wish.set("code", maybe("S"));
        wish.set("account", world.incomeAccount);
        save(wish, "new item", "name", "rate", "description", "code");
    }

    private void newClient() {
        Wish wish = made(Kind.CLIENT, "c-");
        wish.set("name", "Alder " + wish.mark());
        PARTS.forEach(part -> wish.set(part, part(part)));
        save(wish, "new client", PARTS.toArray(String[]::new));
    }

    private void editClient() {
        Wish wish = any(Kind.CLIENT);
        if (wish == null) {
            return;
        }
        int dice = random.nextInt(PARTS.size() + 2);
        if (dice < PARTS.size()) {
            edit(wish, PARTS.get(dice), part(PARTS.get(dice)));
        } else if (dice == PARTS.size() || wish.cameFromBooks()) {
            wish.set("name", (wish.cameFromBooks() ? "Found " : "Alder " + wish.mark() + " ") + next());
            save(wish, "edits name", "name");
        } else {
            wish.set("active", wish.active() ? "false" : null);
            save(wish, "makes active=" + wish.active(), "active");
        }
    }

    private String part(String part) {
        if (random.nextInt(5) == 0) {
            return null;
        }
        return switch (part) {
            case "email" -> "Mail" + next() + "@client.example";
            case "phone" -> "(555) 01" + (10_000 + next());
            case "postal" -> String.valueOf(10_000 + next());
            default -> part + " " + next();
        };
    }

    private void editItem() {
        Wish wish = any(Kind.ITEM);
        switch (random.nextInt(3)) {
            case 0 -> {
                wish.set("rate", cents());
                save(wish, "edits rate", "rate");
            }
            case 1 -> {
                edit(wish, "description", maybe("Done "));
            }
            default -> {
                wish.set("name", (wish.cameFromBooks() ? "Item " : "Work " + wish.mark() + " ") + next());
                save(wish, "edits name", "name");
            }
        }
    }

    private void newInvoice() {
        Wish client = any(Kind.CLIENT);
        if (client == null || client.out) {
            return;
        }
        Wish wish = made(Kind.INVOICE, "i-");
        wish.set("client", client.id);
        wish.set("date", DAY.plusDays(random.nextInt(12)).toString());
        wish.set("due", random.nextBoolean() ? "2026-03-" + (10 + random.nextInt(20)) : null);
        wish.set("number", random.nextInt(3) == 0 ? "A-" + random.nextInt(40) : null);
        wish.set("note", "Bill " + wish.mark());
        wish.set("memo", maybe("Thanks "));
        wish.set("email", random.nextBoolean() ? "bill" + next() + "@client.example" : null);
        wish.set("class", random.nextInt(3) == 0 ? one(world.classes) : null);
        wish.set("location", random.nextInt(3) == 0 ? one(world.locations) : null);
        wish.set("currency", random.nextInt(80) == 0 ? "EUR" : null);
        for (int n = random.nextInt(3); n >= 0; n--) {
            addLine(wish);
        }
        save(wish, "new invoice for " + client);
    }

    private void addLine(Wish wish) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("mark", "~" + wish.id + "." + next() + "~");
        line.put("item", any(Kind.ITEM).id);
        line.put("description", line.get("mark") + " hours");
        line.put("class", random.nextInt(4) == 0 ? one(world.classes) : null);
        price(line);
        wish.lines.add(line);
    }

    /** A quantity and a price, an amount alone, or a quantity and an amount. */
    private void price(Map<String, String> line) {
        int form = random.nextInt(10);
        int quantity = 1 + random.nextInt(4);
        BigDecimal price = new BigDecimal(cents());
        line.put("qty", form < 4 ? null : String.valueOf(quantity));
        line.put("price", form < 4 || form == 9 ? null : price.toPlainString());
        line.put(
                "amount",
                price.multiply(BigDecimal.valueOf(form < 4 ? 1 : quantity)).toPlainString());
    }

    private void editInvoice() {
        Wish wish = any(Kind.INVOICE);
        if (wish == null) {
            return;
        }
        switch (random.nextInt(9)) {
            case 0 -> wish.set("memo", maybe("Thank you "));
            case 1 -> wish.set("email", random.nextBoolean() ? "bill" + next() + "@client.example" : null);
            case 2 -> wish.set("note", "Bill " + wish.mark() + " " + next());
            case 3 -> wish.set("due", "2026-03-" + (10 + random.nextInt(20)));
            case 4 -> wish.set(random.nextBoolean() ? "class" : "location", null);
            case 5 -> wish.set("location", one(world.locations));
            case 6 -> {
                addLine(wish);
                if (wish.lines.size() > 2) {
                    wish.lines.remove(random.nextInt(wish.lines.size()));
                }
            }
            case 7 -> price(copyOfLine(wish));
            default -> {
                Map<String, String> line = copyOfLine(wish);
                line.put("description", line.get("mark") + " hours " + next());
            }
        }
        save(wish, "edits invoice");
    }

    private Map<String, String> copyOfLine(Wish wish) {
        int at = random.nextInt(wish.lines.size());
        Map<String, String> copy = new LinkedHashMap<>(wish.lines.get(at));
        wish.lines = new ArrayList<>(wish.lines);
        wish.lines.set(at, copy);
        return copy;
    }

    private void newPayment() {
        Wish invoice = any(Kind.INVOICE);
        if (invoice == null || invoice.ended || host.find(invoice.get("client")).out) {
            return;
        }
        Wish wish = made(Kind.PAYMENT, "p-");
        BigDecimal total = new BigDecimal(world.witness.app(invoice).get("total"));
        BigDecimal paid = random.nextInt(3) > 0 ? total : half(total);
        wish.set("client", invoice.get("client"));
        wish.set("currency", invoice.get("currency"));
        wish.set("date", DAY.plusDays(random.nextInt(12)).toString());
        wish.set("amount", paid.toPlainString());
        wish.set("note", "Money " + wish.mark());
        wish.set("method", random.nextBoolean() ? one(List.of("Check", "Cash", "Visa")) : null);
        wish.set("reference", maybe("R"));
        if (random.nextInt(6) > 0) {
            wish.allocations.put(invoice.id, paid.toPlainString());
        }
        save(wish, "new payment of " + invoice);
    }

    private void editPayment() {
        Wish wish = any(Kind.PAYMENT);
        if (wish == null) {
            return;
        }
        switch (random.nextInt(6)) {
            case 0 -> wish.set("reference", maybe("R"));
            case 1 -> wish.set("method", random.nextBoolean() ? one(List.of("Check", "Cash", "Visa")) : null);
            case 2 -> wish.set("note", "Money " + wish.mark() + " " + next());
            case 3 -> wish.set("date", DAY.plusDays(random.nextInt(12)).toString());
            case 4 -> wish.allocations = new LinkedHashMap<>();
            default -> {
                BigDecimal less = half(new BigDecimal(wish.get("amount")));
                wish.set("amount", less.toPlainString());
                wish.allocations.replaceAll((invoice, amount) -> less.toPlainString());
            }
        }
        save(wish, "edits payment");
    }

    private void end() {
        Wish wish = any(random.nextBoolean() ? Kind.INVOICE : Kind.PAYMENT);
        if (wish == null || wish.ended) {
            return;
        }
        wish.ended = true;
        say(wish, "wants it void");
    }

    private void unmatchOrMatch() {
        Wish wish = any(Kind.CLIENT);
        if (wish == null || unsaid.contains(wish)) {
            return;
        }
        String place = world.witness.place(wish.id);
        if (!wish.out && random.nextInt(3) == 0) {
            wish.out = true;
            say(wish, "unmatches it");
        } else if (wish.out && place != null) {
            wish.out = false;
            say(wish, "matches it again with " + place);
        }
    }

    private void retry() {
        Wish wish = any(Kind.values()[random.nextInt(4)]);
        if (random.nextInt(3) == 0) {
            world.trail.add("app", "retries all");
            world.onSomeNode(Engine::retryAll);
        } else if (wish != null) {
            world.trail.add("app", "retries " + wish);
            world.onSomeNode(engine -> engine.retry(wish.kind, wish.id));
        }
    }

    // Handing over.

    private Wish made(Kind kind, String prefix) {
        Wish wish = new Wish(kind, prefix + next());
        host.wishes.put(wish.id, wish);
        return wish;
    }

    private void save(Wish wish, String what, String... fields) {
        world.witness.edited(wish, fields);
        say(wish, what);
    }

    private void edit(Wish wish, String field, String value) {
        if (Objects.equals(wish.get(field), value)) {
            say(wish, "is saved as it is");
        } else {
            wish.set(field, value);
            save(wish, "edits " + field, field);
        }
    }

    private void say(Wish wish, String what) {
        world.trail.add("app", wish + ": " + what);
        unsaid.add(wish);
        int tries = 1 + random.nextInt(3);
        for (int n = 0; n < tries && unsaid.contains(wish); n++) {
            say(wish);
        }
    }

    private void say(Wish wish) {
        boolean now = random.nextInt(3) == 0;
        world.witness.handing(wish);
        if (world.onSomeNode(engine -> say(engine, wish, now))) {
            unsaid.remove(wish);
            world.witness.handed(wish);
        }
    }

    private void say(Engine engine, Wish wish, boolean now) {
        if (wish.out && !wish.outSaid) {
            engine.unmatch(wish);
            wish.outSaid = true;
        } else if (!wish.out && wish.outSaid) {
            matchAgain(engine, wish);
        } else if (wish.ended && !wish.endSaid) {
            // What was never said comes first; an end outlives every edit, whichever comes first.
            engine.hand(wish, false);
            engine.end(wish);
            wish.endSaid = true;
        } else {
            engine.hand(wish, now);
        }
    }

    private void matchAgain(Engine engine, Wish wish) {
        String place = world.witness.place(wish.id);
        if (engine.match(wish, place)) {
            world.witness.matched(wish, place);
            wish.outSaid = false;
        } else {
            world.trail.add("app", wish + ": cannot be matched again");
            wish.out = true;
        }
    }

    /** Hands over again what may not have arrived. */
    void catchUp() {
        for (Wish wish : List.copyOf(unsaid)) {
            world.trail.add("app", wish + ": once more");
            say(wish);
        }
    }

    boolean allSaid() {
        return unsaid.isEmpty();
    }

    /** What the library would not take although nothing failed. */
    List<Finding> left() {
        return unsaid.stream()
                .map(wish -> new Finding("NOT_TAKEN", wish.id, "the library does not take what the app wants"))
                .toList();
    }

    // Chance.

    private Wish any(Kind kind) {
        List<Wish> all = host.all(kind);
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String maybe(String text) {
        return random.nextInt(3) == 0 ? null : text + next();
    }

    private int next() {
        return ++count;
    }

    private String cents() {
        return BigDecimal.valueOf(1_000 + random.nextInt(20_000), 2).toPlainString();
    }

    private static BigDecimal half(BigDecimal amount) {
        return amount.divide(BigDecimal.valueOf(2), 2, RoundingMode.UP);
    }
}
