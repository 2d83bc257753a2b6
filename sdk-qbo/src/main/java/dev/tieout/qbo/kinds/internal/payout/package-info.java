/** Payouts of payment processors. */
@NullMarked
package dev.tieout.qbo.kinds.internal.payout;

import org.jspecify.annotations.NullMarked;
