package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.util.regex.Pattern;

/**
 * E-mail addresses must have an {@code @} and a dot behind it, in every part of a list, whose separator is the comma; otherwise
 * 2210 (QuickBooks facts E6; the texts are ours, none was recorded).
 */
public final class EmailRules {
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,;]+@[^@\\s,;]+\\.[^@\\s,;]+");

    private EmailRules() {}

    static void check(Write write, String field) {
        JsonObject email = write.sent().object(field);
        String address = email == null ? null : email.text("Address");
        if (address != null && address.indexOf(';') >= 0) {
            throw QboFault.of(
                    2210,
                    "Invalid Email Address Format : Email addresses must be a comma-separated string. Supplied value: "
                            + address,
                    field);
        }
        if (address != null && !valid(address)) {
            throw QboFault.of(
                    2210,
                    "Invalid Email Address Format : Email Address is not valid. Supplied value: " + address,
                    field);
        }
    }

    /** Whether every part of a list separated by commas is an address. */
    public static boolean valid(String addresses) {
        for (String part : addresses.split(",", -1)) {
            if (!ADDRESS.matcher(part.strip()).matches()) {
                return false;
            }
        }
        return !addresses.isBlank();
    }
}
