/** Intuit's request limits, on the fake's clock. */
@NullMarked
package dev.tieout.testkit.throttle;

import org.jspecify.annotations.NullMarked;
