package dev.tieout.examples.benchmarks.matching.practice;

import dev.tieout.examples.benchmarks.matching.practice.Entity.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Rewrites the records of a practice as lists with a habit have them. Chance has a seed of its own, so that the entities
 * and all that is not rewritten stay those of the practice without it. Not thread-safe.
 */
final class Habits {
    private final Dice dice;
    private final Map<Habit, Double> rates;
    private final Employers employers;
    private final Wording wording;
    private final Codes codes;
    private final TwoSurnames surnames;
    private final ForeignForms forms;
    private final Map<Choice, Boolean> chosen = new HashMap<>();

    private record Choice(int entity, Habit habit) {}

    Habits(Dice dice, Words words, Map<Habit, Double> rates, List<Typed> customers) {
        this.dice = dice;
        this.rates = rates;
        employers = new Employers(dice, words, customers);
        wording = new Wording(dice, words);
        codes = new Codes(dice);
        surnames = new TwoSurnames(dice);
        forms = new ForeignForms(dice);
    }

    void apply(List<Typed> clients, List<Typed> customers) {
        clients.forEach(this::client);
        customers.stream().filter(c -> c.parent == null).forEach(this::customer);
        unique(customers);
    }

    private void client(Typed typed) {
        String name = typed.row.get("display_name");
        if (typed.entity.kind == Kind.PERSON && entity(Habit.SPANISH, typed)) {
            surnames.retype(typed, true);
        }
        if (typed.entity.kind == Kind.BUSINESS && entity(Habit.FOREIGN_FORM, typed)) {
            display(typed, forms.retype(typed, name));
            typed.row.set("company_name", typed.display);
        }
    }

    private void customer(Typed typed) {
        Entity e = typed.entity;
        if (e.kind == Kind.PERSON && entity(Habit.SPANISH, typed)) {
            surnames.retype(typed, false);
        }
        if (e.kind == Kind.BUSINESS) {
            firm(typed);
        } else if (!e.organisation() && chance(Habit.COMPANY)) {
            typed.row.set("company_name", employers.draw(typed));
        }
        String name = typed.row.get("display_name");
        if (chance(Habit.WORDING)) {
            name = wording.otherwise(typed, name);
        }
        if (chance(Habit.NOTE)) {
            name += wording.note(typed);
        }
        if (chance(Habit.CONTACT_DATA)) {
            name = codes.withContactData(typed, name);
        }
        if (chance(Habit.CODE)) {
            name = codes.coded(typed, name);
        }
        display(typed, name);
        if (chance(Habit.FIRST_LINE) && !typed.row.get("bill_line1").isEmpty()) {
            typed.row.set("bill_line1", wording.firstLine(typed));
        }
    }

    private void firm(Typed typed) {
        if (entity(Habit.FOREIGN_FORM, typed)) {
            String company = typed.row.get("company_name");
            String name = forms.retype(typed, company.isEmpty() ? typed.row.get("display_name") : company);
            display(typed, name);
            typed.row.set("company_name", dice.chance(0.7) ? name : "");
        }
        if (chance(Habit.BARE_FIRM)) {
            String company = typed.row.get("company_name");
            display(typed, Wording.bare(company.isEmpty() ? typed.row.get("display_name") : company));
            typed.row.set("company_name", "").set("given_name", "").set("family_name", "");
        }
        if (chance(Habit.FIRM_AND_CONTACT)) {
            String company = typed.row.get("company_name");
            String firm = company.isEmpty() ? typed.row.get("display_name") : company;
            display(typed, wording.firmAndContact(typed, firm));
            typed.row.set("company_name", "");
            if (dice.chance(0.5)) {
                typed.row.set("given_name", "").set("family_name", "").set("middle_name", "");
            }
        }
    }

    private boolean chance(Habit habit) {
        return dice.chance(rates.getOrDefault(habit, 0.0));
    }

    /** The same answer for all records of one entity. */
    private boolean entity(Habit habit, Typed typed) {
        return chosen.computeIfAbsent(new Choice(typed.entity.id, habit), x -> chance(habit));
    }

    static void display(Typed typed, String name) {
        typed.display = name;
        typed.row.set("display_name", name);
        if (!typed.row.get("active").isEmpty()) {
            typed.row.set("fully_qualified_name", name);
        }
    }

    private static void unique(List<Typed> customers) {
        Set<String> taken = new HashSet<>();
        for (Typed customer : customers) {
            String name = customer.row.get("display_name");
            for (int number = 2; !taken.add(customer.row.get("display_name").toLowerCase(Locale.ROOT)); number++) {
                display(customer, name + " (" + number + ")");
            }
        }
    }
}
