/** The fake as a program of its own. */
@NullMarked
package dev.tieout.testkit.standalone.internal;

import org.jspecify.annotations.NullMarked;
