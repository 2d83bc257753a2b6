/**
 * Contract suites for the three storage SPIs: extend one and give it your store.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.testkit.contract;

import org.jspecify.annotations.NullMarked;
