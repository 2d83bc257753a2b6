// Over 300 lines: what is known of the books, and how it comes to be known, belong together.
package dev.tieout.qbo.simulation;

import dev.tieout.testkit.company.ChangeKind;
import dev.tieout.testkit.company.CompanyChange;
import dev.tieout.testkit.company.FakeCompany;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Sees every change of the books as it happens, knows who made it, and so knows what the end must be: which record of
 * QuickBooks is which of the app, what a person changed there that may not be written over, whose edit of a field won.
 */
final class Witness {
    /** What a field has to be in the end, and whose edit that was. */
    record Expected(String value, boolean fromApp) {}

    /** An address is one thing: a street of one side with a town of the other would be nobody's. */
    private static final Set<String> ADDRESS = Set.of("line1", "city", "region", "postal");

    private final FakeCompany books;
    private final Trail trail;
    private final Map<String, String> methods = new HashMap<>();
    private final Map<String, Wish> wishes = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, Map<String, String>> last = new HashMap<>();
    private final Map<String, Expected> expected = new HashMap<>();
    private final Map<String, String> pending = new HashMap<>();
    /** Who ever had a name, for those that the library makes in the app. */
    private final Map<String, String> named = new HashMap<>();

    private final Set<String> survivors = new HashSet<>();
    private final Set<String> resending = new HashSet<>();
    private final Map<Wish, Map<String, String>> lastHanded = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Set<String> deletedByHand = new HashSet<>();
    /** What she changed and the library may not have looked at yet. */
    private final Set<String> fresh = new HashSet<>();
    /** Moved by a merge to a record that the library may not have looked at yet. */
    private final Set<Wish> moved = new HashSet<>();

    final Map<String, List<String>> births = new LinkedHashMap<>();
    final List<Finding> findings = new ArrayList<>();
    private Policy lists = Policy.APP;
    private Policy money = Policy.ASK;
    private Wish answered;
    private boolean byHand;
    private boolean merging;
    /** What she had changed when a person answered: whether the answer was about it, only the library knows. */
    private final Set<String> perhapsAnswered = new HashSet<>();

    Witness(FakeCompany books, Trail trail) {
        this.books = books;
        this.trail = trail;
        books.all("PaymentMethod").forEach(each -> methods.put(Canon.text(each, "Id"), Canon.text(each, "Name")));
        books.onChange(this::changed);
    }

    void policies(Policy forLists, Policy forMoney) {
        lists = forLists;
        money = forMoney;
    }

    Policy money() {
        return money;
    }

    Policy lists() {
        return lists;
    }

    /** Runs an act of the bookkeeper. */
    void byHand(boolean merge, Runnable act) {
        byHand = true;
        merging = merge;
        try {
            act.run();
        } finally {
            byHand = false;
            merging = false;
        }
    }

    // The app's side.

    void edited(Wish wish, String... fields) {
        wishes.put(wish.mark(), wish);
        wish.dirty.addAll(List.of(fields));
    }

    /** The library is about to get the wish, and may act on it at once. */
    void handing(Wish wish) {
        if (money == Policy.QUICKBOOKS) {
            accept(wish, app(wish));
        }
    }

    /** The library took the wish as it stands. */
    void handed(Wish wish) {
        wishes.put(wish.mark(), wish);
        wish.handed = true;
        Map<String, String> now = app(wish);
        wish.handedOnce.addAll(now.keySet());
        if (wish.dirty.stream().anyMatch(ADDRESS::contains)) {
            wish.dirty.addAll(ADDRESS);
        }
        for (String field : wish.dirty) {
            String key = wish.id + " " + field;
            boolean hers = moved.contains(wish)
                    || (ADDRESS.contains(field) ? ADDRESS : Set.of(field))
                            .stream().anyMatch(part -> isHers(wish.id + " " + part));
            if (hers && lists != Policy.APP) {
                expected.remove(key); // It depends on whether the library had seen her edit.
            } else {
                expected.put(key, new Expected(now.get(field), true));
            }
        }
        wish.dirty.clear();
        settle(wish);
    }

    private boolean isHers(String key) {
        return fresh.contains(key)
                || (expected.containsKey(key) && !expected.get(key).fromApp());
    }

    /** Her value, once accepted, is no obstacle to a later edit of the app; whether it was, only the library knows. */
    private void accept(Wish wish, Map<String, String> now) {
        Map<String, String> before = lastHanded.put(wish, now);
        if (before != null) {
            pending.keySet().removeIf(key -> {
                String field = key.substring(key.indexOf(' ') + 1);
                return key.startsWith(wish.id + " ") && !Objects.equals(before.get(field), now.get(field));
            });
        }
    }

    /** The library changed the app's record; what the app had not said yet is anybody's guess now. */
    void takenIn(Wish wish, Collection<String> fields) {
        for (String field : fields) {
            wish.known.add(field);
            fresh.remove(wish.id + " " + field);
            if (wish.dirty.remove(field)) {
                expected.remove(wish.id + " " + field);
            }
        }
    }

    /** The library made a record of the app from one of QuickBooks'. */
    void imported(Wish wish) {
        wishes.put(wish.mark(), wish);
        String place = named.get(wish.kind + wish.get("name"));
        if (place == null) {
            findings.add(new Finding("IMPORTED_NOTHING", wish.id, "QuickBooks never had a record of that name"));
        } else if (owner(wish.kind, place) != null && !survivors.contains(wish.kind + place)) {
            findings.add(new Finding("IMPORTED_TWICE", wish.id, place + " is " + owner(wish.kind, place) + " already"));
        } else {
            // Who hears of a merge later than of the survivor cannot know yet whose it is: then two of the app share
            // it.
            places.put(wish.id, place);
            wish.known.addAll(app(wish).keySet());
        }
    }

    /** A person linked a record by hand. */
    void matched(Wish wish, String remoteId) {
        places.put(wish.id, remoteId);
        expected.keySet().removeIf(key -> key.startsWith(wish.id + " "));
    }

    /** A person says which side is right, and the library may act on it at once. */
    boolean answering(Wish wish, BooleanSupplier answer) {
        answered = wish;
        try {
            return answer.getAsBoolean();
        } catch (RuntimeException e) {
            // The library may have taken the answer all the same.
            resolved(wish);
            throw e;
        } finally {
            answered = null;
        }
    }

    /** A person said which side is right: nothing that went before counts any more. */
    void resolved(Wish wish) {
        expected.keySet().removeIf(key -> key.startsWith(wish.id + " "));
        pending.keySet().stream().filter(key -> key.startsWith(wish.id + " ")).forEach(perhapsAnswered::add);
        pending.keySet().removeAll(perhapsAnswered);
    }

    /** A person has a record sent anew: the next one that is made is the one. */
    void resending(Wish wish) {
        wish.resends++;
        resending.add(wish.id);
    }

    /** It was not possible. */
    void notResent(Wish wish) {
        wish.resends--;
        resending.remove(wish.id);
    }

    // What the oracle asks.

    String place(String localId) {
        return localId == null ? null : places.get(localId);
    }

    Wish owner(Kind kind, String remoteId) {
        for (Wish wish : wishes.values()) {
            if (wish.kind == kind && remoteId.equals(places.get(wish.id))) {
                return wish;
            }
        }
        return null;
    }

    boolean ended(Kind kind, String remoteId) {
        return ended.contains(kind + remoteId);
    }

    /** What the fields of a record have to be in the end, as far as that can be told. */
    Map<String, Expected> expected(Wish wish) {
        Map<String, Expected> fields = new TreeMap<>();
        expected.forEach((key, value) -> {
            String field = key.substring(key.indexOf(' ') + 1);
            // What the app never had is not its field, though it began with nothing there.
            if (key.startsWith(wish.id + " ") && (value.value() != null || wish.known.contains(field))) {
                fields.put(field, value);
            }
        });
        return fields;
    }

    boolean pending(Wish wish, String field) {
        return (ADDRESS.contains(field) ? ADDRESS : Set.of(field))
                .stream()
                        .map(part -> wish.id + " " + part)
                        .anyMatch(key -> pending.containsKey(key) || perhapsAnswered.contains(key));
    }

    /** Of the records made for a wish those that somebody deleted: who never saw one cannot know that it was there. */
    long deletedByHand(Kind kind, List<String> ids) {
        return ids.stream().filter(id -> deletedByHand.contains(kind + id)).count();
    }

    Map<String, String> app(Wish wish) {
        return Canon.app(wish, this::place);
    }

    Map<String, String> inBooks(Kind kind, String remoteId) {
        return books.find(kind.entity, remoteId)
                .map(raw -> Canon.books(kind, raw, methods::get))
                .orElse(null);
    }

    /** Fields that are not the same on both sides, of those that both know. */
    Set<String> differing(Wish wish, Map<String, String> inBooks) {
        Map<String, String> app = app(wish);
        Set<String> differing = new TreeSet<>(app.keySet());
        differing.addAll(inBooks.keySet());
        differing.removeIf(field -> Objects.equals(app.get(field), inBooks.get(field)) || !known(wish, app, field));
        return differing;
    }

    private static boolean known(Wish wish, Map<String, String> app, String field) {
        return app.containsKey(field) || wish.known.contains(field) || field.equals("foreign lines");
    }

    // The books' side.

    private void changed(CompanyChange change) {
        Kind kind = Kind.of(change.entity());
        if (kind == null) {
            return;
        }
        if (change.kind() == ChangeKind.MERGE) {
            merged(kind, change.deletedId(), change.id());
        }
        Map<String, String> before = last.get(kind + change.id());
        Map<String, String> now = inBooks(kind, change.id());
        if (now == null) {
            ended(kind, change.id(), "deleted");
            return;
        }
        last.put(kind + change.id(), now);
        named.put(kind + now.get("name"), change.id());
        if (change.kind() == ChangeKind.VOID) {
            ended(kind, change.id(), "void");
        } else if (change.kind() == ChangeKind.CREATE && !byHand) {
            born(kind, change.id());
        } else if (before != null && !ended(kind, change.id())) {
            // After a merge two of the app may be one there, and what happens to it happens to both.
            List.copyOf(wishes.values()).stream()
                    .filter(wish -> wish.kind == kind && change.id().equals(places.get(wish.id)))
                    .forEach(wish -> changed(wish, before, now));
        }
    }

    private void ended(Kind kind, String id, String how) {
        ended.add(kind + id);
        if (byHand && how.equals("deleted")) {
            deletedByHand.add(kind + id);
        }
        Wish wish = owner(kind, id);
        if (wish != null) {
            trail.add("books", wish + " is " + how + (byHand ? " by hand" : ""));
            if (!byHand && !wish.ended) {
                findings.add(new Finding("ENDED_UNASKED", wish.id, "the library ended what the app wants to keep"));
            }
            pending.keySet().removeIf(key -> key.startsWith(wish.id + " "));
        }
    }

    private void born(Kind kind, String id) {
        Map<String, Object> raw = books.find(kind.entity, id).orElseThrow();
        String mark = Canon.mark(
                switch (kind) {
                    case CLIENT -> raw.get("DisplayName");
                    case ITEM -> raw.get("Name");
                    default -> raw.get("PrivateNote");
                });
        if (mark == null) {
            findings.add(new Finding("UNMARKED", kind + " " + id, "the library made a record that no wish asked for"));
            return;
        }
        trail.add("books", mark + " is made as " + kind.entity + " " + id);
        births.computeIfAbsent(mark, any -> new ArrayList<>()).add(id);
        String localId = mark.replace("~", "");
        if (resending.remove(localId) || ended(kind, String.valueOf(places.get(localId)))) {
            places.put(localId, id);
        }
        places.putIfAbsent(localId, id);
        wishes.computeIfPresent(mark, (any, wish) -> {
            wrote(wish, inBooks(kind, id).keySet());
            settle(wish);
            return wish;
        });
    }

    private void merged(Kind kind, String gone, String survivor) {
        survivors.add(kind + survivor);
        if (kind == Kind.CLIENT) {
            // Whom she meant is the survivor now.
            pending.replaceAll((key, value) -> key.endsWith(" client") && value.equals(gone) ? survivor : value);
        }
        for (Wish wish : wishes.values()) {
            if (wish.kind == kind && gone.equals(places.get(wish.id))) {
                places.put(wish.id, survivor);
                moved.add(wish);
                expected.keySet().removeIf(key -> key.startsWith(wish.id + " "));
            }
        }
    }

    private void changed(Wish wish, Map<String, String> before, Map<String, String> now) {
        Set<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(now.keySet());
        fields.removeIf(field -> Objects.equals(before.get(field), now.get(field)) || field.equals("total"));
        if (!byHand) {
            moved.remove(wish);
            wrote(wish, fields);
        }
        for (String field : fields) {
            trail.add(
                    "books",
                    wish + " " + field + ": " + before.get(field) + " -> " + now.get(field)
                            + (byHand ? " by hand" : ""));
            if (wish.kind.money) {
                money(wish, field, now.get(field));
            } else if (merging || (byHand && moved.contains(wish))) {
                expected.remove(wish.id + " " + field);
            } else if (byHand) {
                list(wish, field, before, now.get(field));
            }
        }
        settle(wish);
    }

    /** The library writes only what the app has said. */
    private void wrote(Wish wish, Set<String> fields) {
        fields.forEach(field -> fresh.remove(wish.id + " " + field));
        fields.stream().filter(wish.handedOnce::contains).forEach(wish.known::add);
    }

    private void money(Wish wish, String field, String now) {
        String key = wish.id + " " + field;
        if (byHand) {
            if (!(merging && field.equals("client"))) {
                pending.put(key, String.valueOf(now));
                perhapsAnswered.remove(key);
            }
            return;
        }
        perhapsAnswered.remove(key);
        String theirs = pending.remove(key);
        // What the bookkeeper applied stays applied, whoever wins in what the app has a word on.
        boolean hers = money != Policy.APP || (field.startsWith("applied") && !wish.known.contains(field));
        if (theirs != null && hers && wish != answered && !theirs.equals(String.valueOf(now))) {
            findings.add(new Finding(
                    "OVERWRITTEN",
                    wish.id,
                    field + " was set in QuickBooks to " + theirs + " and the library wrote " + now));
        }
    }

    private void list(Wish wish, String field, Map<String, String> all, String now) {
        String before = field.equals("name") ? Canon.unsuffixed(all.get(field)) : all.get(field);
        if (field.equals("name") && Canon.suffixed(now)) {
            return; // Made active again: nobody gave it that name.
        }
        String key = wish.id + " " + field;
        fresh.add(key);
        String app = app(wish).get(field);
        Expected so = expected.get(key);
        if (lists == Policy.ASK) {
            pending.put(key, String.valueOf(now));
        }
        boolean stillTheirs = so != null && !so.fromApp();
        if (ADDRESS.contains(field) && addressDiffers(wish, all)) {
            // One of both has changed a part of it before: who had the last word on the whole, only the library knows.
            ADDRESS.forEach(part -> expected.remove(wish.id + " " + part));
            if (lists == Policy.QUICKBOOKS) {
                expected.put(key, new Expected(now, false));
            }
        } else if (wish.dirty.contains(field)
                || Objects.equals(app, now)
                || (app == null && !wish.known.contains(field))) {
            expected.remove(key);
        } else if (stillTheirs || Objects.equals(app, before) || lists == Policy.QUICKBOOKS) {
            expected.put(key, new Expected(now, false));
        } else if (lists == Policy.APP) {
            expected.put(key, new Expected(app, true));
        } else {
            expected.remove(key);
        }
    }

    private boolean addressDiffers(Wish wish, Map<String, String> inBooks) {
        Map<String, String> app = app(wish);
        return ADDRESS.stream().anyMatch(part -> !Objects.equals(app.get(part), inBooks.get(part)));
    }

    /** What has become equal is no difference any more. */
    private void settle(Wish wish) {
        String place = places.get(wish.id);
        Map<String, String> inBooks = place == null ? null : last.get(wish.kind + place);
        if (inBooks != null) {
            Map<String, String> app = app(wish);
            app.keySet().stream().filter(inBooks::containsKey).forEach(wish.known::add);
            pending.keySet().removeIf(key -> {
                String field = key.substring(key.indexOf(' ') + 1);
                return key.startsWith(wish.id + " ") && Objects.equals(app.get(field), inBooks.get(field));
            });
        }
    }
}
