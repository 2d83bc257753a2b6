/** What every call to QuickBooks has in common: settings, pace, retries, hooks. */
@NullMarked
package dev.tieout.qbo.call;

import org.jspecify.annotations.NullMarked;
