package dev.tieout.examples.benchmarks.matching.practice;

import dev.tieout.examples.benchmarks.matching.data.Row;
import dev.tieout.examples.benchmarks.matching.practice.Entity.Kind;

/** Types entities into the app. Not thread-safe. */
final class ClientTypist {
    private final Dice dice;
    private final NameTypist names;
    private final ContactTypist contacts;

    ClientTypist(Dice dice, NameTypist names, ContactTypist contacts) {
        this.dice = dice;
        this.names = names;
        this.contacts = contacts;
    }

    Typed type(Entity e) {
        Typed typed = new Typed(e, new Row(Row.CLIENT));
        names.type(typed);
        Row row = typed.row.set("display_name", typed.display);
        row.set("client_type", e.organisation() ? "BUSINESS" : "INDIVIDUAL");
        if (e.organisation()) {
            row.set("company_name", typed.display);
        }
        if (!e.organisation() || dice.chance(e.kind == Kind.BUSINESS ? 0.8 : 0.58)) {
            row.set("first_name", typed.given).set("last_name", typed.surname);
            row.set("middle_name", middle(dice, e, typed.given)).set("suffix", e.generation);
        }
        row.set("email", contacts.email(typed, 0.102));
        if (!row.get("email").isEmpty() && dice.chance(0.06)) {
            row.set("email2", dice.chance(0.7) ? e.otherEmail : e.email);
        }
        row.set("phone", contacts.phone(typed, 0.75));
        String[] house = contacts.house(typed, 0.704);
        row.set("address", house[0])
                .set("city", house[1])
                .set("state", house[2])
                .set("zip", house[3]);
        return typed;
    }

    /** What stands in the field for the middle name. */
    static String middle(Dice dice, Entity e, String given) {
        if (e.middle.isEmpty() || given.contains(" ") || dice.chance(0.25)) {
            return "";
        }
        return dice.chance(0.31) ? e.middle : e.middle.charAt(0) + dice.of("", ".");
    }
}
