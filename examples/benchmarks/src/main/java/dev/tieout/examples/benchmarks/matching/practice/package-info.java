/** Invents practices: who the clients are, who is related to whom, and how two programs write each of them down. */
@NullMarked
package dev.tieout.examples.benchmarks.matching.practice;

import org.jspecify.annotations.NullMarked;
