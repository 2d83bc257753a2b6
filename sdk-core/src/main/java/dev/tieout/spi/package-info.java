/**
 * What a host may implement itself: where tokens, sync rows and its own records live.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.spi;

import org.jspecify.annotations.NullMarked;
