package dev.tieout.qbo.sync.internal.kind;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms in which values are compared: what differs in form alone is the same. */
public final class Canon {
    private static final Map<String, String> COUNTRIES = countries();

    private Canon() {}

    /** Blanks at the ends and runs of blanks say nothing. */
    public static String text(String value) {
        return value.strip().replaceAll("\\s+", " ");
    }

    public static String emails(String value) {
        return splitEmails(value).map(e -> e.toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }

    /** Addresses in one text: QuickBooks has commas between them (QuickBooks fact E6.2), apps often semicolons. */
    public static Stream<String> splitEmails(String text) {
        return Arrays.stream(text.split("[,;]")).map(String::strip).filter(s -> !s.isEmpty());
    }

    /** Digits, and what is no number at all as it is. */
    public static String phone(String value) {
        String digits = value.chars()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return digits.isEmpty() ? text(value) : digits.toLowerCase(Locale.ROOT);
    }

    /** A country by its code of two letters, however it is written in English or by code (QuickBooks fact P2.19). */
    public static String country(String value) {
        String key = text(value).toUpperCase(Locale.ROOT);
        return COUNTRIES.getOrDefault(key, key);
    }

    private static Map<String, String> countries() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            codes.put(code, code);
            codes.put(country.getISO3Country(), code);
            codes.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
        }
        codes.put("UK", "GB");
        codes.put("U.S.A.", "US");
        codes.put("U.S.", "US");
        codes.put("UNITED STATES OF AMERICA", "US");
        return Map.copyOf(codes);
    }
}
