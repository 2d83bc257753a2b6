package dev.tieout.qbo.entity;

import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes JSON texts of an entity out of a seed: mostly as the schema says, now and then not at all. */
final class RandomJson {
    private static final String[] NUMBERS = {
        "0", "-0", "0.00", "100.00", "1E400", "1e-7", "-12.50", "99999999999999999999999999999999.123456789", "2E+3"
    };
    private static final String[] TEXTS = {
        "", "a", "\\\"\\\\\\/\\b\\f\\n\\r\\t", "\\u00e9", "Zoë & Co <b>", "日本語", "\uD83D\uDE00", "\\u0000", "2026-05-01"
    };

    private final Random random;

    RandomJson(long seed) {
        this.random = new Random(seed);
    }

    String object(ObjectType<?> type, int depth) {
        Set<String> names = new LinkedHashSet<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            names.add(random.nextInt(6) == 0 ? "x" + random.nextInt(5) : anyMember(type).name);
        }
        return names.stream()
                .map(name -> "\"" + name + "\":" + value(type, name, depth))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private Member anyMember(ObjectType<?> type) {
        return type.members[random.nextInt(type.members.length)];
    }

    private String value(ObjectType<?> type, String name, int depth) {
        int index = type.index(name);
        if (index < 0 || random.nextInt(12) == 0) {
            return anything(depth);
        }
        return switch (type.members[index].kind) {
            case TEXT -> text();
            case DECIMAL, INT -> number();
            case BOOL -> String.valueOf(random.nextBoolean());
            case DATE -> "\"2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10) + "\"";
            case MOMENT -> "\"2026-05-1" + random.nextInt(10) + "T10:20:30-07:00\"";
            case CHOICE -> "\"" + choice(type.choices(index)) + "\"";
            case OBJECT -> depth == 0 ? "{}" : object(type.nested(index), depth - 1);
            case OBJECTS -> depth == 0 ? "[]" : list(type.nested(index), depth - 1);
            case JSON -> anything(depth);
        };
    }

    private String choice(EnumType<?> type) {
        return random.nextInt(4) == 0
                ? "New" + random.nextInt(100)
                : type.known().get(random.nextInt(type.known().size())).value();
    }

    private String list(ObjectType<?> type, int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> random.nextInt(15) == 0 ? anything(depth) : object(type, depth))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String anything(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> "null";
            case 1 -> String.valueOf(random.nextBoolean());
            case 2 -> number();
            case 3 -> text();
            case 4 -> "[" + anything(depth - 1) + "," + anything(depth - 1) + "]";
            default -> "{\"a\":" + anything(depth - 1) + ",\"b\":" + anything(depth - 1) + "}";
        };
    }

    private String number() {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }

    private String text() {
        return "\"" + TEXTS[random.nextInt(TEXTS.length)] + "\"";
    }
}
