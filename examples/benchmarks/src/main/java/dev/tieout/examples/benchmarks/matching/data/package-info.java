/** Labelled lists to match: clients, customers and who of them is the same. */
@NullMarked
package dev.tieout.examples.benchmarks.matching.data;

import org.jspecify.annotations.NullMarked;
