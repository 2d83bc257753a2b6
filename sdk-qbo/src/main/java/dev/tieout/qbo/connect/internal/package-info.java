/** Intuit's OAuth endpoints and the stored form of a connection. Not API. */
@NullMarked
package dev.tieout.qbo.connect.internal;

import org.jspecify.annotations.NullMarked;
