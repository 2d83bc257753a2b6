/** The main job, end to end, against the fake QuickBooks. */
@NullMarked
package dev.tieout.examples.quickstart;

import org.jspecify.annotations.NullMarked;
