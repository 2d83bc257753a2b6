package dev.tieout.qbo.simulation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;

/** The app's tables. Now and then one does not take what QuickBooks has to say. */
final class Host {
    /** The app's database failed, or one of its rules. */
    static final class HostDown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HostDown(String what) {
            super("the app failed at " + what, null, false, false);
        }
    }

    final Map<String, Wish> wishes = new LinkedHashMap<>();
    private final Map<String, String> made = new HashMap<>();
    private final Random random;
    private final Trail trail;
    private final Witness witness;
    private int oneIn;

    Host(Random random, Trail trail, Witness witness) {
        this.random = random;
        this.trail = trail;
        this.witness = witness;
    }

    void failOneIn(int calls) {
        oneIn = calls;
    }

    List<Wish> all(Kind kind) {
        return wishes.values().stream().filter(wish -> wish.kind == kind).toList();
    }

    Collection<Wish> all() {
        return List.copyOf(wishes.values());
    }

    Wish find(String id) {
        return wishes.get(id);
    }

    String create(Kind kind, String key, Map<String, String> fields) {
        mayFail("create");
        String id = made.computeIfAbsent(key, any -> (kind == Kind.CLIENT ? "c-" : "s-") + (900 + made.size()));
        if (!wishes.containsKey(id)) {
            Wish wish = new Wish(kind, id);
            wish.fields.putAll(fields);
            wishes.put(id, wish);
            trail.add("library", "makes " + id + " in the app");
            witness.imported(wish);
        }
        return id;
    }

    void update(String id, Map<String, String> fields) {
        mayFail("update of " + id);
        Wish wish = wishes.get(id);
        if (wish == null) {
            return;
        }
        TreeSet<String> names = new TreeSet<>(wish.fields.keySet());
        names.addAll(fields.keySet());
        names.removeIf(name -> Objects.equals(wish.get(name), fields.get(name)));
        trail.add("library", "updates " + id + " in the app: " + names);
        witness.takenIn(wish, names);
        names.forEach(name -> wish.set(name, fields.get(name)));
        mayFail("the end of update of " + id);
    }

    void deactivate(String id) {
        mayFail("deactivate of " + id);
        Wish wish = wishes.get(id);
        if (wish != null) {
            trail.add("library", "makes " + id + " inactive in the app");
            witness.takenIn(wish, List.of("active"));
            wish.set("active", "false");
        }
    }

    private void mayFail(String what) {
        if (oneIn > 0 && random.nextInt(oneIn) == 0) {
            trail.add("app", "fails at " + what);
            throw new HostDown(what);
        }
    }
}
