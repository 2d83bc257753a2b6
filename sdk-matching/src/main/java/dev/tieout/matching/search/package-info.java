/** Finds customers by what a person types into a dialog. */
@NullMarked
package dev.tieout.matching.search;

import org.jspecify.annotations.NullMarked;
