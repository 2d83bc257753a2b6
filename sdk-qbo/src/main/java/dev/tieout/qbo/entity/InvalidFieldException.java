package dev.tieout.qbo.entity;

import dev.tieout.TieoutException;

/**
 * A value that QuickBooks would refuse, found before it was sent. The message names the field and its limit, never the
 * value.
 */
public final class InvalidFieldException extends TieoutException {
    private static final long serialVersionUID = 1L;

    private final String entity;
    private final String field;

    InvalidFieldException(String entity, String field, String what) {
        super(entity + "." + field + " " + what);
        this.entity = entity;
        this.field = field;
    }

    /**
     * The entity or nested type, as QuickBooks names it.
     *
     * @return for instance {@code Customer}
     */
    public String entity() {
        return entity;
    }

    /**
     * The field, as QuickBooks names it.
     *
     * @return for instance {@code DisplayName}
     */
    public String field() {
        return field;
    }
}
