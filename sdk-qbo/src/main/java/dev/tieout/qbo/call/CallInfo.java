package dev.tieout.qbo.call;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import java.util.Optional;

/**
 * One attempt of a call. Holds nothing of the books and no secret. Immutable.
 *
 * @param tenant the firm
 * @param realm its QuickBooks company
 * @param entity the QuickBooks entity, as {@code Invoice}; empty if the call is about none (batch, change feed); at Intuit's
 *     OAuth endpoints {@code token}, {@code userinfo} or {@code keys}
 * @param operation what is done, as {@code create}, {@code query}, {@code batch}; of a token {@code exchange},
 *     {@code refresh} or {@code revoke}
 * @param write whether it changes something, tokens included
 * @param attempt from 1
 * @param requestId the request id of a write
 * @param priority who waits for it
 */
public record CallInfo(
        TenantId tenant,
        RealmId realm,
        String entity,
        String operation,
        boolean write,
        int attempt,
        Optional<String> requestId,
        Priority priority) {}
