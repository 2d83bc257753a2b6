/** The records of both sides, read into columns and packed into cells. Not API. */
@NullMarked
package dev.tieout.matching.internal.records;

import org.jspecify.annotations.NullMarked;
