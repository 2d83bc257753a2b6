/**
 * A fake QuickBooks Online that follows the real one's recorded traffic.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.testkit;

import org.jspecify.annotations.NullMarked;
