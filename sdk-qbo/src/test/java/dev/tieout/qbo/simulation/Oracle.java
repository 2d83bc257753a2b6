// Over 300 lines: all that is demanded of the end of a seed, one short demand after another.
package dev.tieout.qbo.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges the promise. It reads the raw books and the raw wishes, and of the library only what it says; it shares no code
 * with it.
 */
final class Oracle {
    private static final Set<String> PASSING = Set.of("CONNECTION", "THROTTLED", "UNAVAILABLE", "STALE", "BUG");

    /** What only a person can answer. */
    private static final Set<String> DECISIONS = Set.of("LINKED_TWICE", "PERHAPS_SAME", "UNKNOWN_OUTCOME");

    private final World world;
    private final Witness witness;
    private final Obstacles obstacles;
    private final List<Finding> findings = new ArrayList<>();
    private Set<String> listed = Set.of();

    Oracle(World world) {
        this.world = world;
        this.witness = world.witness;
        this.obstacles = new Obstacles(world);
    }

    /** What has to be true although nobody helped: only of records of which the network told no lie. */
    List<Finding> liveness() {
        judge();
        return findings.stream()
                .filter(each -> Set.of("STUCK", "WAITS_FOR_NOTHING", "PASSING_CAUSE", "HELD_BACK")
                        .contains(each.kind()))
                .filter(each -> !lied(each.record()))
                .map(each -> new Finding("ALONE_" + each.kind(), each.record(), each.text()))
                .toList();
    }

    private boolean lied(String id) {
        Wish wish = world.host.find(id);
        return world.network.lied.contains("~" + id + "~")
                || (wish != null
                        && (world.network.lied.contains("~" + wish.get("client") + "~")
                                || wish.lines.stream().anyMatch(line -> lied(line.get("item")))
                                || wish.allocations.keySet().stream().anyMatch(this::lied)));
    }

    /** Everything else that has to be true. */
    List<Finding> safety() {
        judge();
        findings.addAll(witness.findings);
        doubles();
        tieOut();
        return List.copyOf(findings);
    }

    private void judge() {
        findings.clear();
        listed = world.engine().listed();
        for (Wish wish : world.host.all()) {
            if (wish.handed && !wish.out) {
                judge(wish, world.engine().said(wish.kind, wish.id));
            }
        }
    }

    private void found(String kind, Wish wish, String text) {
        findings.add(new Finding(kind, wish.id, text));
    }

    private void judge(Wish wish, Said said) {
        String place = witness.place(wish.id);
        boolean ended = place != null && witness.ended(wish.kind, place);
        if (said.cause() != null && PASSING.contains(said.cause())) {
            found("PASSING_CAUSE", wish, said.text());
            return;
        }
        if (said.is("NEEDS_ATTENTION", "CONFLICT", "UNCERTAIN", "GONE")
                && !(wish.ended && ended)
                && !listed.contains(wish.id)
                && !listed.contains("*")) {
            found("UNLISTED", wish, said.text() + " and in no list");
        }
        if (place == null || (ended && wish.resends > 0 && said.remoteId() == null)) {
            notThere(wish, said);
        } else if (ended && said.is("UNCERTAIN")) {
            uncertain(wish, said);
        } else if (ended) {
            // Made, lost and deleted before anyone saw it: all that can be known is that it is not there.
            boolean never = said.remoteId() == null && world.network.unanswered.contains(wish.mark());
            if (!said.is("GONE") && !(wish.ended && said.is("SYNCED", "NOT_SYNCED")) && !never) {
                found("UNTRUE_STATE", wish, "void or deleted in QuickBooks, and said to be " + said.text());
            }
        } else if (said.remoteId() == null) {
            orphan(wish, said, place);
        } else if (!said.remoteId().equals(place)) {
            // Who made it inactive, and never heard of the merge, finds an inactive one: both sides say the same.
            if (said.is("SYNCED") && wish.active()) {
                found("WRONG_LINK", wish, "linked with " + said.remoteId() + ", but it is " + place);
            }
        } else {
            there(wish, said, witness.inBooks(wish.kind, place));
        }
    }

    /** It was made, and the library does not know: it may ask a person, or say that it does not know. */
    private void orphan(Wish wish, Said said, String place) {
        if (said.is("UNCERTAIN")) {
            uncertain(wish, said);
        } else if (wish.ended && wish.resends > 0 && said.is("NOT_SYNCED")) {
            // A person's word was that it never arrived, and then that it is not to be: nothing is left to be looked
            // for.
            return;
        } else if (!said.is("CONFLICT")
                && !Set.of("DUPLICATE_NUMBER", "PERHAPS_SAME").contains(String.valueOf(said.cause()))) {
            found("ORPHAN", wish, "it was made as " + place + ", and is said to be " + said.text());
        }
    }

    private void notThere(Wish wish, Said said) {
        if (wish.ended) {
            if (said.is("UNCERTAIN")) {
                uncertain(wish, said);
            } else if (!said.is("NOT_SYNCED")) {
                found("UNTRUE_STATE", wish, "void before it was sent, and said to be " + said.text());
            }
            return;
        }
        Set<String> reasons = obstacles.of(wish);
        if (said.is("SYNCED", "GONE", "NOT_SYNCED")) {
            found("UNTRUE_STATE", wish, "not in QuickBooks, and said to be " + said.text());
        } else if (said.is("UNCERTAIN")) {
            uncertain(wish, said);
        } else if (reasons.isEmpty()) {
            found(
                    said.is("WAITING") ? "WAITS_FOR_NOTHING" : "STUCK",
                    wish,
                    "not sent, nothing is in the way: " + said.text());
        } else {
            reasoned(wish, said, reasons);
        }
    }

    private void uncertain(Wish wish, Said said) {
        if (!world.network.unanswered.contains(wish.mark())) {
            found("UNCERTAIN_OF_NOTHING", wish, "no answer was ever lost: " + said.text());
        }
    }

    /** Something is in the way: it has to be what is said, and a child of something that is no more does not wait. */
    private void reasoned(Wish wish, Said said, Set<String> reasons) {
        boolean forEver = reasons.contains("parent ended")
                || reasons.contains("no parent")
                || (reasons.contains("parent inactive") && !reasons.contains("parent not there"));
        // What waits for a decision about its parent shows that decision, and is not silent.
        if (said.is("WAITING") && forEver && !DECISIONS.contains(String.valueOf(said.cause()))) {
            found("WAITS_IN_SILENCE", wish, said.text() + ", but " + reasons);
        }
        // What waits shows the cause of what it waits for.
        if (said.cause() != null
                && !said.is("WAITING")
                && switch (said.cause()) {
                    case "CLOSED_PERIOD" -> !reasons.contains("closed");
                    case "DUPLICATE_NUMBER" -> !reasons.contains("number");
                    case "NAME_TAKEN" -> !reasons.contains("name");
                    default -> false;
                }) {
            found("UNTRUE_CAUSE", wish, said.text() + ", but " + reasons);
        }
    }

    private void there(Wish wish, Said said, Map<String, String> inBooks) {
        Set<String> differing = witness.differing(wish, inBooks);
        differing.removeAll(said.accepted());
        if (differing.stream().noneMatch(field -> field.startsWith("line ") || field.equals("foreign lines"))
                && !said.accepted().isEmpty()) {
            differing.remove("total");
        }
        String text = said.text() + ", differing " + sides(wish, inBooks, differing);
        if (said.is("SYNCED")) {
            if (wish.ended) {
                found("LIE", wish, "the app wants it void: " + said.text());
            } else if (!differing.isEmpty()) {
                found("LIE", wish, text);
            } else {
                edits(wish, inBooks, said);
            }
            return;
        }
        if (said.is("GONE", "NOT_SYNCED") && !"false".equals(inBooks.get("active"))) {
            found("UNTRUE_STATE", wish, "it is in QuickBooks: " + text);
            return;
        }
        if (said.is("UNCERTAIN")) {
            uncertain(wish, said);
            return;
        }
        told(wish, said, inBooks, differing, text);
    }

    private static boolean isLine(String field) {
        return field.startsWith("line ");
    }

    private void told(Wish wish, Said said, Map<String, String> inBooks, Set<String> differing, String text) {
        Set<String> reasons = obstacles.of(wish);
        boolean theirs =
                wish.kind.money && witness.money() != Policy.APP || !wish.kind.money && witness.lists() == Policy.ASK;
        Set<String> ours = new TreeSet<>(differing);
        if (theirs) {
            ours.removeIf(field -> witness.pending(wish, field) || field.equals("total"));
            // A line of the app's that is new beside one of hers that is in question may be what hers has become.
            Map<String, String> app = witness.app(wish);
            if (differing.stream().anyMatch(field -> isLine(field) && !app.containsKey(field))) {
                ours.removeIf(field -> isLine(field) && !inBooks.containsKey(field));
            }
        }
        ours.removeIf(field -> notKept(wish, said, field, differing));
        boolean asked = theirs && ours.size() < differing.size();
        if (!reasons.isEmpty()) {
            reasoned(wish, said, reasons);
        } else if (wish.ended) {
            found(said.is("WAITING") ? "WAITS_FOR_NOTHING" : "STUCK", wish, "its void is not sent: " + text);
        } else if (said.is("WAITING")) {
            found("WAITS_FOR_NOTHING", wish, text);
        } else if (differing.isEmpty()) {
            found("FALSE_ALARM", wish, "both sides are equal: " + said.text());
        } else if (!ours.isEmpty()) {
            found(asked ? "HELD_BACK" : "STUCK", wish, "nothing is in the way of " + ours + ": " + text);
        }
    }

    /** QuickBooks may answer with another value than it was sent, but only where it can: a field not cleared, a number or a name of its own. */
    private boolean notKept(Wish wish, Said said, String field, Set<String> differing) {
        if ("AMOUNTS_DIFFER".equals(said.cause())) {
            return field.equals("total") && differing.stream().noneMatch(other -> other.startsWith("line "));
        }
        return "NOT_KEPT".equals(said.cause())
                && (!witness.app(wish).containsKey(field)
                        || Set.of("number", "due", "name").contains(field));
    }

    private String sides(Wish wish, Map<String, String> inBooks, Set<String> fields) {
        Map<String, String> app = witness.app(wish);
        StringBuilder text = new StringBuilder();
        fields.forEach(field -> text.append(field)
                .append(" (app ")
                .append(app.get(field))
                .append(", QuickBooks ")
                .append(inBooks.get(field))
                .append(") "));
        return text.toString();
    }

    /** Both sides are equal; was it the right one of two edits that stayed? */
    private void edits(Wish wish, Map<String, String> inBooks, Said said) {
        witness.expected(wish).forEach((field, expected) -> {
            if (!said.accepted().contains(field) && !Objects.equals(inBooks.get(field), expected.value())) {
                found(
                        expected.fromApp() ? "LOST_APP_EDIT" : "LOST_BOOKS_EDIT",
                        wish,
                        field + " should be " + expected.value() + " and is " + inBooks.get(field));
            }
        });
    }

    private void doubles() {
        witness.births.forEach((mark, ids) -> {
            if (ids.size() > 1 + allowed(mark, ids)) {
                findings.add(new Finding("DOUBLED", mark.replace("~", ""), "made " + ids.size() + " times: " + ids));
            }
        });
    }

    /** A person asked for them; or the first one's answer was lost, and it was deleted before anyone saw it. */
    private long allowed(String mark, List<String> ids) {
        Wish wish = world.host.find(mark.replace("~", ""));
        if (wish == null) {
            return 0;
        }
        return wish.resends + (world.network.unanswered.contains(mark) ? witness.deletedByHand(wish.kind, ids) : 0);
    }

    private void tieOut() {
        Set<String> mine = new TreeSet<>();
        for (Wish wish : world.host.all()) {
            if ((wish.handed || wish.cameFromBooks()) && !wish.out) {
                agrees(wish, mine);
            }
        }
        witness.births.forEach((mark, ids) -> {
            if (ids.size() > 1 + allowed(mark, ids)) {
                mine.add(mark + " twice");
            }
        });
        List<String> theirs = world.engine().tieOut();
        if (theirs.isEmpty() && !mine.isEmpty()) {
            findings.add(new Finding("TIE_OUT_TOO_KIND", "tie-out", "agrees, but: " + mine));
        } else if (!theirs.isEmpty() && mine.isEmpty()) {
            findings.add(new Finding("TIE_OUT_TOO_STRICT", "tie-out", "all agrees, but it says: " + theirs));
        }
    }

    private void agrees(Wish wish, Set<String> mine) {
        String place = witness.place(wish.id);
        boolean ended = place != null && witness.ended(wish.kind, place);
        if (wish.ended && (ended || place == null)) {
            return;
        }
        if (place == null || ended) {
            mine.add(wish.id + (ended ? " ended in QuickBooks" : " only in the app"));
        } else {
            Said said = world.engine().said(wish.kind, wish.id);
            Set<String> differing = witness.differing(wish, witness.inBooks(wish.kind, place));
            differing.removeAll(said.accepted());
            if (!said.accepted().isEmpty()) {
                differing.remove("total");
            }
            if (!place.equals(said.remoteId()) && !wish.active() && said.is("SYNCED")) {
                return; // As above: it is out of use on both sides, whatever it was merged into.
            }
            if (!place.equals(said.remoteId())) {
                mine.add(wish.id + " not linked with what it is");
            }
            Set<String> reasons = obstacles.of(wish);
            if (reasons.contains("no parent") || reasons.contains("parent not linked")) {
                mine.add(wish.id + " names what is not linked");
            }
            if (reasons.contains("linked twice")) {
                mine.add(wish.id + " is one with another of the app's");
            }
            if (wish.ended || !differing.isEmpty()) {
                mine.add(wish.id + (wish.ended ? " is to be void" : " " + differing));
            }
        }
        if (wish.kind.money && !ended && obstacles.hasTwin(wish)) {
            mine.add(wish.id + " has a twin in QuickBooks");
        }
    }
}
