/** What several kinds of record have in common. */
@NullMarked
package dev.tieout.qbo.kinds.internal.common;

import org.jspecify.annotations.NullMarked;
