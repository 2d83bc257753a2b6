package dev.tieout.examples.benchmarks.matching.practice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Persons with two given names and two surnames, of which a record may leave one out. Not thread-safe. */
final class TwoSurnames {
    private static final List<String> GIVEN = List.of(
            "Juan",
            "José",
            "Luis",
            "Carlos",
            "Miguel",
            "Ángel",
            "Jorge",
            "Rafael",
            "Andrés",
            "Felipe",
            "María",
            "Ana",
            "Carmen",
            "Lucía",
            "Elena",
            "Rosa",
            "Isabel",
            "Teresa",
            "Pilar",
            "Beatriz",
            "João",
            "Paulo",
            "Tiago",
            "Inês",
            "Catarina",
            "Fernanda");
    private static final List<String> SURNAMES = List.of(
            "García",
            "Pérez",
            "Gómez",
            "Gomara",
            "Martínez",
            "Ferreira",
            "Olazábal",
            "Sánchez",
            "Quintanilla",
            "Urrutia",
            "Zubiría",
            "Echeverría",
            "Montenegro",
            "Carvalho",
            "Albuquerque",
            "Villalobos",
            "Arrechea",
            "Bustamante",
            "Cárdenas",
            "Delgadillo",
            "Espinoza",
            "Figueroa",
            "Galarza",
            "Hinojosa",
            "Ibarrola",
            "Jaramillo",
            "Landa",
            "Monsalve",
            "Noriega",
            "Orozco",
            "Paredes",
            "Quiroga",
            "Restrepo",
            "Saavedra",
            "Tejada",
            "Uribe",
            "Valdivia",
            "Yáñez",
            "Zambrano",
            "Coutinho",
            "Magalhães",
            "Teixeira",
            "Vasconcelos",
            "Barragán",
            "Cifuentes");

    private record Name(String first, String second, String father, String mother) {}

    private final Dice dice;
    private final Map<Integer, Name> names = new HashMap<>();

    TwoSurnames(Dice dice) {
        this.dice = dice;
    }

    void retype(Typed typed, boolean client) {
        Name name = names.computeIfAbsent(typed.entity.id, x -> draw());
        String given = dice.chance(0.3) ? name.first() : name.first() + " " + name.second();
        String surname = dice.chance(0.3) ? name.father() : name.father() + " " + name.mother();
        if (dice.chance(0.2)) {
            surname = surname.replace(" ", "-");
        }
        if (dice.chance(0.3)) {
            given = Entity.plain(given);
            surname = Entity.plain(surname);
        }
        String display = dice.chance(0.2) ? surname + ", " + given : given + " " + surname;
        Habits.display(typed, display);
        typed.row.set("middle_name", "");
        boolean fields = !typed.row.get(client ? "first_name" : "given_name").isEmpty();
        typed.row.set(client ? "first_name" : "given_name", fields ? given : "");
        typed.row.set(client ? "last_name" : "family_name", fields ? surname : "");
    }

    private Name draw() {
        String first = dice.one(GIVEN);
        String second = dice.one(GIVEN);
        return first.equals(second) ? draw() : new Name(first, second, dice.one(SURNAMES), dice.one(SURNAMES));
    }
}
