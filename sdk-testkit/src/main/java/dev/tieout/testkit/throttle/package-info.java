/**
 * Intuit's request limits, on the fake's clock.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.testkit.throttle;

import org.jspecify.annotations.NullMarked;
