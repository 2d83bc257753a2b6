/**
 * What every call to QuickBooks has in common: settings, pace, retries, hooks.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.qbo.call;

import org.jspecify.annotations.NullMarked;
