package dev.tieout.examples.benchmarks.matching.practice;

import java.util.Locale;

/** Types an entity's e-mail address, telephone and house. Not thread-safe. */
final class ContactTypist {
    private final Dice dice;
    private final Words words;
    private final Slips slips;

    ContactTypist(Dice dice, Words words, Slips slips) {
        this.dice = dice;
        this.words = words;
        this.slips = slips;
    }

    /** The entity's address, another one, a placeholder, or none. */
    String email(Typed typed, double missing) {
        if (dice.chance(missing)) {
            typed.tag("MMISS");
            return "";
        }
        if (dice.chance(0.007)) {
            typed.tag("MPLACE");
            return dice.one(words.list("placeholder"));
        }
        if (dice.chance(0.06)) {
            typed.tag("MCHANGED");
            return slips.email(typed.entity.otherEmail, typed);
        }
        return slips.email(typed.entity.email, typed);
    }

    String phone(Typed typed, double present) {
        if (!dice.chance(present)) {
            return "";
        }
        if (dice.chance(0.09)) {
            typed.tag("PCHANGED");
            return slips.phone("" + dice.between(201, 989) + dice.between(201, 989) + dice.between(1000, 9999));
        }
        return slips.phone(typed.entity.phone);
    }

    /** Street, city, region and postal code, or four empty texts. */
    String[] house(Typed typed, double present) {
        Entity e = typed.entity;
        if (!dice.chance(present)) {
            return new String[] {"", "", "", ""};
        }
        String[] city = e.city.split(":");
        String zip = e.zip + (dice.chance(0.08) ? "-" + dice.between(1000, 9999) : "");
        if (dice.chance(0.02)) {
            String[] other = dice.one(words.list("city")).split(":");
            String moved = dice.between(1, 9989) + " " + dice.one(words.list("street")) + " St";
            return new String[] {moved, other[0], other[1], other[2] + dice.between(10, 99)};
        }
        return new String[] {street(e), city[0], city[1], zip};
    }

    private String street(Entity e) {
        int blank = e.street.lastIndexOf(' ');
        String type = e.street.substring(blank + 1);
        String[] forms = dice.chance(0.02)
                ? dice.one(words.list("type")).split(":")
                : new String[] {type.substring(0, type.indexOf(':')), type.substring(type.indexOf(':') + 1)};
        String name = dice.chance(0.015) ? slips.typo(e.street.substring(0, blank)) : e.street.substring(0, blank);
        String street = e.house + " " + name + " " + (forms.length > 1 && dice.chance(0.5) ? forms[1] : forms[0])
                + (dice.chance(0.1) ? "" : e.unit);
        return dice.chance(0.05) ? street.toUpperCase(Locale.ROOT) : street;
    }
}
