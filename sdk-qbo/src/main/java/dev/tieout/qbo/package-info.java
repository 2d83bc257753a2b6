/**
 * The entry points: a QuickBooks app, and a firm's company in it.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.qbo;

import org.jspecify.annotations.NullMarked;
