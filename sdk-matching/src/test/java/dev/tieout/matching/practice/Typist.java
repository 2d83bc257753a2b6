package dev.tieout.matching.practice;

import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Types an entity's values as people do: other orders, short forms, slips and gaps. */
final class Typist {
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("Robert", "Bob"),
            Map.entry("William", "Bill"),
            Map.entry("Michael", "Mike"),
            Map.entry("Jennifer", "Jen"),
            Map.entry("Elizabeth", "Liz"),
            Map.entry("Christopher", "Chris"),
            Map.entry("Thomas", "Tom"),
            Map.entry("Susan", "Sue"),
            Map.entry("Kimberly", "Kim"),
            Map.entry("Daniel", "Dan"),
            Map.entry("Joseph", "Joe"),
            Map.entry("Katherine", "Kathy"),
            Map.entry("Matthew", "Matt"),
            Map.entry("Rebecca", "Becky"),
            Map.entry("Stephanie", "Steph"));

    private final Random r;

    Typist(Random r) {
        this.r = r;
    }

    boolean chance(double p) {
        return r.nextDouble() < p;
    }

    String given(Entity e) {
        if (chance(0.05)) {
            return SHORT.getOrDefault(e.given, e.given);
        }
        return chance(0.012) ? e.given.substring(0, 1) : e.given;
    }

    String display(Entity e, String given) {
        String name = switch (e.kind) {
            case PERSON -> person(e, given);
            case JOINT -> joint(e, given);
            case BUSINESS -> firm(e);
            case TRUST -> chance(0.1) ? e.company.replace("Trust", "Tr") : e.company;
        };
        return dirt(name);
    }

    private String person(Entity e, String given) {
        String middle = e.middle.isEmpty() || chance(0.7) ? "" : " " + (chance(0.7) ? e.middle.charAt(0) : e.middle);
        String generation = e.generation.isEmpty() ? "" : (chance(0.5) ? ", " : " ") + e.generation;
        if (chance(0.25)) {
            return e.surname + generation + ", " + given + middle;
        }
        return (chance(0.01) ? "Dr. " : "") + given + middle + " " + e.surname + generation;
    }

    private String joint(Entity e, String given) {
        String and = chance(0.5) ? " & " : " and ";
        if (chance(0.13)) {
            return chance(0.5) ? e.surname + ", " + given : given + " " + e.surname;
        }
        String one = chance(0.07) ? e.spouse : given;
        String two = one.equals(given) ? e.spouse : given;
        return switch (r.nextInt(3)) {
            case 0 -> e.surname + ", " + one + and + two;
            case 1 -> one + " " + e.surname + and + two + " " + e.surname;
            default -> one + and + two + " " + e.surname;
        };
    }

    String firm(Entity e) {
        String name = e.company;
        if (chance(0.04)) {
            name = name.startsWith("The ") ? name.substring(4) : "The " + name;
        }
        if (chance(0.05)) {
            name = name.contains("&") ? name.replace("&", "and") : name.replace(" and ", " & ");
        }
        String form = e.form;
        if (form.isEmpty() || chance(0.12)) {
            return name;
        }
        if (chance(0.2)) {
            form = switch (form) {
                case "LLC", "L.L.C.", ", LLC" -> "L.L.C";
                case "Inc", ", Inc.", "Inc." -> ", Incorporated";
                default -> form;
            };
        }
        return form.startsWith(",") ? name + form : name + " " + form;
    }

    String dirt(String name) {
        if (chance(0.05)) {
            return name.toUpperCase(Locale.ROOT);
        }
        if (chance(0.012)) {
            return name.toLowerCase(Locale.ROOT);
        }
        return chance(0.022) ? slip(name) : name;
    }

    String slip(String text) {
        int at = 1 + r.nextInt(Math.max(1, text.length() - 2));
        if (at + 1 >= text.length()
                || !Character.isLetter(text.charAt(at))
                || !Character.isLetter(text.charAt(at + 1))) {
            return text;
        }
        return switch (r.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
            default -> text.substring(0, at) + (char) ('a' + r.nextInt(26)) + text.substring(at + 1);
        };
    }

    String email(Entity e) {
        if (chance(0.12)) {
            return chance(0.08) ? "none@none.com" : "";
        }
        if (chance(0.05)) {
            return e.otherEmail;
        }
        if (chance(0.008)) {
            return slip(e.email);
        }
        return chance(0.05) ? e.email.toUpperCase(Locale.ROOT) : e.email;
    }

    String phone(Entity e) {
        if (chance(0.32)) {
            return "";
        }
        String p = chance(0.04) ? String.valueOf(2000000000L + r.nextInt(1000000000)) : e.phone;
        return chance(0.5) ? "(" + p.substring(0, 3) + ") " + p.substring(3, 6) + "-" + p.substring(6) : p;
    }

    String street(Entity e) {
        String[] forms = e.streetType.split("\\|");
        return e.house + " " + (chance(0.02) ? slip(e.street) : e.street) + " " + forms[chance(0.8) ? 0 : 1] + e.unit;
    }
}
