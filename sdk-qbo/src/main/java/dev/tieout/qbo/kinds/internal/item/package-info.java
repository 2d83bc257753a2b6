/** Service items and items. */
@NullMarked
package dev.tieout.qbo.kinds.internal.item;

import org.jspecify.annotations.NullMarked;
