package dev.tieout.examples.benchmarks.matching.practice;

import java.util.List;
import java.util.Map;

/** Types an entity's names as people do: other orders, short forms, one of two spouses, with or without legal form. */
final class NameTypist {
    private static final Map<String, List<String>> FORMS = Map.ofEntries(
            Map.entry("LLC", List.of("L.L.C.", "L.L.C", "Llc", "LLC.")),
            Map.entry("Inc", List.of("Inc.", "INC", "Incorporated")),
            Map.entry("Corp", List.of("Corp.", "Corporation")),
            Map.entry("Co", List.of("Company", "Co.")),
            Map.entry("Ltd", List.of("Limited", "Ltd.")),
            Map.entry("LP", List.of("L.P.", "Limited Partnership")),
            Map.entry("LLP", List.of("L.L.P.", "LLP.")),
            Map.entry("PLLC", List.of("P.L.L.C.", "P.L.L.C")),
            Map.entry("PC", List.of("P.C.", "P.C")),
            Map.entry("PA", List.of("P.A.", "P.A")));

    private final Dice dice;
    private final Words words;
    private final Slips slips;

    NameTypist(Dice dice, Words words, Slips slips) {
        this.dice = dice;
        this.words = words;
        this.slips = slips;
    }

    /** Sets given, surname, display; returns the name before it suffered from habits. */
    String type(Typed typed) {
        Entity e = typed.entity;
        typed.given = given(e.given, typed);
        typed.surname = surname(e, typed);
        String name = switch (e.kind) {
            case PERSON -> person(typed);
            case JOINT -> joint(typed);
            case BUSINESS -> firm(typed);
            case TRUST, ESTATE -> abbreviated(e.firm, typed);
        };
        typed.display = slips.habits(name, typed);
        return name;
    }

    private String given(String given, Typed typed) {
        List<String> nicks = words.of("nicknames", given);
        if (!nicks.isEmpty() && dice.chance(0.05)) {
            typed.tag("NICK");
            return dice.one(nicks);
        }
        List<String> spellings = words.of("spellings", given);
        if (!spellings.isEmpty() && dice.chance(0.008)) {
            typed.tag("SPELL");
            return dice.one(spellings);
        }
        if (dice.chance(0.009)) {
            typed.tag("INITIAL");
            return given.charAt(0) + (dice.chance(0.5) ? "." : "");
        }
        return given;
    }

    private String surname(Entity e, Typed typed) {
        if (e.kind == Entity.Kind.PERSON && dice.chance(0.0066)) {
            typed.tag("MAIDEN");
            return e.maiden;
        }
        if (e.surname.contains("-") && !e.organisation() && dice.chance(0.2)) {
            typed.tag("HYPHEN");
            return dice.chance(0.5) ? e.surname.replace('-', ' ') : e.surname.substring(0, e.surname.indexOf('-'));
        }
        if (e.surname.contains("'") && dice.chance(0.2)) {
            typed.tag("APOS");
            return e.surname.replace("'", dice.of("’", ""));
        }
        return e.surname;
    }

    private String person(Typed typed) {
        Entity e = typed.entity;
        String middle = e.middle;
        if (!middle.isEmpty() && dice.chance(0.03)) {
            typed.given += " " + middle;
            middle = "";
        }
        boolean shown = !middle.isEmpty() && dice.chance(0.24);
        String between = !shown ? "" : " " + (dice.chance(0.6) ? middle.charAt(0) + dice.of("", ".") : middle);
        String suffix = e.generation.isEmpty() ? "" : dice.of(" ", ", ") + e.generation;
        String name = single(typed, typed.given + between, typed.surname, suffix);
        if (dice.chance(0.0166)) {
            typed.tag("TITLE");
            return e.title + name;
        }
        return name;
    }

    /** One person: in order, by surname, or the wrong way round. */
    private String single(Typed typed, String first, String last, String suffix) {
        if (dice.chance(0.19)) {
            return last + suffix + ", " + first;
        }
        if (dice.chance(0.0157)) {
            typed.tag("SWAP");
            return last + " " + first;
        }
        return first + " " + last + suffix;
    }

    private String joint(Typed typed) {
        Entity e = typed.entity;
        if (dice.chance(0.22)) {
            typed.tag("JPRIMARY");
            return single(typed, typed.given, typed.surname, "");
        }
        if (!typed.row.get("active").isEmpty() && dice.chance(0.035)) {
            typed.tag("JSPOUSE");
            typed.given = e.spouse;
            typed.surname = e.spouseSurname;
            return single(typed, typed.given, typed.surname, "");
        }
        boolean flip = dice.chance(0.053);
        if (flip) {
            typed.tag("JFLIP");
        }
        String one = flip ? e.spouse : typed.given;
        String two = flip ? typed.given : given(e.spouse, typed);
        String oneLast = flip ? e.spouseSurname : typed.surname;
        String twoLast = flip ? typed.surname : e.spouseSurname;
        String and = dice.chance(0.22) ? " and " : " & ";
        if (!e.spouseSurname.equals(e.surname)) {
            return dice.chance(0.8)
                    ? one + " " + oneLast + and + two + " " + twoLast
                    : oneLast + ", " + one + and + twoLast + ", " + two;
        }
        return switch (dice.share(0.57, 0.36)) {
            case 0 -> one + and + two + " " + typed.surname;
            case 1 -> typed.surname + ", " + one + and + two;
            default -> one + " " + typed.surname + and + two + " " + typed.surname;
        };
    }

    private String firm(Typed typed) {
        Entity e = typed.entity;
        String name = abbreviated(e.firm, typed);
        if (name.startsWith("The ") ? dice.chance(0.25) : dice.chance(0.015)) {
            name = name.startsWith("The ") ? name.substring(4) : "The " + name;
            typed.tag("THE");
        }
        if (name.contains(" & ") && dice.chance(0.2)) {
            name = name.replace(" & ", " and ");
            typed.tag("AMP");
        }
        if (e.form.isEmpty()) {
            return name;
        }
        if (dice.chance(0.16)) {
            typed.tag("NOSUFFIX");
            return name;
        }
        return name + (dice.chance(0.35) ? ", " : " ") + form(e.form, typed);
    }

    private String form(String form, Typed typed) {
        if (dice.chance(0.0018)) {
            typed.tag("SUFFIXWRONG");
            return form.equals("LLC") ? "Inc" : "LLC";
        }
        if (dice.chance(0.23)) {
            typed.tag("SUFFIXFORM");
            return dice.one(FORMS.getOrDefault(form, List.of(form)));
        }
        return form;
    }

    private String abbreviated(String name, Typed typed) {
        for (Map.Entry<String, List<String>> entry : words.table("short").entrySet()) {
            if (name.contains(entry.getKey()) && dice.chance(0.05)) {
                typed.tag("ABBREV");
                return name.replace(entry.getKey(), entry.getValue().get(0));
            }
        }
        return name;
    }
}
