package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.util.regex.Pattern;

/**
 * E-mail addresses must have an {@code @} and a dot behind it, in every part of a list; otherwise 2210 (QuickBooks fact
 * E6.1; the text is ours, none was recorded).
 */
public final class EmailRules {
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,;]+@[^@\\s]+\\.[^@\\s]+");

    private EmailRules() {}

    static void check(Write write, String field) {
        JsonObject email = write.sent().object(field);
        String address = email == null ? null : email.text("Address");
        if (address != null && !valid(address)) {
            throw QboFault.of(
                    2210,
                    "Invalid Email Address Format : Email Address is not valid. Supplied value: " + address,
                    field);
        }
    }

    /** Whether every part of a comma or semicolon separated list is an address. */
    public static boolean valid(String addresses) {
        for (String part : addresses.split("[,;]")) {
            if (!ADDRESS.matcher(part.strip()).matches()) {
                return false;
            }
        }
        return !addresses.isBlank();
    }
}
