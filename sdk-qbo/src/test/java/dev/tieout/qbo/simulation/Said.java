package dev.tieout.qbo.simulation;

import java.util.Set;

/**
 * What the library says of a record.
 *
 * @param state the state's name
 * @param remoteId the record it is linked with, or {@code null}
 * @param cause the problem's cause, or {@code null}
 * @param waitsFor what it waits for, or {@code null}
 * @param accepted the names, as in {@link Canon}, of the fields whose difference is accepted
 */
record Said(String state, String remoteId, String cause, String waitsFor, Set<String> accepted) {
    boolean is(String... states) {
        return Set.of(states).contains(state);
    }

    String text() {
        return state + (cause == null ? "" : " " + cause) + (waitsFor == null ? "" : " waits for " + waitsFor);
    }
}
