/** Payments. */
@NullMarked
package dev.tieout.qbo.kinds.internal.payment;

import org.jspecify.annotations.NullMarked;
