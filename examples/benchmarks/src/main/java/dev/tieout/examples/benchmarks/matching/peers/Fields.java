package dev.tieout.examples.benchmarks.matching.peers;

import dev.tieout.matching.CustomerRecord;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a peer is told of a record.
 *
 * @param at the record's position
 * @param name the display name as it stands
 * @param email the first address, in lower case; may be empty
 * @param phone the last ten digits of the first telephone; may be empty
 * @param street the first line; may be empty
 * @param city the city; may be empty
 * @param zip the first five digits; may be empty
 */
record Fields(int at, String name, String email, String phone, String street, String city, String zip) {
    private static final int PHONE_DIGITS = 10;
    private static final int ZIP_DIGITS = 5;

    static Fields of(int at, Client client) {
        return of(at, client.displayName(), client.email(), client.phones(), client.address());
    }

    static Fields of(int at, CustomerRecord customer) {
        return of(at, customer.displayName(), customer.emails(), customer.phones(), customer.address());
    }

    private static Fields of(
            int at, String name, @Nullable String emails, List<String> phones, @Nullable Address address) {
        String email = emails == null ? "" : emails.split("[,;]", -1)[0].strip().toLowerCase(Locale.ROOT);
        String digits = phones.isEmpty() ? "" : phones.get(0).replaceAll("\\D", "");
        String phone = digits.substring(Math.max(0, digits.length() - PHONE_DIGITS));
        String street = address == null || address.lines().isEmpty()
                ? ""
                : address.lines().get(0);
        String code = address == null || address.postalCode() == null ? "" : address.postalCode();
        String city = address == null || address.city() == null ? "" : address.city();
        return new Fields(at, name, email, phone, street, city, code.substring(0, Math.min(ZIP_DIGITS, code.length())));
    }

    /** The name without case, accents and marks, a surname that stood first put last. */
    String cleanName() {
        String text = name;
        int comma = text.indexOf(',');
        if (comma > 0
                && comma == text.lastIndexOf(',')
                && !text.substring(comma).matches(LEGAL)) {
            text = text.substring(comma + 1) + " " + text.substring(0, comma);
        }
        return clean(text);
    }

    private static final String LEGAL =
            "(?i),\\s*(llc|l\\.?l\\.?c\\.?|inc\\.?|incorporated|corp\\.?|corporation|co\\.?|company|ltd\\.?|limited.*"
                    + "|l\\.?p\\.?|l\\.?l\\.?p\\.?|p\\.?l\\.?l\\.?c\\.?|p\\.?c\\.?|p\\.?a\\.?|jr\\.?|sr\\.?|ii|iii).*";

    static String clean(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace("&", " and "), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("['’.]", "")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
