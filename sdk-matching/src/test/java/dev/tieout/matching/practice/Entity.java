package dev.tieout.matching.practice;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;

/** A real person, couple, firm or trust, before anyone types it into a program. */
final class Entity {
    enum Kind {
        PERSON,
        JOINT,
        BUSINESS,
        TRUST
    }

    private static final String[] SERIES = {" II", " III", " IV", " V", " VI"};

    Kind kind = Kind.PERSON;
    String given = "";
    String middle = "";
    String surname = "";
    String generation = "";
    String spouse = "";
    String company = "";
    String form = "";
    String email = "";
    String otherEmail = "";
    String phone = "";
    int house;
    String street = "";
    String streetType = "";
    String unit = "";
    String city = "";
    String zip = "";

    static Entity random(Random r) {
        Entity e = new Entity();
        int k = r.nextInt(100);
        e.kind = k < 39 ? Kind.PERSON : k < 52 ? Kind.JOINT : k < 98 ? Kind.BUSINESS : Kind.TRUST;
        e.given = Vocabulary.pick(r, Vocabulary.GIVEN);
        e.middle = r.nextInt(3) == 0 ? Vocabulary.pick(r, Vocabulary.GIVEN) : "";
        e.surname = Vocabulary.surname(r);
        e.spouse = other(r, e.given);
        if (e.kind == Kind.BUSINESS) {
            e.firm(r);
        } else if (e.kind == Kind.TRUST) {
            e.company = r.nextBoolean() ? e.surname + " Family Trust" : e.given + " " + e.surname + " Revocable Trust";
        }
        e.contact(r);
        return e;
    }

    /** What was already used to make relatives of this one, so that no two of them are the same. */
    private int relatives;

    private boolean ownerPlaced;

    private void firm(Random r) {
        form = r.nextInt(5) == 0 ? "" : Vocabulary.pick(r, Vocabulary.FORM);
        String trade = Vocabulary.pick(r, Vocabulary.TRADE);
        String first = Vocabulary.pick(r, Vocabulary.FIRST);
        String second = Vocabulary.pick(r, Vocabulary.SECOND);
        company = switch (r.nextInt(9)) {
            case 0, 1 -> first + " " + second + " " + trade;
            case 2 -> first + " " + trade;
            case 3 -> surname + " " + trade;
            case 4 -> surname + " & " + Vocabulary.surname(r) + " " + trade;
            case 5 -> surname + " & Sons " + trade;
            case 6 -> given + "'s " + trade;
            case 7 -> (100 + r.nextInt(9800)) + " " + Vocabulary.pick(r, Vocabulary.STREET) + " Avenue";
            default -> "The " + first + " " + second;
        };
        if (r.nextInt(14) == 0) {
            company += " of " + Vocabulary.CITY[r.nextInt(Vocabulary.CITY.length)];
        }
    }

    void contact(Random r) {
        email = kind == Kind.BUSINESS && r.nextInt(2) == 0
                ? (r.nextBoolean() ? "info" : ascii(given)) + "@" + ascii(company) + ".com"
                : personal(r);
        otherEmail = personal(r);
        phone = "" + (200 + r.nextInt(790)) + (200 + r.nextInt(790)) + (1000 + r.nextInt(9000));
        house = 1 + r.nextInt(9990);
        street = Vocabulary.pick(r, Vocabulary.STREET);
        streetType = Vocabulary.STREET_TYPE[r.nextInt(Vocabulary.STREET_TYPE.length)];
        unit = r.nextInt(6) == 0 ? ", Apt " + (1 + r.nextInt(900)) : "";
        city = Vocabulary.CITY[r.nextInt(Vocabulary.CITY.length)];
        zip = String.valueOf(10000 + r.nextInt(89000));
    }

    String personal(Random r) {
        String g = ascii(given);
        String s = ascii(surname);
        String number = r.nextInt(3) == 0 ? String.valueOf(1 + r.nextInt(2000)) : "";
        String local = switch (r.nextInt(6)) {
            case 0 -> g + s;
            case 1 -> g + "." + s;
            case 2 -> g.charAt(0) + s;
            case 3 -> s + g.charAt(0);
            case 4 -> g + "_" + s;
            default -> ascii(Vocabulary.pick(r, Vocabulary.FIRST) + Vocabulary.pick(r, Vocabulary.SECOND));
        };
        return local + number + "@" + Vocabulary.pick(r, Vocabulary.MAIL);
    }

    /** Someone or something near: shares e-mail, phone and address as families and owners do. */
    Entity relative(Random r) {
        Entity e = random(r);
        relatives++;
        e.email = r.nextInt(4) > 0 ? email : e.email;
        e.phone = r.nextInt(2) > 0 ? phone : e.phone;
        e.surname = r.nextInt(5) > 0 ? surname : e.surname;
        if (r.nextInt(2) == 0) {
            e.house = house;
            e.street = street;
            e.streetType = streetType;
            e.city = city;
            e.zip = zip;
        }
        if (kind == Kind.BUSINESS && e.kind == Kind.BUSINESS) {
            String head = company.contains(" ") ? company.substring(0, company.lastIndexOf(' ')) : company;
            e.company = r.nextInt(3) == 0
                    ? company + SERIES[relatives % SERIES.length]
                    : head + " " + Vocabulary.TRADE[(relatives * 7 + r.nextInt(5)) % Vocabulary.TRADE.length];
            e.given = given;
        } else if (kind == Kind.BUSINESS && e.kind == Kind.PERSON && !ownerPlaced) {
            ownerPlaced = true;
            e.given = given;
            e.surname = surname;
        } else if (kind == Kind.PERSON && e.kind == Kind.PERSON) {
            if (r.nextInt(8) == 0 && !ownerPlaced) {
                ownerPlaced = true;
                e.given = given;
                e.surname = surname;
                e.generation = "Jr";
            } else {
                e.given = other(r, given);
            }
        }
        return e;
    }

    private static String other(Random r, String name) {
        String picked = Vocabulary.pick(r, Vocabulary.GIVEN);
        return picked.equals(name) ? (name.equals("Mary") ? "James" : "Mary") : picked;
    }

    static String ascii(String s) {
        String plain = Normalizer.normalize(s.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        String letters = plain.replaceAll("[^a-z0-9]", "");
        return letters.isEmpty() ? "x" : letters.length() > 20 ? letters.substring(0, 20) : letters;
    }
}
