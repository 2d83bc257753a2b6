/** Payments of the app as payments of QuickBooks. */
@NullMarked
package dev.tieout.qbo.sync.internal.payment;

import org.jspecify.annotations.NullMarked;
