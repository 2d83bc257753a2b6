package dev.tieout.examples.benchmarks.matching.practice;

import dev.tieout.examples.benchmarks.matching.practice.Entity.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Invents entities in groups that know each other: couples, parents and children, owners and their firms, sister firms,
 * trusts and estates. Relatives share addresses, telephones and mailboxes. Not thread-safe.
 */
final class Families {
    private final Dice dice;
    private final Words words;
    private final Surnames surnames;
    private final Firms firms;
    private final Contacts contacts;
    private int entities;

    Families(Dice dice, Words words, Surnames surnames, Contacts contacts) {
        this.dice = dice;
        this.words = words;
        this.surnames = surnames;
        this.contacts = contacts;
        firms = new Firms(dice, words, surnames);
    }

    List<Entity> next() {
        List<Entity> group = new ArrayList<>();
        switch (dice.share(0.785, 0.05, 0.062, 0.046, 0.027, 0.0058, 0.0019, 0.0047, 0.0047)) {
            case 0 -> group.add(alone());
            case 1 -> couple(group);
            case 2 ->
                sisters(group, add(group, stranger(Kind.BUSINESS)), dice.share(0.67, 0.175, 0.063, 0.052, 0.03) + 1);
            case 3 -> owner(group, Kind.PERSON);
            case 4 -> owner(group, Kind.JOINT);
            case 5 -> legacy(group, add(group, stranger(Kind.PERSON)), Kind.TRUST);
            case 6 -> legacy(group, add(group, stranger(Kind.PERSON)), Kind.ESTATE);
            case 7 -> child(group, add(group, stranger(Kind.JOINT)));
            case 8 -> legacy(group, add(group, stranger(Kind.JOINT)), Kind.TRUST);
            default -> couple(group);
        }
        return group;
    }

    private static Entity add(List<Entity> group, Entity e) {
        group.add(e);
        return e;
    }

    private Entity alone() {
        return stranger(
                switch (dice.share(0.352, 0.16, 0.004)) {
                    case 0 -> Kind.PERSON;
                    case 1 -> Kind.JOINT;
                    case 2 -> Kind.TRUST;
                    default -> Kind.BUSINESS;
                });
    }

    private Entity stranger(Kind kind) {
        Entity e = new Entity(entities++, kind);
        name(e, given(""), surnames.draw());
        if (kind == Kind.JOINT) {
            e.spouse = given(e.given);
            e.spouseSurname = dice.chance(0.12) ? surnames.draw() : e.surname;
        } else if (kind == Kind.BUSINESS) {
            firms.name(e);
        } else if (kind == Kind.TRUST) {
            firms.trust(e);
        }
        contacts.fill(e);
        return e;
    }

    private void name(Entity e, String given, String surname) {
        e.given = given;
        e.surname = surname;
        e.maiden = surnames.draw();
        e.middle = e.kind == Kind.PERSON && dice.chance(0.35) ? given(given) : "";
        e.title = dice.of("Mr. ", "Mr ", "Mrs. ", "Ms. ", "Ms ", "Dr. ", "Dr. ");
    }

    private String given(String butNot) {
        String name = dice.earlier(words.list("given"), 20);
        return name.equals(butNot) ? given(butNot) : name;
    }

    private void couple(List<Entity> group) {
        Entity first = add(group, stranger(Kind.PERSON));
        Entity second = new Entity(entities++, Kind.PERSON);
        boolean junior = dice.chance(0.04);
        name(
                second,
                junior ? first.given : given(first.given),
                dice.chance(0.82) || junior ? first.surname : surnames.draw());
        if (junior) {
            first.generation = dice.chance(0.4) ? "Sr" : "";
            second.generation = dice.of("Jr", "Jr", "Jr", "II", "III");
            second.middle = first.middle;
        }
        near(second, first, 0.48, 0.48, 0.85);
        group.add(second);
        if (dice.chance(0.035)) {
            child(group, first);
        }
        if (dice.chance(0.16)) {
            firmsOf(group, first, dice.chance(0.2) ? 2 : 1);
        }
        if (dice.chance(0.05)) {
            legacy(group, first, Kind.TRUST);
        }
    }

    private void child(List<Entity> group, Entity parent) {
        Entity child = new Entity(entities++, Kind.PERSON);
        name(child, given(parent.given), parent.surname);
        if (child.given.equals(parent.spouse)) {
            child.given = given(parent.spouse).equals(parent.given) ? "Zoë" : given(parent.given) + "a";
        }
        near(child, parent, 0.45, 0.6, 0.7);
        group.add(child);
    }

    private void owner(List<Entity> group, Kind kind) {
        Entity owner = add(group, stranger(kind));
        firmsOf(group, owner, 1 + dice.share(0.81, 0.12, 0.035, 0.015));
        if (dice.chance(0.03)) {
            legacy(group, owner, Kind.TRUST);
        } else if (dice.chance(0.03)) {
            child(group, owner);
        }
    }

    private void firmsOf(List<Entity> group, Entity owner, int count) {
        Entity firm = new Entity(entities++, Kind.BUSINESS);
        name(firm, owner.given, owner.surname);
        firms.name(firm);
        near(firm, owner, 0.66, 0.5, 0.6);
        group.add(firm);
        sisters(group, firm, count - 1);
    }

    private void sisters(List<Entity> group, Entity head, int count) {
        for (int i = 0; i < count; i++) {
            Entity sister = new Entity(entities++, Kind.BUSINESS);
            sister.maiden = head.maiden;
            firms.sister(sister, head, i);
            for (Entity e : group) {
                sister.firm = sister.firm.equals(e.firm) ? sister.firm + " " + dice.between(2, 99) : sister.firm;
            }
            near(sister, head, 0.46, 0.72, 0.66);
            group.add(sister);
        }
    }

    private void legacy(List<Entity> group, Entity of, Kind kind) {
        Entity e = new Entity(entities++, kind);
        e.given = of.given;
        e.surname = of.surname;
        e.spouse = of.spouse;
        e.spouseSurname = of.spouseSurname;
        e.maiden = of.maiden;
        if (kind == Kind.TRUST) {
            firms.trust(e);
        } else {
            firms.estate(e);
        }
        near(e, of, 0.88, 0.72, 0.82);
        group.add(e);
    }

    private void near(Entity e, Entity other, double mailbox, double phone, double house) {
        contacts.fill(e);
        e.email = dice.chance(mailbox) ? other.email : e.email;
        e.phone = dice.chance(phone) ? other.phone : e.phone;
        if (dice.chance(house)) {
            e.livesWith(other);
        }
    }
}
