/** The setup wizard: preview what belongs together, decide, apply, report. */
@NullMarked
package dev.tieout.qbo.setup;

import org.jspecify.annotations.NullMarked;
