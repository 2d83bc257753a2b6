/**
 * Ready stores.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.store;

import org.jspecify.annotations.NullMarked;
