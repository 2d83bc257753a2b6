/**
 * What QuickBooks sends by itself: verified, and parsed whichever of its two formats it uses.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.qbo.webhook;

import org.jspecify.annotations.NullMarked;
