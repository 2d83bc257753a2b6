/**
 * One HTTP exchange as plain values, free of any server: what the adapters hand to the fake company and send back.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.testkit.exchange;

import org.jspecify.annotations.NullMarked;
