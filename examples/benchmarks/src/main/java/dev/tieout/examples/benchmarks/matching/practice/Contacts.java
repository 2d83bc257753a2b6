package dev.tieout.examples.benchmarks.matching.practice;

import java.util.HashSet;
import java.util.Set;

/** Gives entities addresses to write to, to call and to live at. Two strangers never have one mailbox. Not thread-safe. */
final class Contacts {
    private static final int CLIENTS_OF_A_BOOKKEEPER = 620;
    private static final int LONGEST_SLUG = 20;

    private final Dice dice;
    private final Words words;
    private final int bookkeepers;
    private final Set<Long> taken = new HashSet<>();

    Contacts(Dice dice, Words words, int size) {
        this.dice = dice;
        this.words = words;
        bookkeepers = 1 + size / CLIENTS_OF_A_BOOKKEEPER;
    }

    void fill(Entity e) {
        boolean business = e.kind == Entity.Kind.BUSINESS;
        e.email = dice.chance(business ? 0.023 : 0.003) ? bookkeeper() : free(business ? work(e) : personal(e));
        e.otherEmail = free(business && dice.chance(0.4) ? work(e) : personal(e));
        e.phone = "" + dice.between(201, 989) + dice.between(201, 989) + dice.between(1000, 9999);
        e.house = String.valueOf(dice.between(1, 9989));
        e.street = (dice.chance(0.1) ? dice.of("N ", "S ", "E ", "W ") : "")
                + (dice.chance(0.14) ? dice.between(3, 99) + "th" : dice.one(words.list("street")))
                + " "
                + dice.one(words.list("type"));
        e.unit = dice.chance(0.16) ? ", " + dice.of("Apt ", "Ste ", "Unit ", "Suite ", "#") + dice.between(1, 900) : "";
        String[] city = dice.one(words.list("city")).split(":");
        e.city = city[0] + ":" + city[1];
        e.zip = city[2] + dice.between(10, 99);
    }

    private String bookkeeper() {
        int number = dice.below(bookkeepers);
        String noun = words.list("noun").get(number % words.list("noun").size());
        return "books" + (number < 99 ? "" : number) + "@" + Entity.slug(noun) + "bookkeeping.com";
    }

    private String work(Entity e) {
        String slug = Entity.slug(e.firm);
        String domain =
                slug.substring(0, Math.min(slug.length(), LONGEST_SLUG)) + dice.of(".com", ".com", ".net", ".co");
        return switch (dice.share(0.27, 0.2, 0.14)) {
            case 0 -> dice.one(words.list("role")) + "@" + domain;
            case 1 -> Entity.slug(e.given) + "@" + domain;
            case 2 -> domain.substring(0, domain.indexOf('.')) + number() + "@" + dice.one(words.list("mail"));
            default -> personal(e);
        };
    }

    private String personal(Entity e) {
        boolean spouse = !e.spouse.isEmpty() && dice.chance(0.4);
        String g = Entity.slug(spouse ? e.spouse : e.given);
        String s = Entity.slug(spouse ? e.spouseSurname : e.surname);
        if (dice.chance(0.03)) {
            return g + "." + s + "@" + s + dice.of("family.com", ".com");
        }
        String local = switch (dice.share(0.22, 0.2, 0.125, 0.115, 0.11, 0.11)) {
            case 0 -> g + s;
            case 1 -> g + "." + s;
            case 2 -> g.charAt(0) + s;
            case 3 -> s + g.charAt(0);
            case 4 -> g + "_" + s;
            case 5 -> g + s.charAt(0);
            default -> Entity.slug(dice.one(words.list("adjective")) + dice.one(words.list("noun")));
        };
        return local + number() + "@" + dice.one(words.list("mail"));
    }

    private String number() {
        return switch (dice.share(0.6, 0.2, 0.18)) {
            case 0 -> "";
            case 1 -> String.valueOf(dice.between(1940, 2006));
            case 2 -> String.valueOf(dice.between(10, 99));
            default -> String.valueOf(dice.below(10));
        };
    }

    private String free(String email) {
        String address = email;
        while (!taken.add(hash(address))) {
            int at = email.indexOf('@');
            address = email.substring(0, at) + dice.between(1, 99_999) + email.substring(at);
        }
        return address;
    }

    private static long hash(String text) {
        long hash = 1469598103934665603L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 1099511628211L;
        }
        return hash;
    }
}
