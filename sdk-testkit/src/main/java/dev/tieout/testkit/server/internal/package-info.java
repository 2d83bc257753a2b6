/** Adapters that carry the fake over HTTP, and the standalone program. */
@NullMarked
package dev.tieout.testkit.server.internal;

import org.jspecify.annotations.NullMarked;
