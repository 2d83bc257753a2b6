/** Pairs the app's clients and service items with QuickBooks customers and items, and says why. */
@NullMarked
package dev.tieout.matching;

import org.jspecify.annotations.NullMarked;
