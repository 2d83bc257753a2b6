/** Service items of the app as items of QuickBooks, both ways. */
@NullMarked
package dev.tieout.qbo.sync.internal.item;

import org.jspecify.annotations.NullMarked;
