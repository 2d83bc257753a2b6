/** The door through which the rest of this module reads and writes entities as JSON. Not API. */
@NullMarked
package dev.tieout.qbo.entity.internal;

import org.jspecify.annotations.NullMarked;
