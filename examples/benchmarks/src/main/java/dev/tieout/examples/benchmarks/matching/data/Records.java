package dev.tieout.examples.benchmarks.matching.data;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.CustomerRecord;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ClientKind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns rows into clients and customers, as the command that matches two exports does. */
public final class Records {
    private Records() {}

    /**
     * Makes a client.
     *
     * @param row a row of {@link Row#CLIENT}
     * @return the client
     */
    public static Client client(Row row) {
        return Client.builder(LocalId.of(row.get("client_id")), row.get("display_name"))
                .kind(row.get("client_type").equals("BUSINESS") ? ClientKind.BUSINESS : ClientKind.INDIVIDUAL)
                .firstName(row.orNull("first_name"))
                .middleName(row.orNull("middle_name"))
                .lastName(joined(row.orNull("last_name"), row.orNull("suffix")))
                .companyName(row.orNull("company_name"))
                .emails(filled(row.orNull("email"), row.orNull("email2")))
                .phones(filled(row.orNull("phone")))
                .address(address(row, "address", "city", "state", "zip"))
                .build();
    }

    /**
     * Makes a customer.
     *
     * @param row a row of {@link Row#CUSTOMER}
     * @return the customer
     */
    public static CustomerRecord customer(Row row) {
        return CustomerRecord.builder(RemoteId.of(row.get("customer_id")), row.get("display_name"))
                .givenName(row.orNull("given_name"))
                .middleName(row.orNull("middle_name"))
                .familyName(row.orNull("family_name"))
                .suffix(row.orNull("suffix"))
                .companyName(row.orNull("company_name"))
                .emails(row.orNull("primary_email"))
                .phones(filled(row.orNull("primary_phone"), row.orNull("mobile")))
                .address(address(row, "bill_line1", "bill_city", "bill_state", "bill_zip"))
                .active(!row.get("active").equals("false"))
                .job(row.get("job").equals("true"))
                .build();
    }

    private static @Nullable String joined(@Nullable String... parts) {
        String text = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return text.isEmpty() ? null : text;
    }

    private static List<String> filled(@Nullable String... values) {
        return Stream.of(values).filter(Objects::nonNull).map(x -> x).toList();
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
