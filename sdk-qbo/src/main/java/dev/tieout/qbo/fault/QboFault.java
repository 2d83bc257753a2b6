package dev.tieout.qbo.fault;

import java.util.Optional;

/**
 * One error as QuickBooks told it. Immutable. {@link #message} and above all {@link #detail} are Intuit's text and may
 * hold names and ids of the books: show them to the company's own users if you must, never log them.
 *
 * @param code Intuit's code without leading zeros, as {@code 6240}; empty if there was none
 * @param message Intuit's short text; may be empty
 * @param detail Intuit's long text; may be empty
 * @param element the field it is about, as {@code Line.DetailType}, where QuickBooks says so
 * @param kind what kind of failure this is
 */
public record QboFault(String code, String message, String detail, Optional<String> element, FaultKind kind) {
    /**
     * What to do about it, in words for a person.
     *
     * @return one or two sentences
     */
    public String remedy() {
        return FaultCatalog.remedy(code, kind);
    }

    /** Names code, kind and field, never the texts. */
    @Override
    public String toString() {
        return "QboFault[code=" + code + ", kind=" + kind
                + element.map(e -> ", element=" + e).orElse("") + "]";
    }
}
