package dev.tieout.examples.benchmarks.matching.practice;

import java.util.Locale;
import java.util.regex.Pattern;

/** Other ways to write one name. Not thread-safe. */
final class Wording {
    private static final int DESKTOP_LENGTH = 41;

    private static final Pattern FORM = Pattern.compile(
            ",? (l\\.?l\\.?c\\.?|inc\\.?|incorporated|corp\\.?|corporation|co\\.?|company|ltd\\.?|limited|l\\.?p\\.?"
                    + "|limited partnership|l\\.?l\\.?p\\.?|p\\.?l\\.?l\\.?c\\.?|p\\.?c\\.?|p\\.?a\\.?)$",
            Pattern.CASE_INSENSITIVE);

    private final Dice dice;
    private final Words words;

    Wording(Dice dice, Words words) {
        this.dice = dice;
        this.words = words;
    }

    static String bare(String name) {
        return FORM.matcher(name.strip()).replaceFirst("");
    }

    String firmAndContact(Typed typed, String firm) {
        Entity e = typed.entity;
        String contact = e.given + " " + e.surname;
        return switch (dice.below(9)) {
            case 0, 1 -> contact + " (" + firm + ")";
            case 2 -> firm + " (" + contact + ")";
            case 3 -> firm + ", " + contact;
            case 4 -> firm + " / " + contact;
            case 5 -> contact + " - " + firm;
            case 6 -> firm + " - " + contact;
            case 7 -> firm + " Attn: " + contact;
            default -> firm + " c/o " + contact;
        };
    }

    /** The name in other words, which leave no doubt that it is the same. */
    String otherwise(Typed typed, String name) {
        Entity e = typed.entity;
        String street = name.replaceFirst("\\bStreet\\b", "St").replaceFirst("\\bRoad\\b", "Rd");
        if (e.kind == Entity.Kind.BUSINESS && !street.equals(name) && dice.chance(0.6)) {
            return street;
        }
        String[] parts = name.split(" ");
        boolean two = parts.length > 2 && parts[0].matches("[A-Za-z]{3,}") && parts[1].matches("[A-Za-z]{3,}");
        return switch (e.kind == Entity.Kind.BUSINESS ? dice.below(8) : 4 + dice.below(4)) {
            case 0, 1 ->
                two
                        ? parts[0]
                                + parts[1].toLowerCase(Locale.ROOT)
                                + name.substring(parts[0].length() + 1 + parts[1].length())
                        : "Attn " + e.given + " " + e.surname + ", " + name;
            case 2 -> dice.one(words.list("adjective")) + " " + dice.one(words.list("noun")) + " t/a " + name;
            case 3 -> name + " (formerly " + e.maiden + " " + dice.one(words.list("trade")) + ")";
            case 4 -> name + dice.of(" (USD)", " USD", " - USD", " [USD]");
            case 5 -> name + ", c/o " + dice.one(words.list("given")) + " " + dice.one(words.list("start")) + "ski";
            case 6 ->
                name.length() > DESKTOP_LENGTH
                        ? name.substring(0, DESKTOP_LENGTH).strip()
                        : name + " *";
            default ->
                name + " c/o " + dice.one(words.list("adjective")) + " " + dice.one(words.list("noun")) + " Accounting";
        };
    }

    String note(Typed typed) {
        String[] city = typed.entity.city.split(":");
        return switch (dice.below(12)) {
            case 0 -> " (" + city[0] + ")";
            case 1 -> " - " + city[0];
            case 2 -> " (" + city[1] + ")";
            case 3 -> " #" + dice.between(100, 9_999);
            case 4 -> dice.of(" - monthly", " (quarterly)", " (annual)");
            case 5 -> dice.of(" - DO NOT USE CHECKS", " (slow payer)", " (prepaid)");
            case 6 -> dice.of(" (2023)", " - 2022", " (new 2024)");
            case 7 -> dice.of(" (North)", " - East", " (Main)", " (Downtown)");
            case 8 -> dice.of(" - 1040", " - 1120S", " (1065)", " [990]");
            case 9 -> dice.of(" - tax", " - bookkeeping", " (payroll)", " (retainer)");
            case 10 -> " (ref. by " + dice.one(words.list("given")) + ")";
            default -> dice.of(" - VIP", " **", " (inactive)", " - C");
        };
    }

    String firstLine(Typed typed) {
        String street = typed.row.get("bill_line1");
        return switch (dice.below(4)) {
            case 0 ->
                typed.entity.organisation()
                        ? Wording.bare(typed.entity.firm) + ", " + street
                        : typed.given + " " + typed.surname + ", " + street;
            case 1 ->
                dice.one(words.list("adjective")) + " " + dice.one(words.list("noun"))
                        + dice.of(" House, ", " Apartments, ", " Bldg, ") + street;
            case 2 -> "c/o " + dice.one(words.list("given")) + " " + typed.entity.surname + ", " + street;
            default -> dice.one(words.list("noun")) + " Cottage " + street;
        };
    }
}
