/** The engine's ground: growing lists, the index from keys to rows, and the threads that build it. Not API. */
@NullMarked
package dev.tieout.matching.internal.index;

import org.jspecify.annotations.NullMarked;
