/**
 * Pairs the app's service items with QuickBooks items, and shows where the two differ.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.matching.items;

import org.jspecify.annotations.NullMarked;
