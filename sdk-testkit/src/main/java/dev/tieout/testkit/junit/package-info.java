/**
 * The JUnit extension.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.testkit.junit;

import org.jspecify.annotations.NullMarked;
