/** The engine: speed beside bare loops that send the same writes, and what it asks of QuickBooks and of the store. */
@NullMarked
package dev.tieout.examples.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
