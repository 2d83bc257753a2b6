package dev.tieout.examples.matching;

import dev.tieout.LocalId;
import dev.tieout.examples.matching.Table.Row;
import dev.tieout.matching.CustomerRecord;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ClientKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns rows into clients and customers. */
final class Records {
    private final Ids ids;

    Records(Ids ids) {
        this.ids = ids;
    }

    Iterable<Client> clients(Path file) {
        return new Table(file, List.of("client_id", "display_name")).rows(this::client);
    }

    Iterable<CustomerRecord> customers(Path file) {
        return new Table(file, List.of("customer_id", "display_name")).rows(this::customer);
    }

    private Client client(Row row) {
        return Client.builder(localId(row, "client_id"), name(row, "first_name", "last_name"))
                .kind(kind(row))
                .firstName(row.orNull("first_name"))
                .middleName(row.orNull("middle_name"))
                .lastName(joined(row.orNull("last_name"), row.orNull("suffix")))
                .companyName(row.orNull("company_name"))
                .emails(filled(row, "email", "email2"))
                .phones(filled(row, "phone", "mobile"))
                .address(address(row, "address", "city", "state", "zip"))
                .build();
    }

    private CustomerRecord customer(Row row) {
        String id = row.get("customer_id").trim();
        if (id.isEmpty()) {
            throw row.bad("customer_id", "is empty");
        }
        return CustomerRecord.builder(ids.remote(id), name(row, "given_name", "family_name"))
                .givenName(row.orNull("given_name"))
                .middleName(row.orNull("middle_name"))
                .familyName(row.orNull("family_name"))
                .suffix(row.orNull("suffix"))
                .companyName(row.orNull("company_name"))
                .emails(row.orNull("primary_email"))
                .phones(filled(row, "primary_phone", "mobile"))
                .address(address(row, "bill_line1", "bill_city", "bill_state", "bill_zip"))
                .active(row.flag("active", true))
                .job(row.flag("job", false) || row.orNull("parent_id") != null)
                .build();
    }

    static LocalId localId(Row row, String column) {
        String id = row.get(column).trim();
        if (id.isEmpty()) {
            throw row.bad(column, "is empty");
        }
        try {
            return LocalId.of(id);
        } catch (IllegalArgumentException e) {
            throw row.bad(column, Objects.requireNonNullElse(e.getMessage(), "is no id"));
        }
    }

    private static ClientKind kind(Row row) {
        String value = row.get("client_type").trim().toUpperCase(Locale.ROOT);
        return switch (value) {
            case "INDIVIDUAL" -> ClientKind.INDIVIDUAL;
            case "HOUSEHOLD" -> ClientKind.HOUSEHOLD;
            case "BUSINESS" -> ClientKind.BUSINESS;
            case "", "UNKNOWN" -> ClientKind.UNKNOWN;
            default -> throw row.bad("client_type", "is none of INDIVIDUAL, HOUSEHOLD, BUSINESS, UNKNOWN");
        };
    }

    /** The display name, or what QuickBooks would make of the other fields (QuickBooks fact E5.7). */
    private static String name(Row row, String given, String family) {
        String name = row.firstOf("display_name", "company_name");
        if (name == null) {
            name = joined(row.orNull(given), row.orNull("middle_name"), row.orNull(family), row.orNull("suffix"));
        }
        if (name == null) {
            throw row.bad("display_name", "is empty, and so are the other names");
        }
        return name;
    }

    private static @Nullable String joined(@Nullable String... parts) {
        String text = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return text.isBlank() ? null : text;
    }

    private static List<String> filled(Row row, String... columns) {
        List<String> values = new ArrayList<>(columns.length);
        for (String column : columns) {
            String value = row.orNull(column);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static @Nullable Address address(Row row, String line, String city, String region, String zip) {
        String street = row.orNull(line);
        if (street == null && row.orNull(city) == null && row.orNull(zip) == null) {
            return null;
        }
        return Address.builder()
                .lines(street == null ? List.of() : List.of(street))
                .city(row.orNull(city))
                .region(row.orNull(region))
                .postalCode(row.orNull(zip))
                .build();
    }
}
