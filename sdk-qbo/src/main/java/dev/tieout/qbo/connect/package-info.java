/** A firm's connection to its QuickBooks company: OAuth 2.0, its health, and its end. */
@NullMarked
package dev.tieout.qbo.connect;

import org.jspecify.annotations.NullMarked;
