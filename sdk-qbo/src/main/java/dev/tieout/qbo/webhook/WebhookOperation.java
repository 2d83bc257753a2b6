package dev.tieout.qbo.webhook;

import java.util.Locale;

/**
 * What happened to a record. An open set: an event with another word is kept. Immutable.
 *
 * @param value in lower case, as {@code create}
 */
public record WebhookOperation(String value) {
    /** It was made. */
    public static final WebhookOperation CREATE = new WebhookOperation("create");

    /** It was changed. */
    public static final WebhookOperation UPDATE = new WebhookOperation("update");

    /** It was deleted, or made inactive. */
    public static final WebhookOperation DELETE = new WebhookOperation("delete");

    /** It took another record in; the other is gone. */
    public static final WebhookOperation MERGE = new WebhookOperation("merge");

    /** It was voided. */
    public static final WebhookOperation VOID = new WebhookOperation("void");

    /** It was sent by e-mail. */
    public static final WebhookOperation EMAILED = new WebhookOperation("emailed");

    /** The word of either format: {@code Create} or {@code created}. */
    static WebhookOperation of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "created", "create" -> CREATE;
            case "updated", "update" -> UPDATE;
            case "deleted", "delete" -> DELETE;
            case "merged", "merge" -> MERGE;
            case "voided", "void" -> VOID;
            case "emailed" -> EMAILED;
            default -> new WebhookOperation(lower);
        };
    }
}
