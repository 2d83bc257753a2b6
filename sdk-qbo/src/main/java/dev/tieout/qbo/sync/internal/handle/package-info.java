/** What hosts do with records: one at a time, and as lists. */
@NullMarked
package dev.tieout.qbo.sync.internal.handle;

import org.jspecify.annotations.NullMarked;
