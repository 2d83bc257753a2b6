package dev.tieout.qbo.sync;

import java.time.Instant;
import java.util.List;

/**
 * What an examination of a company found. Immutable.
 *
 * @param findings what it found, the most severe first
 * @param at when QuickBooks was read
 */
public record Examination(List<Finding> findings, Instant at) {
    /** Copies the list. */
    public Examination {
        findings = List.copyOf(findings);
    }

    /**
     * Says whether records can be written as the firm's settings want it.
     *
     * @return {@code true} if nothing blocks
     */
    public boolean ready() {
        return findings.stream().noneMatch(f -> f.cause().severity() == FindingCause.Severity.BLOCKS);
    }

    /**
     * Says whether something was found.
     *
     * @param cause what
     * @return {@code true} if it is among the findings
     */
    public boolean has(FindingCause cause) {
        return findings.stream().anyMatch(f -> f.cause() == cause);
    }
}
