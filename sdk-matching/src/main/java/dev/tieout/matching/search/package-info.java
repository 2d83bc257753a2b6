/**
 * Finds customers by what a person types into a dialog.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.matching.search;

import org.jspecify.annotations.NullMarked;
