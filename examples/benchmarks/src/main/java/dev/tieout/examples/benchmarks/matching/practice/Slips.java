package dev.tieout.examples.benchmarks.matching.practice;

import java.util.Locale;

/** Typing errors and habits. Not thread-safe. */
final class Slips {
    private final Dice dice;

    Slips(Dice dice) {
        this.dice = dice;
    }

    /** What happens to a whole name: capitals, no capitals, two blanks, lost accents, one wrong letter. */
    String habits(String name, Typed typed) {
        String text = name;
        if (!Entity.plain(text).equals(text) && dice.chance(0.35)) {
            text = Entity.plain(text);
            typed.tag("ASCII");
        }
        if (dice.chance(0.0228)) {
            text = typo(text);
            typed.tag("TYPO");
        }
        if (dice.chance(0.012) && text.contains(" ")) {
            text = text.replaceFirst(" ", "  ");
            typed.tag("WS");
        }
        if (dice.chance(0.05)) {
            text = text.toUpperCase(Locale.ROOT);
            typed.tag("UPPER");
        } else if (dice.chance(0.011)) {
            text = text.toLowerCase(Locale.ROOT);
            typed.tag("LOWER");
        }
        return text;
    }

    /** The text with one letter dropped, doubled, swapped, or wrong; not the first. */
    String typo(String text) {
        for (int tries = 0; tries < 20 && text.length() > 3; tries++) {
            int at = dice.between(1, text.length() - 2);
            char here = text.charAt(at);
            char next = text.charAt(at + 1);
            if (!Character.isLetter(here) || !Character.isLetter(next) || here == next) {
                continue;
            }
            String before = text.substring(0, at);
            String after = text.substring(at + 1);
            return switch (dice.below(4)) {
                case 0 -> before + after;
                case 1 -> before + here + (char) (dice.chance(0.4) ? here : 'a' + dice.below(26)) + after;
                case 2 -> before + next + here + text.substring(at + 2);
                default -> before + (char) ('a' + (here + 1 + dice.below(25)) % 26) + after;
            };
        }
        return text;
    }

    String phone(String digits) {
        String a = digits.substring(0, 3);
        String b = digits.substring(3, 6);
        String c = digits.substring(6);
        return switch (dice.share(0.34, 0.2, 0.2, 0.13)) {
            case 0 -> "(" + a + ") " + b + "-" + c;
            case 1 -> a + "-" + b + "-" + c;
            case 2 -> digits;
            case 3 -> a + "." + b + "." + c;
            default -> "+1 " + a + " " + b + " " + c;
        };
    }

    /** An e-mail address as typed: capitals, a blank, Gmail's dots, a tag, one wrong letter. */
    String email(String email, Typed typed) {
        String text = email;
        int at = text.indexOf('@');
        if (at > 3 && dice.chance(0.0055) && text.endsWith("@gmail.com")) {
            text = text.substring(0, at / 2) + "." + text.substring(at / 2);
            typed.tag("MDOT");
        } else if (dice.chance(0.0045)) {
            text = text.substring(0, at) + dice.of("+billing", "+tax", "+invoices") + text.substring(at);
            typed.tag("MPLUS");
        }
        if (dice.chance(0.01)) {
            text = dice.chance(0.5) ? domainSlip(text) : typo(text);
            typed.tag("MTYPO");
        }
        if (dice.chance(0.045)) {
            text = dice.chance(0.5)
                    ? text.toUpperCase(Locale.ROOT)
                    : Character.toUpperCase(text.charAt(0)) + text.substring(1);
            typed.tag("MCASE");
        }
        if (dice.chance(0.01)) {
            text = dice.chance(0.5) ? " " + text : text + " ";
            typed.tag("MWS");
        }
        return text;
    }

    private String domainSlip(String email) {
        return email.endsWith("@gmail.com")
                ? email.replace("@gmail.com", dice.of("@gmial.com", "@gmail.con", "@gmal.com"))
                : email.endsWith(".com")
                        ? email.substring(0, email.length() - (dice.chance(0.5) ? 1 : 3))
                        : typo(email);
    }
}
