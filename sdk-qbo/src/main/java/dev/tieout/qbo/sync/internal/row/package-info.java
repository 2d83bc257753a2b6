/** What is kept of a record: its facts, as a row of the host's store. */
@NullMarked
package dev.tieout.qbo.sync.internal.row;

import org.jspecify.annotations.NullMarked;
