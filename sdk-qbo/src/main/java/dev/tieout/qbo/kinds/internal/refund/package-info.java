/** Refunds. */
@NullMarked
package dev.tieout.qbo.kinds.internal.refund;

import org.jspecify.annotations.NullMarked;
