package dev.tieout.examples.benchmarks.matching.practice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Firms of other countries: one form, short or written out, behind the name and with some in front. Not thread-safe. */
final class ForeignForms {
    private static final List<List<String>> FORMS = List.of(
            List.of("GmbH", "Gesellschaft mit beschränkter Haftung", "G.m.b.H."),
            List.of("AG", "Aktiengesellschaft"),
            List.of("S.A. de C.V.", "SA de CV", "Sociedad Anónima de Capital Variable"),
            List.of("S.L.", "SL", "Sociedad Limitada"),
            List.of("SARL", "S.à r.l.", "Société à responsabilité limitée"),
            List.of("SAS", "S.A.S."),
            List.of("Pty Ltd", "Pty. Ltd.", "Proprietary Limited"),
            List.of("PLC", "Public Limited Company", "plc"),
            List.of("B.V.", "BV", "Besloten Vennootschap"),
            List.of("S.r.l.", "SRL", "Società a responsabilità limitata"),
            List.of("Sp. z o.o.", "Sp z oo", "Spółka z o.o."),
            List.of("Oy", "Osakeyhtiö"),
            List.of("AB", "Aktiebolag"),
            List.of("A/S", "AS", "Aktieselskab"),
            List.of("Ltda", "Ltda.", "Limitada"));

    private final Dice dice;
    private final Map<Integer, Integer> ofEntity = new HashMap<>();

    ForeignForms(Dice dice) {
        this.dice = dice;
    }

    String retype(Typed typed, String name) {
        List<String> forms = FORMS.get(ofEntity.computeIfAbsent(typed.entity.id, x -> dice.below(FORMS.size())));
        String bare = Wording.bare(name);
        return switch (dice.share(0.12, 0.06)) {
            case 0 -> bare;
            case 1 -> forms.get(0) + " " + bare;
            default -> bare + " " + (dice.chance(0.5) ? forms.get(0) : dice.one(forms));
        };
    }
}
