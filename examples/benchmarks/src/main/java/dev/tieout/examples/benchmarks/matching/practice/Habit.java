package dev.tieout.examples.benchmarks.matching.practice;

import java.util.EnumMap;
import java.util.Map;

/** A way of writing names that real lists have and the labelled practices do not. */
public enum Habit {
    /** A person with something in the field for the company: the employer, "N/A", "Self". */
    COMPANY(0.1),
    /** A number or a code in every name of the books, always in the same place. */
    CODE(0),
    /** An e-mail address or a telephone number behind the name. */
    CONTACT_DATA(0.01),
    /** A firm and the person to talk to in one name, and nothing in the field for the company. */
    FIRM_AND_CONTACT(0.08),
    /** A firm's short name without a legal form, and no other name field. */
    BARE_FIRM(0.15),
    /** A word joined, split, spelt out or added: Blue Bird, Saint, Attn, t/a, or cut at 41 characters. */
    WORDING(0.06),
    /** A remark behind the name, on one side. */
    NOTE(0.05),
    /** Firms with legal forms of other countries, short and written out. */
    FOREIGN_FORM(0.03),
    /** Persons with two given names and two surnames, not all of them always written. */
    SPANISH(0.05),
    /** The first line of the address holds the name, or the name of a house, before the street. */
    FIRST_LINE(0.06);

    private final double rate;

    Habit(double rate) {
        this.rate = rate;
    }

    /**
     * Returns the habits as they are mixed in real lists, with the share of the records concerned that have each.
     *
     * @param numbered whether it is one of the lists that number their customers
     * @return the shares
     */
    public static Map<Habit, Double> mixed(boolean numbered) {
        Map<Habit, Double> rates = new EnumMap<>(Habit.class);
        for (Habit habit : values()) {
            rates.put(habit, habit == CODE && numbered ? 1 : habit.rate);
        }
        return rates;
    }

    /**
     * Returns this habit alone, on a whole list.
     *
     * @return the share
     */
    public Map<Habit, Double> everywhere() {
        return Map.of(this, 1.0);
    }
}
