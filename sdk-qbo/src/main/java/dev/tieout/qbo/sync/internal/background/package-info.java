/** The work that nobody waits for. */
@NullMarked
package dev.tieout.qbo.sync.internal.background;

import org.jspecify.annotations.NullMarked;
