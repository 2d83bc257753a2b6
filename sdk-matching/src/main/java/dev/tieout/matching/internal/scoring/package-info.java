/** What speaks for a pair and what against it: how often things occur, keys, comparers, scores. Not API. */
@NullMarked
package dev.tieout.matching.internal.scoring;

import org.jspecify.annotations.NullMarked;
