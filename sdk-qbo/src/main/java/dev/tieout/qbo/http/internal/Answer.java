package dev.tieout.qbo.http.internal;

import dev.tieout.RealmId;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A good answer, read whole. The body is consumed by whoever parses it.
 *
 * @param realm the company that answered
 * @param body its bytes
 * @param contentType as the server said, may be empty
 * @param intuitTid Intuit's id of the request, or null
 * @param mayRepeat whether it is a write of which an earlier attempt may have been done already
 */
public record Answer(
        RealmId realm,
        Buffer body,
        String contentType,
        @Nullable String intuitTid,
        boolean mayRepeat) {}
