package dev.tieout.qbo.confluence;

import dev.tieout.sync.ConflictPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * One set of edits of both sides. The app's stay in their order, and the bookkeeper's in theirs; how the two interleave,
 * and what is observed in between, is a {@link Course}'s.
 *
 * <p>Where both sides edit one member, most policies ask who knew of whose edit: an edit of a value that came from the
 * other side is no conflict. Those edits are made at one moment, nothing being observed between them. Over money it only
 * matters under {@link ConflictPolicy#QUICKBOOKS_WINS}, where a difference once accepted is agreed.
 *
 * @param stretches what happens between the moments, in order
 */
record Scenario(ConflictPolicy policy, List<Stretch> stretches) {
    private static final int STRETCHES = 3;

    /**
     * Edits that may interleave in any way, and the edits of one moment after them.
     *
     * @param together two edits of one member, or none
     */
    record Stretch(List<Edit> app, List<Edit> book, List<Edit> together) {}

    /** One edit. */
    record Edit(Slot slot, boolean inApp, int number) {
        @Override
        public String toString() {
            return (inApp ? "app " : "book ") + slot + "=" + number;
        }
    }

    static Scenario of(ConflictPolicy policy, Random random) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < STRETCHES; i++) {
            stretches.add(new Stretch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        }
        List<Slot> slots = new ArrayList<>(Slots.ALL);
        Collections.shuffle(slots, random);
        Set<String> ended = new HashSet<>();
        Scenario scenario = new Scenario(policy, stretches);
        for (Slot end : Slots.ENDS) {
            if (random.nextInt(3) == 0) {
                ended.add(end.record());
                scenario.end(end, random);
            }
        }
        for (Slot begun : Slots.BEGINNINGS) {
            if (random.nextBoolean()) {
                scenario.begin(begun, random);
            }
        }
        int number = 1;
        for (Slot slot : slots.subList(0, 4 + random.nextInt(10))) {
            number += 3 + random.nextInt(3);
            // What a bookkeeper does to an invoice that is ended depends on whether it is ended yet.
            scenario.edit(slot, ended.contains(slot.record()), number, random);
        }
        return scenario;
    }

    /** The app's edits stay in their order: none comes before the record was begun. */
    private void begin(Slot begun, Random random) {
        int at = random.nextInt(stretches.size());
        stretches.get(at).app().add(new Edit(begun, true, 0));
        for (Slot slot : Slots.OF_THE_NEW) {
            if (slot.record().equals(begun.record()) && random.nextBoolean()) {
                int later = at + random.nextInt(stretches.size() - at);
                add(stretches.get(later), new Edit(slot, true, 50 + random.nextInt(9)));
            }
        }
    }

    private void end(Slot end, Random random) {
        int who = random.nextInt(3);
        int last = stretches.size() - 1;
        if (who != 1) {
            stretches.get(random.nextInt(last + 1)).app().add(new Edit(end, true, random.nextInt(2)));
        }
        if (who != 0) {
            stretches.get(last).book().add(new Edit(end, false, random.nextInt(2)));
        }
    }

    private void edit(Slot slot, boolean ended, int number, Random random) {
        boolean app = slot.app() != null;
        boolean book = slot.book() != null && !ended;
        boolean both = app && book && random.nextInt(4) == 0;
        if (!app && !book) {
            return;
        }
        if (!both) {
            boolean byApp = app && (!book || random.nextBoolean());
            boolean once = slot.member().equals("OtherLines") || slot.member().endsWith("wLine");
            int from = random.nextInt(stretches.size());
            add(stretches.get(from), new Edit(slot, byApp, number));
            if (!once && random.nextInt(3) == 0) {
                add(stretches.get(from + random.nextInt(stretches.size() - from)), new Edit(slot, byApp, number + 1));
            }
            return;
        }
        Edit ours = new Edit(slot, true, number);
        Edit theirs = new Edit(slot, false, random.nextInt(4) == 0 ? number : number + 1);
        boolean anyOrder = !slot.twoWay() && policy != ConflictPolicy.QUICKBOOKS_WINS;
        List<Edit> moment = stretches.get(random.nextInt(stretches.size())).together();
        if (!anyOrder && moment.isEmpty()) {
            moment.add(ours);
            moment.add(theirs);
        } else if (anyOrder) {
            Stretch stretch = stretches.get(random.nextInt(stretches.size()));
            add(stretch, ours);
            add(stretch, theirs);
        }
    }

    private static void add(Stretch stretch, Edit edit) {
        (edit.inApp() ? stretch.app() : stretch.book()).add(edit);
    }

    /** One way in which the two sides' edits may interleave; each inner list is one moment. */
    List<List<Edit>> interleaved(Random random) {
        List<List<Edit>> moments = new ArrayList<>();
        for (Stretch stretch : stretches) {
            int a = 0;
            int b = 0;
            while (a < stretch.app().size() || b < stretch.book().size()) {
                boolean app = b == stretch.book().size() || (a < stretch.app().size() && random.nextBoolean());
                moments.add(
                        List.of(app ? stretch.app().get(a++) : stretch.book().get(b++)));
            }
            List<Edit> together = new ArrayList<>(stretch.together());
            Collections.shuffle(together, random);
            if (!together.isEmpty()) {
                moments.add(together);
            }
        }
        return moments;
    }
}
