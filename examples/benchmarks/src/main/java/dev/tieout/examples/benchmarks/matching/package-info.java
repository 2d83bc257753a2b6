/** Matching beside other matchers: how many pairs are right, how many found, in what time. */
@NullMarked
package dev.tieout.examples.benchmarks.matching;

import org.jspecify.annotations.NullMarked;
