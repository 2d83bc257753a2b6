/**
 * The setup wizard: preview what belongs together, decide, apply, report.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.qbo.setup;

import org.jspecify.annotations.NullMarked;
