package dev.tieout.qbo.connect;

/**
 * A right that the app asks for. An open set: Intuit adds to it. Immutable.
 *
 * @param value as Intuit writes it
 */
public record Scope(String value) {
    /** Read and write the books. */
    public static final Scope ACCOUNTING = new Scope("com.intuit.quickbooks.accounting");

    /** Take payments. */
    public static final Scope PAYMENTS = new Scope("com.intuit.quickbooks.payment");

    /** Sign users in. */
    public static final Scope OPENID = new Scope("openid");

    /** The user's name. */
    public static final Scope PROFILE = new Scope("profile");

    /** The user's e-mail address. */
    public static final Scope EMAIL = new Scope("email");

    /** The user's phone number. */
    public static final Scope PHONE = new Scope("phone");

    /** The user's address. */
    public static final Scope ADDRESS = new Scope("address");

    public Scope {
        boolean oneWord = !value.isEmpty();
        for (int i = 0; i < value.length(); i++) {
            oneWord &= !Character.isWhitespace(value.charAt(i));
        }
        if (!oneWord) {
            throw new IllegalArgumentException("a scope must be one word, as Intuit writes it");
        }
    }
}
