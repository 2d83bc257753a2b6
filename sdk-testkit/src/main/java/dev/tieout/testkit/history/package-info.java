/**
 * What the fake was asked and what it answered, for tests to read and assert on.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.testkit.history;

import org.jspecify.annotations.NullMarked;
