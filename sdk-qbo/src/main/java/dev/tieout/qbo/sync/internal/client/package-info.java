/** Clients of the app as customers of QuickBooks, both ways. */
@NullMarked
package dev.tieout.qbo.sync.internal.client;

import org.jspecify.annotations.NullMarked;
