package dev.tieout.qbo.simulation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Who did what when, so that a failing seed can be read. */
final class Trail {
    private final Clock clock;
    private final List<String> acts = new ArrayList<>();

    Trail(Clock clock) {
        this.clock = clock;
    }

    void add(String who, String what) {
        acts.add(clock.instant() + " " + who + " " + what);
    }

    String text() {
        return String.join("\n", acts);
    }
}
