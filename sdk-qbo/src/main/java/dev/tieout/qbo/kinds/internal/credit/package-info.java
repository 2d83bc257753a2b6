/** Credit memos. */
@NullMarked
package dev.tieout.qbo.kinds.internal.credit;

import org.jspecify.annotations.NullMarked;
