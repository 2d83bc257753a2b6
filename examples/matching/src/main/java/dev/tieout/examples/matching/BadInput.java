package dev.tieout.examples.matching;

/** A file or an argument that cannot be used; the message is for the person who gave it. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInput(String message) {
        super(message);
    }

    BadInput(String file, long line, String column, String reason) {
        super(file + ", line " + line + ", column " + column + ": " + reason);
    }
}
