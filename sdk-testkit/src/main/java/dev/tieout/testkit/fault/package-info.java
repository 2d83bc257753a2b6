/** Faults on purpose: which call goes wrong, at which moment, and how. */
@NullMarked
package dev.tieout.testkit.fault;

import org.jspecify.annotations.NullMarked;
