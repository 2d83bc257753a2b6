/**
 * Faults on purpose: which call goes wrong, at which moment, and how.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.testkit.fault;

import org.jspecify.annotations.NullMarked;
