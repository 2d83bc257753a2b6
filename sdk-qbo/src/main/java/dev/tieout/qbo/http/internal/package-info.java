/** The wire: HTTP client, tokens on calls, pace, retries and the reading of faults. Not API. */
@NullMarked
package dev.tieout.qbo.http.internal;

import org.jspecify.annotations.NullMarked;
