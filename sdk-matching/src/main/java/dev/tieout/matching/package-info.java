/**
 * Pairs the app's clients and service items with QuickBooks customers and items, and says why.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.matching;

import org.jspecify.annotations.NullMarked;
