/** Invoices. */
@NullMarked
package dev.tieout.qbo.kinds.internal.invoice;

import org.jspecify.annotations.NullMarked;
