package dev.tieout.matching.search;

import dev.tieout.RemoteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Customers and what people type for them, dense enough that many share words. */
final class CustomerGenerator {
    private static final String[] FIRST = {
        "Ann", "Anna", "Anne", "John", "Jon", "Johan", "José", "Mary", "Maria", "Marie", "O'Neil", "J.R.", "Zoë", "Li"
    };
    private static final String[] LAST = {
        "Smith",
        "Smyth",
        "Smithson",
        "Johnson",
        "Johnston",
        "Jones",
        "Müller",
        "Muller",
        "Kowalczyk",
        "Øster",
        "Lee",
        "McDonald",
        "MacDonald",
        "Anderson",
        "Sanders",
        "Nakamura",
        "中村"
    };
    private static final String[] TRADE = {
        "Plumbing", "Consulting", "Bakery", "Landscaping", "Dental", "& Sons", "LLC", "Inc."
    };
    private static final String[] DOMAIN = {"gmail.com", "smith-co.com", "acme.org", "mail.example.net"};

    private final Random random;

    CustomerGenerator(Random random) {
        this.random = random;
    }

    CustomerSearchEntry next(int id) {
        String first = pick(FIRST);
        String last = pick(LAST);
        String name = switch (random.nextInt(5)) {
            case 0 -> last + ", " + first;
            case 1 -> last + " " + pick(TRADE) + " " + pick(TRADE);
            case 2 -> first + " " + last + " (" + random.nextInt(30) + ")";
            case 3 -> last;
            default -> first + " " + last;
        };
        String company = random.nextInt(3) == 0 ? pick(LAST) + " " + pick(TRADE) : null;
        return new CustomerSearchEntry(
                RemoteId.of(Integer.toString(id)),
                name,
                company,
                emails(first, last),
                random.nextInt(6) > 0,
                random.nextBoolean());
    }

    private List<String> emails(String first, String last) {
        List<String> emails = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String local = random.nextBoolean() ? first + "." + last : first.charAt(0) + last + random.nextInt(99);
            String address = (local + "@" + pick(DOMAIN)).toLowerCase(Locale.ROOT);
            emails.add(random.nextInt(5) == 0 ? address + ", Info@" + pick(DOMAIN) : address);
        }
        return emails;
    }

    String query(List<CustomerSearchEntry> entries) {
        if (random.nextInt(25) == 0) {
            return List.of("", "  ", "@", "...", "a", "jo sm", "smith@", ".com", "gmail.com", "an'", "zzzz", "&", "j.r")
                    .get(random.nextInt(13));
        }
        CustomerSearchEntry entry = entries.get(random.nextInt(entries.size()));
        String text = entry.displayName();
        if (entry.companyName() != null && random.nextInt(3) == 0) {
            text = entry.companyName();
        } else if (!entry.emails().isEmpty() && random.nextInt(3) == 0) {
            text = entry.emails().get(random.nextInt(entry.emails().size()));
        }
        int from = random.nextInt(3) == 0 ? random.nextInt(text.length()) : 0;
        int to = random.nextInt(3) == 0 ? text.length() : Math.min(text.length(), from + 1 + random.nextInt(9));
        StringBuilder typed = new StringBuilder(text.substring(from, Math.max(from, to)));
        if (random.nextInt(3) == 0 && typed.length() > 2) {
            mistype(typed);
        }
        return random.nextInt(4) == 0 ? typed.toString().toUpperCase(Locale.ROOT) : typed.toString();
    }

    private void mistype(StringBuilder typed) {
        int at = random.nextInt(typed.length() - 1);
        switch (random.nextInt(4)) {
            case 0 -> typed.deleteCharAt(at);
            case 1 -> typed.insert(at, (char) ('a' + random.nextInt(26)));
            case 2 -> typed.setCharAt(at, (char) ('a' + random.nextInt(26)));
            default -> {
                char swapped = typed.charAt(at);
                typed.setCharAt(at, typed.charAt(at + 1));
                typed.setCharAt(at + 1, swapped);
            }
        }
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
