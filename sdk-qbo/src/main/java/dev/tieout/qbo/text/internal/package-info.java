/** What people read, in their language. */
@NullMarked
package dev.tieout.qbo.text.internal;

import org.jspecify.annotations.NullMarked;
