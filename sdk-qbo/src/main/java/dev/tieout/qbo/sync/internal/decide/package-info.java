/** The one place that decides what happens next to a record: a pure function of its facts. */
@NullMarked
package dev.tieout.qbo.sync.internal.decide;

import org.jspecify.annotations.NullMarked;
