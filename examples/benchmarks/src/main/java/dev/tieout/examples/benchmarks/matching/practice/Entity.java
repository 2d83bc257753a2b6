package dev.tieout.examples.benchmarks.matching.practice;

import java.text.Normalizer;
import java.util.Locale;

/** A real person, couple, firm, trust or estate, before anyone types it into a program. Filled while it is invented. */
final class Entity {
    enum Kind {
        PERSON,
        JOINT,
        BUSINESS,
        TRUST,
        ESTATE
    }

    final int id;
    final Kind kind;
    String given = "";
    String middle = "";
    String surname = "";
    String maiden = "";
    String generation = "";
    String spouse = "";
    String spouseSurname = "";
    String title = "";
    String firm = "";
    String form = "";
    String email = "";
    String otherEmail = "";
    String phone = "";
    String house = "";
    String street = "";
    String unit = "";
    String city = "";
    String zip = "";

    Entity(int id, Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    boolean organisation() {
        return kind == Kind.BUSINESS || kind == Kind.TRUST || kind == Kind.ESTATE;
    }

    void livesWith(Entity other) {
        house = other.house;
        street = other.street;
        unit = other.unit;
        city = other.city;
        zip = other.zip;
    }

    /** A text without its accents. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('ł', 'l')
                .replace('Ł', 'L')
                .replace('ø', 'o')
                .replace('Ø', 'O');
    }

    /** The letters and digits of a text, as they stand in an address. */
    static String slug(String text) {
        String letters = plain(text.toLowerCase(Locale.ROOT)).replaceAll("[^a-z0-9]", "");
        return letters.isEmpty() ? "x" : letters;
    }
}
