package dev.tieout.qbo.simulation;

import java.time.Duration;

/** One life of a process of the host: it has a clock that may be wrong, and dies at a step that chance chose. */
final class Node {
    /** The process is gone: nothing it holds may act any more. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        Death(String node, String at) {
            super(node + " died at " + at, null, false, false);
        }
    }

    final String name;
    final Duration skew;
    private int stepsToLive = Integer.MAX_VALUE;
    private boolean dead;

    Node(String name, Duration skew) {
        this.name = name;
        this.skew = skew;
    }

    void dieAfter(int steps) {
        stepsToLive = steps;
    }

    void liveOn() {
        stepsToLive = Integer.MAX_VALUE;
    }

    boolean dead() {
        return dead;
    }

    /** Each store call and each HTTP call is two steps: one before, one after it took effect. */
    void step(String at) {
        if (dead || stepsToLive-- <= 0) {
            dead = true;
            throw new Death(name, at);
        }
        if (stepsToLive > Integer.MAX_VALUE / 2) {
            stepsToLive = Integer.MAX_VALUE;
        }
    }
}
