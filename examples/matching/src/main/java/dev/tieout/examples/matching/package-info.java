/** The command that matches two exports. */
@NullMarked
package dev.tieout.examples.matching;

import org.jspecify.annotations.NullMarked;
