/** Which names QuickBooks accepts, which are taken, and which to propose instead. */
@NullMarked
package dev.tieout.matching.names;

import org.jspecify.annotations.NullMarked;
