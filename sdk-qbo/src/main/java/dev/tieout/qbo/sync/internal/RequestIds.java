package dev.tieout.qbo.sync.internal;

import dev.tieout.spi.RowKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The {@code requestid} of a write: the same for every try of one intent, another for every other intent.
 *
 * <p>It hashes realm, kind, local id, operation and generation, never the body: after a lost answer the very same id must
 * go out even if the app changed the record since. A re-push after a delete in QuickBooks raises the generation, or
 * QuickBooks would replay the answer of the record that is gone. At most 50 characters fit (protocol.md §2).
 */
final class RequestIds {
    private RequestIds() {}

    static String of(RowKey key, String operation, long generation) {
        String text = String.join("\n", key.realm(), key.kind(), key.id(), operation, Long.toString(generation));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "t" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
