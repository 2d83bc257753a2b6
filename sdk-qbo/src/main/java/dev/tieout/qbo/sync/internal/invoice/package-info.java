/** Invoices of the app as invoices of QuickBooks. */
@NullMarked
package dev.tieout.qbo.sync.internal.invoice;

import org.jspecify.annotations.NullMarked;
