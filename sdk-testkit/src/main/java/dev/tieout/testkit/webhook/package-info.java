/** Signed webhooks in both of Intuit's formats, with its retry schedule on the fake's clock. */
@NullMarked
package dev.tieout.testkit.webhook;

import org.jspecify.annotations.NullMarked;
