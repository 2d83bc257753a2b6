package dev.tieout.qbo.sync;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.TenantId;

/**
 * Is told each decision about a record with all that it depends on, so that a history can be kept and decided again by
 * another version of the library.
 *
 * <p><strong>The text holds the firm's data</strong>: names, addresses, amounts and memos of both sides, and the bodies of
 * writes. Keep it as you keep the books, and never in a log. It holds no tokens.
 *
 * <p>Called on the thread that does the work, before anything is done about the decision, several times for each piece of
 * work. What it throws is logged and otherwise ignored. Must be thread-safe.
 */
@FunctionalInterface
public interface DecisionListener {
    /**
     * A decision was made.
     *
     * @param tenant the firm
     * @param kind the kind of record
     * @param id the app's id of the record
     * @param json a JSON object: {@code format}, {@code kind}, {@code id}, {@code question}, {@code decision}. The same
     *     question always has the same text; another form has another {@code format}
     */
    void decided(TenantId tenant, RecordKind kind, LocalId id, String json);
}
