package dev.tieout.qbo.sync.internal.kind;

import dev.tieout.RecordKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All kinds of record, parents before children. Immutable. */
public final class Kinds {
    private final Map<RecordKind, Kind<?, ?>> byName = new LinkedHashMap<>();
    private final Map<RecordKind, Integer> rank = new LinkedHashMap<>();

    public Kinds(List<? extends Kind<?, ?>> kinds) {
        List<Kind<?, ?>> left = new ArrayList<>(kinds);
        while (!left.isEmpty()) {
            Kind<?, ?> next = left.stream()
                    .filter(kind -> byName.keySet().containsAll(kind.about().parents()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("kinds of record are one another's parents"));
            left.remove(next);
            rank.put(next.name(), byName.size());
            if (byName.put(next.name(), next) != null) {
                throw new IllegalStateException("two kinds are called " + next.name());
            }
        }
    }

    public List<Kind<?, ?>> all() {
        return List.copyOf(byName.values());
    }

    public Optional<Kind<?, ?>> find(String word) {
        return byName.values().stream()
                .filter(kind -> kind.name().word().equals(word))
                .findFirst();
    }

    public Kind<?, ?> get(RecordKind name) {
        @Nullable Kind<?, ?> kind = byName.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("this version of the library keeps no records of kind " + name);
        }
        return kind;
    }

    /** Where a kind stands: parents before children. */
    public int rank(RecordKind name) {
        return rank.getOrDefault(name, Integer.MAX_VALUE);
    }

    /** The kinds whose records may name one of a kind as a parent. */
    public List<Kind<?, ?>> children(RecordKind parent) {
        return byName.values().stream()
                .filter(kind -> kind.about().parents().contains(parent))
                .toList();
    }
}
