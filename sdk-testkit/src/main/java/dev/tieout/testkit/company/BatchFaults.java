package dev.tieout.testkit.company;

import java.util.Optional;

/** Which items of a batch are refused on purpose. */
@FunctionalInterface
public interface BatchFaults {
    /**
     * Takes the refusal that strikes an item; called once for each item, in the order in which they are executed.
     *
     * @param entity the entity in lower case
     * @param operation {@code create}, {@code update}, {@code delete}, {@code void} or {@code query}
     * @return the refusal, or empty
     */
    Optional<BatchFault> strike(String entity, String operation);

    /**
     * Nothing goes wrong.
     *
     * @return no faults
     */
    static BatchFaults none() {
        return (entity, operation) -> Optional.empty();
    }
}
