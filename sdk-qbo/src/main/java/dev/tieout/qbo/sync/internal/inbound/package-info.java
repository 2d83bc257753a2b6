/** Reads what changed in QuickBooks, and lets it change facts. */
@NullMarked
package dev.tieout.qbo.sync.internal.inbound;

import org.jspecify.annotations.NullMarked;
