/** Brings records to QuickBooks: carries decisions out, and stores what became of them. */
@NullMarked
package dev.tieout.qbo.sync.internal.outbound;

import org.jspecify.annotations.NullMarked;
