/** Pairs the app's service items with QuickBooks items, and shows where the two differ. */
@NullMarked
package dev.tieout.matching.items;

import org.jspecify.annotations.NullMarked;
