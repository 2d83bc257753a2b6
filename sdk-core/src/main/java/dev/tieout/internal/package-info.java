/** What the modules of this library share and hosts do not use. */
@NullMarked
package dev.tieout.internal;

import org.jspecify.annotations.NullMarked;
