/** Who is compared with whom, what follows from the scores, and what a change settles anew. Not API. */
@NullMarked
package dev.tieout.matching.internal.deciding;

import org.jspecify.annotations.NullMarked;
