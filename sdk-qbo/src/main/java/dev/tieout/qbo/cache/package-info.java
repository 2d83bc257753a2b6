/** Values that are remembered for a while. Not API. */
@NullMarked
package dev.tieout.qbo.cache;

import org.jspecify.annotations.NullMarked;
