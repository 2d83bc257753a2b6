/** Reads both sides for a preview, and carries decisions out. */
@NullMarked
package dev.tieout.qbo.setup.internal;

import org.jspecify.annotations.NullMarked;
