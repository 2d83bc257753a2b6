/** Benchmarks of the SDK, printed as ratios to Intuit's own SDK and to a bare scan of the same bytes. */
@NullMarked
package dev.tieout.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
