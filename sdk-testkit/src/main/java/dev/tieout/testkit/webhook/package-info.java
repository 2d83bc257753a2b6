/**
 * Signed webhooks in both of Intuit's formats, with its retry schedule on the fake's clock.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.testkit.webhook;

import org.jspecify.annotations.NullMarked;
