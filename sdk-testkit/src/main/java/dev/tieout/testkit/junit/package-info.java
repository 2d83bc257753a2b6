/** The JUnit extension. */
@NullMarked
package dev.tieout.testkit.junit;

import org.jspecify.annotations.NullMarked;
