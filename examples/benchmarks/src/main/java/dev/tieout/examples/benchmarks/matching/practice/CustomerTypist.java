package dev.tieout.examples.benchmarks.matching.practice;

import dev.tieout.examples.benchmarks.matching.data.Row;
import dev.tieout.examples.benchmarks.matching.practice.Entity.Kind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Types entities into QuickBooks, where no two customers may have one display name. Not thread-safe. */
final class CustomerTypist {
    private static final int DESKTOP_LENGTH = 41;

    private final Dice dice;
    private final Words words;
    private final NameTypist names;
    private final ContactTypist contacts;
    private final Set<String> taken = new HashSet<>();

    CustomerTypist(Dice dice, Words words, NameTypist names, ContactTypist contacts) {
        this.dice = dice;
        this.words = words;
        this.names = names;
        this.contacts = contacts;
    }

    Typed type(Entity e) {
        Typed typed = new Typed(e, new Row(Row.CUSTOMER).set("active", "true").set("job", "false"));
        String name = names.type(typed);
        Row row = typed.row;
        if (e.kind == Kind.BUSINESS || (e.organisation() && dice.chance(0.67))) {
            row.set("company_name", name);
            typed.display = display(typed);
        }
        if (dice.chance(e.kind == Kind.BUSINESS ? 0.48 : e.organisation() ? 0.37 : 0.69)) {
            row.set("given_name", typed.given).set("family_name", typed.surname);
            row.set("middle_name", ClientTypist.middle(dice, e, typed.given)).set("suffix", e.generation);
        }
        row.set("primary_email", emails(typed));
        row.set("primary_phone", contacts.phone(typed, 0.615));
        if (dice.chance(0.08)) {
            row.set("mobile", contacts.phone(typed, 1));
        }
        String[] house = contacts.house(typed, 0.562);
        row.set("bill_line1", house[0]).set("bill_city", house[1]);
        row.set("bill_state", house[2]).set("bill_zip", house[3]);
        return named(typed);
    }

    /** A customer that was made from a client's record. */
    Typed copy(Typed client) {
        Typed typed = new Typed(
                client.entity, new Row(Row.CUSTOMER).set("active", "true").set("job", "false"));
        typed.tag("CLONE");
        Row from = client.row;
        typed.display = from.get("display_name");
        typed.row
                .set("given_name", from.get("first_name"))
                .set("middle_name", from.get("middle_name"))
                .set("family_name", from.get("last_name"))
                .set("suffix", from.get("suffix"))
                .set("company_name", from.get("company_name"))
                .set("primary_email", dice.chance(0.115) ? "" : from.get("email"))
                .set("primary_phone", from.get("phone"))
                .set("bill_line1", from.get("address"))
                .set("bill_city", from.get("city"))
                .set("bill_state", from.get("state"))
                .set("bill_zip", from.get("zip"));
        return named(typed);
    }

    Typed inactive(Typed typed) {
        typed.row.set("active", "false");
        typed.display += " (deleted)";
        typed.row.set("display_name", typed.display).set("fully_qualified_name", typed.display);
        return typed;
    }

    /** A job below a customer. */
    Typed job(Typed parent) {
        Typed typed = new Typed(parent.entity, new Row(Row.CUSTOMER, parent.row.values()));
        typed.tag("JOB");
        typed.parent = parent;
        String work = dice.one(words.list("work"));
        String head = parent.entity.organisation() ? parent.entity.firm : parent.entity.surname;
        typed.display = dice.chance(0.55) ? head + " " + work : work;
        typed.row.set("job", "true");
        named(typed);
        typed.row.set("fully_qualified_name", parent.display + ":" + typed.display);
        return typed;
    }

    private String emails(Typed typed) {
        String email = contacts.email(typed, 0.162);
        if (email.isEmpty() || !dice.chance(0.045)) {
            return email;
        }
        typed.tag("MMULTI");
        String other = typed.entity.otherEmail;
        return dice.chance(0.5) ? email + dice.of(", ", ";") + other : other + dice.of(", ", ";") + email;
    }

    private String display(Typed typed) {
        String contact = typed.given + " " + typed.surname;
        return switch (dice.share(0.046, 0.022, 0.043, 0.02)) {
            case 0 -> tagged(typed, "CONTACTNAME", contact);
            case 1 -> tagged(typed, "DBA", contact + " dba " + typed.display);
            case 2 -> tagged(typed, "NOTE", typed.display + (dice.chance(0.5) ? " - " + contact : note()));
            case 3 -> tagged(typed, "VENDORDUP", typed.display + dice.of(" (Customer)", "-C", " - Customer", " (C)"));
            default -> typed.display;
        };
    }

    private String note() {
        return dice.of(" [1120S]", " *", " (new)", " (monthly)", " - payroll");
    }

    private static String tagged(Typed typed, String tag, String text) {
        typed.tag(tag);
        return text;
    }

    private Typed named(Typed typed) {
        if (typed.display.length() > DESKTOP_LENGTH && dice.chance(0.12)) {
            typed.tag("TRUNC41");
            typed.display = typed.display.substring(0, DESKTOP_LENGTH).strip();
        }
        String name = typed.display;
        boolean first = true;
        while (!taken.add(name.toLowerCase(Locale.ROOT).strip())) {
            name = typed.display + disambiguator(typed, first);
            first = false;
        }
        if (!first) {
            typed.tag("DISAMBIG");
        }
        typed.display = name;
        typed.row.set("display_name", name).set("fully_qualified_name", name);
        return typed;
    }

    private String disambiguator(Typed typed, boolean first) {
        Entity e = typed.entity;
        return switch (first ? dice.below(6) : 6) {
            case 0 -> " 2";
            case 1 -> " (2)";
            case 2 -> " " + e.phone.substring(6);
            case 3 -> " (" + e.city.substring(e.city.indexOf(':') + 1) + ")";
            case 4 -> " - " + e.city.substring(0, e.city.indexOf(':'));
            default -> " #" + dice.between(100, 99_999);
        };
    }
}
