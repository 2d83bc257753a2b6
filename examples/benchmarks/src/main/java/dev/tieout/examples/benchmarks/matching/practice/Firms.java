package dev.tieout.examples.benchmarks.matching.practice;

import java.util.List;

/** Invents names of firms, trusts and estates. Not thread-safe. */
final class Firms {
    private static final List<String> SERIES = List.of(" II", " III", " IV", " V", " VI", " VII");

    private final Dice dice;
    private final Words words;
    private final Surnames surnames;

    Firms(Dice dice, Words words, Surnames surnames) {
        this.dice = dice;
        this.words = words;
        this.surnames = surnames;
    }

    void name(Entity e) {
        String trade = trade();
        e.firm = switch (dice.share(0.2, 0.175, 0.15, 0.11, 0.09, 0.078, 0.075, 0.075)) {
            case 0 -> pair() + " " + trade;
            case 1 -> single() + " " + trade;
            case 2 -> e.surname + " " + trade;
            case 3 -> e.surname + " & " + surnames.draw() + " " + profession(e);
            case 4 -> initials() + " " + trade;
            case 5 -> dice.between(100, 9989) + " " + dice.one(words.list("street")) + " " + streetType();
            case 6 -> e.given + "'s " + trade;
            case 7 -> e.surname + " & " + dice.one(words.list("kin")) + (dice.chance(0.6) ? " " + trade : "");
            default -> (dice.chance(0.55) ? "The " : "") + pair();
        };
        if (dice.chance(0.012)) {
            e.firm += " of " + city();
        }
        if (e.form.isEmpty()) {
            e.form = form();
        }
    }

    /** A sister of a firm: the next of a series, the same head with another trade, or a firm of the same owner. */
    void sister(Entity e, Entity of, int number) {
        e.given = of.given;
        e.surname = of.surname;
        e.form = dice.chance(0.5) ? of.form : form();
        int kind = dice.share(0.19, 0.3, 0.02);
        if (kind == 0) {
            e.firm = of.firm + SERIES.get(number % SERIES.size());
        } else if (kind == 1) {
            String head = head(of.firm);
            String trade = trade();
            e.firm = of.firm.equals(head + " " + trade) ? head + " Holdings " + number : head + " " + trade;
        } else if (kind == 2) {
            e.firm = of.firm + " of " + city();
        } else {
            name(e);
        }
        if (e.firm.equals(of.firm)) {
            e.firm += SERIES.get(number % SERIES.size());
        }
    }

    /** What stands before the trade. */
    private String head(String firm) {
        for (String list : List.of("trade", "profession")) {
            for (String trade : words.list(list)) {
                if (firm.endsWith(" " + trade)) {
                    return firm.substring(0, firm.length() - trade.length() - 1);
                }
            }
        }
        int blank = firm.lastIndexOf(' ');
        return blank > 0 && Character.isDigit(firm.charAt(0)) ? firm.substring(0, blank) : firm;
    }

    void trust(Entity e) {
        String both = e.spouse.isEmpty() ? e.given : e.given + " & " + e.spouse;
        e.firm = switch (dice.below(5)) {
            case 0 -> e.surname + " Family Trust";
            case 1 -> e.given + " " + e.surname + " Revocable Trust";
            case 2 -> e.surname + " Living Trust";
            case 3 -> both + " " + e.surname + " Trust";
            default ->
                e.surname + " Irrevocable Trust dtd " + dice.between(1, 12) + "/" + dice.between(1, 28) + "/"
                        + dice.between(1985, 2020);
        };
    }

    void estate(Entity e) {
        e.firm = dice.chance(0.7) ? "Estate of " + e.given + " " + e.surname : e.given + " " + e.surname + " Estate";
    }

    private String trade() {
        return dice.one(words.list("trade"));
    }

    private String profession(Entity e) {
        e.form = dice.of("PC", "PC", "PLLC", "LLP", "LLP", "PA", "LLC", "");
        return dice.one(words.list("profession"));
    }

    private String pair() {
        return dice.one(words.list("adjective")) + " " + dice.one(words.list("noun"));
    }

    private String single() {
        return switch (dice.below(5)) {
            case 0 -> dice.one(words.list("adjective"));
            case 1 -> city();
            default -> dice.one(words.list("noun"));
        };
    }

    private String initials() {
        StringBuilder letters = new StringBuilder();
        for (int i = dice.between(2, 3); i > 0; i--) {
            letters.append((char) ('A' + dice.below(26)));
        }
        return letters.toString();
    }

    private String streetType() {
        return dice.of("Road", "Street", "Avenue", "Drive");
    }

    private String city() {
        String city = dice.one(words.list("city"));
        return city.substring(0, city.indexOf(':'));
    }

    private String form() {
        return switch (dice.share(0.4, 0.22, 0.066, 0.044, 0.032, 0.026, 0.012, 0.018, 0.03)) {
            case 0 -> "LLC";
            case 1 -> "Inc";
            case 2 -> "Corp";
            case 3 -> "Co";
            case 4 -> "Ltd";
            case 5 -> "LP";
            case 6 -> "LLP";
            case 7 -> "PLLC";
            case 8 -> "PC";
            default -> "";
        };
    }
}
