/** Words: how text is cut and folded into them, what is known of them, how two are compared. Not API. */
@NullMarked
package dev.tieout.matching.internal.text;

import org.jspecify.annotations.NullMarked;
