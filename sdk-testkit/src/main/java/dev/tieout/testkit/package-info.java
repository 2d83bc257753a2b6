/** A fake QuickBooks Online that follows the real one's recorded traffic. */
@NullMarked
package dev.tieout.testkit;

import org.jspecify.annotations.NullMarked;
