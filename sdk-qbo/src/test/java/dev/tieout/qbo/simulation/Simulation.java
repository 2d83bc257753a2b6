package dev.tieout.qbo.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Runs one seed from its first act to the oracle's word. */
final class Simulation {
    private Simulation() {}

    /**
     * What is wrong at the end of a seed.
     *
     * @param findings the demands that do not hold
     * @param trail the acts that led there
     */
    record Outcome(List<Finding> findings, String trail) {
        /** The trail, with only the findings to come after it. */
        String story() {
            return "the acts were\n" + trail + "\n";
        }
    }

    static Outcome run(long seed, boolean withBookkeeper) {
        try (World world = new World(seed, withBookkeeper)) {
            world.work();
            world.calm();
            List<Finding> findings = new ArrayList<>(new Oracle(world).liveness());
            world.help();
            findings.addAll(new Oracle(world).safety());
            return new Outcome(findings, world.trail.text());
        }
    }

    /** {@code -Dsimulation.seed=N} runs one again; {@code -Dsimulation.from=N} starts elsewhere. */
    static LongStream seeds() {
        Long one = Long.getLong("simulation.seed");
        long from = Long.getLong("simulation.from", 1);
        return one != null ? LongStream.of(one) : LongStream.range(from, from + Long.getLong("simulation.seeds", 100));
    }
}
