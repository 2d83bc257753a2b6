/** The typed QuickBooks API of one company: what QuickBooks has for an entity compiles, what it has not does not. */
@NullMarked
package dev.tieout.qbo.api;

import org.jspecify.annotations.NullMarked;
