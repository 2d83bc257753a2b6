/** The matchers to compare with, each fed with the same fields and given the same last step. */
@NullMarked
package dev.tieout.examples.benchmarks.matching.peers;

import org.jspecify.annotations.NullMarked;
