/** The matching engine's insides: normalised text, keys, columns and scores. Not API. */
@NullMarked
package dev.tieout.matching.internal;

import org.jspecify.annotations.NullMarked;
