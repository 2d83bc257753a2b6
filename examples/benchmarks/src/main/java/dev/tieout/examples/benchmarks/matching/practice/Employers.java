package dev.tieout.examples.benchmarks.matching.practice;

import dev.tieout.examples.benchmarks.matching.practice.Entity.Kind;
import java.util.List;

/** What stands in the field for the company of somebody who is no company. Not thread-safe. */
final class Employers {
    private final Dice dice;
    private final Words words;
    private final List<String> firms;

    Employers(Dice dice, Words words, List<Typed> customers) {
        this.dice = dice;
        this.words = words;
        firms = customers.stream()
                .filter(c -> c.entity.kind == Kind.BUSINESS)
                .map(c -> c.row.get("company_name"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    String draw(Typed typed) {
        return switch (dice.share(0.5, 0.12, 0.12, 0.08, 0.06)) {
            case 0 ->
                dice.one(words.list("adjective")) + " " + dice.one(words.list("noun")) + " "
                        + dice.one(words.list("trade")) + dice.of("", " Inc", " LLC", ", Inc.", " Corp");
            case 1 -> firms.isEmpty() ? "N/A" : dice.one(firms);
            case 2 -> dice.of("N/A", "n/a", "NA", "none", "-", "None", "NONE");
            case 3 ->
                dice.of("Self", "self employed", "Self-Employed", "Retired", "Individual", "Personal", "Homeowner");
            case 4 ->
                dice.one(words.list("city")).split(":")[0] + dice.of(" University", " Public Schools", " Hospital");
            default -> typed.entity.surname + " " + dice.one(words.list("trade"));
        };
    }
}
