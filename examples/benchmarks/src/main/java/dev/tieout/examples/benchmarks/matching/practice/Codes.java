package dev.tieout.examples.benchmarks.matching.practice;

import java.util.Locale;

/** Numbers and addresses in names. One list writes its codes in one way. Not thread-safe. */
final class Codes {
    private final Dice dice;
    private final int style;
    private int next;

    Codes(Dice dice) {
        this.dice = dice;
        style = dice.below(7);
        next = dice.between(100, 3_000);
    }

    String coded(Typed typed, String name) {
        next += dice.between(1, 3);
        String letters = Entity.slug(typed.entity.organisation() ? typed.entity.firm : typed.entity.surname);
        String code = (letters + "xxx").substring(0, 3).toUpperCase(Locale.ROOT)
                + String.format(Locale.ROOT, "%03d", dice.between(1, 999));
        return switch (style) {
            case 0 -> next + " - " + name;
            case 1 -> code + " - " + name;
            case 2 -> next + " " + name;
            case 3 -> name + " (" + next + ")";
            case 4 -> name + " - " + next;
            case 5 -> name + " " + code;
            default -> "#" + next + " " + name;
        };
    }

    String withContactData(Typed typed, String name) {
        String email = typed.row.get("primary_email").strip();
        String phone = typed.row.get("primary_phone");
        String data = phone.isEmpty() || (dice.chance(0.6) && !email.isEmpty()) ? email : phone;
        if (data.isEmpty()) {
            data = typed.entity.email;
        }
        return switch (dice.below(4)) {
            case 0 -> name + " " + data;
            case 1 -> name + " (" + data + ")";
            case 2 -> name + " - " + data;
            default -> name + " <" + data + ">";
        };
    }
}
