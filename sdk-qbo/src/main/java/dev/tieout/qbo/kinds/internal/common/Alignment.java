package dev.tieout.qbo.kinds.internal.common;

import dev.tieout.qbo.entity.Line;
import dev.tieout.qbo.sync.internal.row.Projection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which line of the app is which line of QuickBooks. Each line of the app is a member of its own, named by the id that
 * QuickBooks gave the line; new ones are numbered. All other lines of QuickBooks are one member together.
 */
public final class Alignment {
    public static final String OTHER = "OtherLines";
    /** What the app takes off the whole form; one that only QuickBooks has is a line like others. */
    public static final String DISCOUNT = "Discount";

    private static final String LINE = "Line#";
    private static final String NEW = LINE + "+";

    private Alignment() {}

    public static boolean isLine(String member) {
        return member.startsWith(LINE) || member.equals(OTHER) || member.equals(DISCOUNT);
    }

    /** The lines of an entity, each under its own id: those of other kinds too. */
    public static void project(List<Line> lines, Projection.Builder to) {
        int unnamed = 0;
        for (Line line : lines) {
            if (SalesLines.isOurs(line)) {
                SalesLines.put(to, line.id().map(id -> LINE + id).orElse(newName(++unnamed)), SalesLines.parts(line));
            } else if (SalesLines.isDiscount(line)) {
                to.put(DISCOUNT, SalesLines.off(line).orElse(null));
            }
        }
    }

    /**
     * What the app has of the lines.
     *
     * @param all the lines that the app wants, none with an id
     * @param seen QuickBooks' lines, or {@code null}
     * @param base what the app had when both last agreed
     */
    public static void app(List<Line> all, @Nullable List<Line> seen, Projection base, Projection.Builder app) {
        List<Line> wanted = all.stream().filter(SalesLines::isOurs).toList();
        all.stream()
                .filter(SalesLines::isDiscount)
                .forEach(line -> app.put(DISCOUNT, SalesLines.off(line).orElse(null)));
        List<@Nullable String> names = align(wanted, known(seen, base), base);
        int fresh = 0;
        for (int i = 0; i < wanted.size(); i++) {
            @Nullable String name = names.get(i);
            SalesLines.put(app, name == null ? newName(++fresh) : name, SalesLines.parts(wanted.get(i)));
        }
    }

    /** What QuickBooks has of the app's lines, one by one, and of all others together. */
    public static void there(List<Line> seen, Projection app, Projection base, Projection.Builder there) {
        int unnamed = 0;
        boolean off = app.has(DISCOUNT) || base.has(DISCOUNT);
        for (Line line : seen) {
            String name = LINE + line.id().orElse("");
            if (SalesLines.isOurs(line) && (app.has(name) || base.has(name))) {
                SalesLines.put(there, name, SalesLines.parts(line));
            } else if (off && SalesLines.isDiscount(line)) {
                there.put(DISCOUNT, SalesLines.off(line).orElse(null));
                off = false;
            } else if (!SalesLines.isAutomatic(line)) {
                there.put(OTHER + "." + line.id().orElse("n" + ++unnamed), SalesLines.other(line));
            }
        }
    }

    /** The lines that are the app's: those of the last agreement, or all sales where there was none. */
    private static Map<String, Map<String, String>> known(@Nullable List<Line> seen, Projection base) {
        Map<String, Map<String, String>> known = new LinkedHashMap<>();
        if (base.isEmpty()) {
            if (seen != null) {
                seen.stream()
                        .filter(line -> SalesLines.isOurs(line) && line.id().isPresent())
                        .forEach(line -> known.put(LINE + line.id().orElseThrow(), SalesLines.parts(line)));
            }
            return known;
        }
        base.members().stream()
                .filter(member -> member.startsWith(LINE))
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .forEach(member -> known.put(member, parts(base.member(member))));
        return known;
    }

    private static List<@Nullable String> align(
            List<Line> wanted, Map<String, Map<String, String>> known, Projection base) {
        Map<String, Map<String, String>> left = new LinkedHashMap<>(known);
        List<@Nullable String> names = new ArrayList<>();
        for (Line line : wanted) {
            names.add(take(left, SalesLines.parts(line), base.isEmpty()));
        }
        for (String[] like : new String[][] {
            {SalesLines.TEXT, "ItemRef", "Description"}, {SalesLines.TEXT, "ItemRef"}, {SalesLines.TEXT}
        }) {
            for (int i = 0; i < wanted.size(); i++) {
                if (names.get(i) == null) {
                    names.set(i, takeLike(left, SalesLines.parts(wanted.get(i)), like));
                }
            }
        }
        return names;
    }

    /** Takes the first line that is the same; after a first match only in what the app says. */
    private static @Nullable String take(
            Map<String, Map<String, String>> left, Map<String, String> parts, boolean first) {
        for (Map.Entry<String, Map<String, String>> e : left.entrySet()) {
            boolean same = first
                    ? parts.entrySet().stream()
                            .allMatch(p -> p.getValue().equals(e.getValue().get(p.getKey())))
                    : e.getValue().equals(parts);
            if (same) {
                left.remove(e.getKey());
                return e.getKey();
            }
        }
        return null;
    }

    private static @Nullable String takeLike(
            Map<String, Map<String, String>> left, Map<String, String> parts, String[] like) {
        for (Map.Entry<String, Map<String, String>> e : left.entrySet()) {
            boolean alike = true;
            for (String part : like) {
                alike &= String.valueOf(parts.get(part))
                        .equals(String.valueOf(e.getValue().get(part)));
            }
            if (alike) {
                left.remove(e.getKey());
                return e.getKey();
            }
        }
        return null;
    }

    /**
     * The lines of an update: all of QuickBooks', only the app's changed ones replaced; lines that are not sent are lost,
     * and those sent without their id are new (QuickBooks facts P8.3, E14.1). Lines of other kinds stay where they are
     * unless they are to go.
     */
    public static List<Line> merge(List<Line> current, List<Line> all, Projection app, Set<String> members) {
        List<Line> wanted = all.stream().filter(SalesLines::isOurs).toList();
        Map<String, Line> byName = new LinkedHashMap<>();
        Map<String, List<Line>> after = new LinkedHashMap<>();
        String last = "";
        Set<String> ours = new HashSet<>(app.members());
        ours.addAll(members);
        for (Line line : current) {
            String name = LINE + line.id().orElse("");
            if (SalesLines.isOurs(line) && ours.contains(name)) {
                byName.put(name, line);
                last = name;
            } else if (stays(line, app, members)) {
                after.computeIfAbsent(last, n -> new ArrayList<>()).add(SalesLines.sentBack(line));
            }
        }
        List<Line> lines = new ArrayList<>(after.getOrDefault("", List.of()));
        Set<String> placed = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            String name = nameOf(SalesLines.parts(wanted.get(i)), app, placed);
            placed.add(name);
            @Nullable Line there = byName.get(name);
            if (there != null && !members.contains(name)) {
                lines.add(there);
            } else if (there != null) {
                lines.add(wanted.get(i).toBuilder()
                        .id(name.substring(LINE.length()))
                        .build());
            } else if (name.startsWith(NEW) || members.contains(name)) {
                lines.add(wanted.get(i));
            }
            lines.addAll(after.getOrDefault(name, List.of()));
        }
        // A line that the app has taken out stays until that is decided; what stood after one that goes, stays.
        for (Map.Entry<String, Line> e : byName.entrySet()) {
            if (!placed.contains(e.getKey())) {
                if (!members.contains(e.getKey())) {
                    lines.add(e.getValue());
                }
                lines.addAll(after.getOrDefault(e.getKey(), List.of()));
            }
        }
        if (members.contains(DISCOUNT)) {
            all.stream().filter(SalesLines::isDiscount).forEach(lines::add);
        }
        return lines;
    }

    /** A discount is the app's where the app has one, or writes that it has none. */
    private static boolean stays(Line line, Projection app, Set<String> members) {
        boolean discount = SalesLines.isDiscount(line) && (app.has(DISCOUNT) || members.contains(DISCOUNT));
        return !SalesLines.isAutomatic(line) && !members.contains(discount ? DISCOUNT : OTHER);
    }

    private static String nameOf(Map<String, String> parts, Projection app, Set<String> placed) {
        return app.members().stream()
                .filter(member -> member.startsWith(LINE) && !placed.contains(member))
                .filter(member -> parts(app.member(member)).equals(parts))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a line that the app wants has no name"));
    }

    /**
     * Gives new lines the ids that QuickBooks' answer has for them: those of lines that say the same, else the newest, for a
     * bookkeeper's own lines may stand among them.
     */
    public static Projection renamed(Projection carried, List<Line> answer) {
        NavigableMap<Long, String> newest = new TreeMap<>();
        Map<String, Map<String, String>> fresh = new LinkedHashMap<>();
        for (Line line : answer) {
            String name = LINE + line.id().orElse("");
            if (SalesLines.isOurs(line) && line.id().isPresent() && !carried.has(name)) {
                fresh.put(name, SalesLines.parts(line));
                newest.put(number(line), name);
            }
        }
        Map<String, String> names = new LinkedHashMap<>();
        List<String> unlike = new ArrayList<>();
        for (String member : carried.members()) {
            if (member.startsWith(NEW)) {
                @Nullable String same = take(fresh, parts(carried.member(member)), false);
                if (same == null) {
                    unlike.add(member);
                } else {
                    names.put(member, same);
                    newest.values().remove(same);
                }
            }
        }
        List<String> left = new ArrayList<>(newest.values());
        left = left.subList(Math.max(0, left.size() - unlike.size()), left.size());
        for (int i = 0; i < left.size(); i++) {
            names.put(unlike.get(i), left.get(i));
        }
        return renamed(carried, names);
    }

    private static Projection renamed(Projection carried, Map<String, String> names) {
        Projection.Builder fields = Projection.builder();
        carried.forEach((field, value) -> {
            String member = Projection.memberOf(field);
            @Nullable String name = member.startsWith(NEW) ? names.get(member) : member;
            if (name != null) {
                fields.set(name + field.substring(member.length()), value);
            }
        });
        return fields.build();
    }

    private static long number(Line line) {
        try {
            return Long.parseLong(line.id().orElse(""));
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static Map<String, String> parts(Projection member) {
        Map<String, String> parts = new TreeMap<>();
        member.forEach((field, value) -> parts.put(field.substring(field.indexOf('.') + 1), value));
        return parts;
    }

    private static String newName(int n) {
        return String.format(Locale.ROOT, "%s%04d", NEW, n);
    }
}
