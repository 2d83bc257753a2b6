/**
 * What can go wrong with a call to QuickBooks: the exceptions, the kinds of failure, and every known code with its remedy.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.qbo.fault;

import org.jspecify.annotations.NullMarked;
