package dev.tieout.qbo.call;

import dev.tieout.qbo.fault.FaultKind;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of one attempt. Immutable.
 *
 * @param status the HTTP status; 0 if no answer came
 * @param duration from sending to the last byte of the answer, without the wait for the turn
 * @param intuitTid Intuit's id of the request: give it to Intuit's support
 * @param failure why it failed; empty if it worked
 */
public record CallResult(int status, Duration duration, Optional<String> intuitTid, Optional<FaultKind> failure) {}
