package dev.tieout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs a contract suite against an implementation that is broken on purpose. */
final class MutationProof {
    private MutationProof() {}

    static EngineExecutionResults run(Class<?> suite) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(suite))
                .execute();
    }

    static void fails(Class<?> suite, String... testNames) {
        List<String> failed = run(suite).testEvents().failed().stream()
                .map(MutationProof::name)
                .toList();

        assertThat(failed).as("tests that caught " + suite.getSimpleName()).contains(testNames);
    }

    static String name(Event event) {
        return event.getTestDescriptor().getDisplayName().replace("()", "");
    }
}
