package dev.tieout.examples.benchmarks.matching.practice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Invents practices after the rates of the labelled ones: of ten entities six are in both lists and two in each alone; a
 * third of the customers were copied from the client's record, the others typed anew; some records are doubled, some
 * customers inactive or jobs. The same seed gives the same practice.
 */
public final class PracticeGenerator {
    private final Dice dice;
    private final Families families;
    private final ClientTypist clientTypist;
    private final CustomerTypist customerTypist;
    private final List<Typed> clients = new ArrayList<>();
    private final List<Typed> customers = new ArrayList<>();

    private PracticeGenerator(int size, long seed, @Nullable Path census) {
        dice = new Dice(seed);
        Words words = Words.load();
        Slips slips = new Slips(dice);
        NameTypist names = new NameTypist(dice, words, slips);
        ContactTypist contacts = new ContactTypist(dice, words, slips);
        families = new Families(dice, words, new Surnames(dice, words, census), new Contacts(dice, words, size));
        clientTypist = new ClientTypist(dice, names, contacts);
        customerTypist = new CustomerTypist(dice, words, names, contacts);
    }

    /**
     * Invents one.
     *
     * @param size how many clients, or a few more
     * @param seed the seed
     * @param census a file with surnames and their counts, or {@code null}: then surnames are invented too
     * @return the practice
     */
    public static Practice generate(int size, long seed, @Nullable Path census) {
        return generate(size, seed, census, Map.of());
    }

    /**
     * Invents one with habits of writing that the labelled ones do not have.
     *
     * @param size how many clients, or a few more
     * @param seed the seed
     * @param census a file with surnames and their counts, or {@code null}: then surnames are invented too
     * @param habits of each habit the share of the records concerned that have it
     * @return the practice
     */
    public static Practice generate(int size, long seed, @Nullable Path census, Map<Habit, Double> habits) {
        PracticeGenerator g = new PracticeGenerator(size, seed, census);
        while (g.clients.size() < size) {
            g.families.next().forEach(g::place);
        }
        if (!habits.isEmpty()) {
            new Habits(new Dice(~seed), Words.load(), habits, g.customers).apply(g.clients, g.customers);
        }
        Collections.shuffle(g.clients, g.dice.random());
        Collections.shuffle(g.customers, g.dice.random());
        return new Practice(g.clients, g.customers);
    }

    private void place(Entity e) {
        int where = dice.share(0.633, 0.181);
        Typed client = where < 2 ? client(e) : null;
        if (where != 1) {
            books(e, client);
        }
    }

    private Typed client(Entity e) {
        Typed client = clientTypist.type(e);
        clients.add(client);
        if (dice.chance(0.02)) {
            Typed twin = clientTypist.type(e);
            twin.tag("APPDUP");
            clients.add(twin);
        }
        return client;
    }

    private void books(Entity e, @Nullable Typed client) {
        Typed customer = client != null && dice.chance(0.33) ? customerTypist.copy(client) : customerTypist.type(e);
        boolean left = dice.chance(client == null ? 0.1 : 0.018);
        customers.add(left ? customerTypist.inactive(customer) : customer);
        if (dice.chance(0.031)) {
            Typed twin = customerTypist.type(e);
            twin.tag("QBODUP");
            customers.add(dice.chance(0.38) ? customerTypist.inactive(twin) : twin);
        }
        if (dice.chance(0.02)) {
            for (int i = dice.between(1, 2); i > 0; i--) {
                customers.add(customerTypist.job(customer));
            }
        }
    }
}
