package dev.tieout.matching.internal.text;

import java.util.Set;

/** E-mail addresses that people type to fill a field: they identify nobody. */
public final class Placeholders {
    private static final Set<String> LOCAL = Set.of(
            "none",
            "na",
            "n/a",
            "no",
            "noemail",
            "nomail",
            "no-email",
            "no.email",
            "unknown",
            "test",
            "nobody",
            "null",
            "noreply",
            "no-reply",
            "notprovided",
            "notavailable",
            "x",
            "xx",
            "xxx",
            "abc",
            "asdf",
            "fake",
            "blank",
            "dummy",
            "example",
            "email",
            "noone");
    private static final Set<String> DOMAIN = Set.of(
            "none.com",
            "na.com",
            "no.com",
            "noemail.com",
            "nomail.com",
            "unknown.com",
            "test.com",
            "email.com",
            "x.com",
            "abc.com",
            "example.com",
            "null.com",
            "gmail.com",
            "yahoo.com",
            "fake.com",
            "noreply.com",
            "na.na",
            "none.none",
            "nowhere.com");

    private static final Set<String> ROLES = Set.of(
            "info",
            "office",
            "contact",
            "hello",
            "admin",
            "sales",
            "support",
            "billing",
            "accounting",
            "accounts",
            "ap",
            "ar",
            "team",
            "mail",
            "bookkeeper",
            "bookkeeping",
            "books",
            "finance",
            "service",
            "help",
            "enquiries");

    private Placeholders() {}

    public static boolean isPlaceholder(String address) {
        int at = address.indexOf('@');
        return LOCAL.contains(address.substring(0, at)) && DOMAIN.contains(address.substring(at + 1));
    }

    public static boolean isRole(String local) {
        return ROLES.contains(local);
    }
}
