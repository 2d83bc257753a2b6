/**
 * Where QuickBooks is, an app's keys for it, and a firm's connection to its company: OAuth 2.0, health, end.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.qbo.connect;

import org.jspecify.annotations.NullMarked;
