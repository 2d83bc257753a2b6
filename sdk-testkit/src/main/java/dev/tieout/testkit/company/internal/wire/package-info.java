/** What the wire looks like: types and key order, fault texts, envelopes, times. */
@NullMarked
package dev.tieout.testkit.company.internal.wire;

import org.jspecify.annotations.NullMarked;
