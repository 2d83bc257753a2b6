/**
 * The typed QuickBooks API of one company: what QuickBooks has for an entity compiles, what it has not does not.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.qbo.api;

import org.jspecify.annotations.NullMarked;
