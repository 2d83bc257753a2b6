/**
 * Which names QuickBooks accepts, which are taken, and which to propose instead.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.matching.names;

import org.jspecify.annotations.NullMarked;
