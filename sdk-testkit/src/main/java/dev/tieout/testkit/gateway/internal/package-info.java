/** What stands before the companies: routing, tokens, throttling, content codings and faults on purpose. */
@NullMarked
package dev.tieout.testkit.gateway.internal;

import org.jspecify.annotations.NullMarked;
