package dev.tieout.qbo.sync.internal.client;

import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.PhysicalAddress;
import dev.tieout.qbo.sync.internal.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a client, member by member. */
final class ClientFields {
    private ClientFields() {}

    static String emails(List<String> emails) {
        return emails.stream().map(String::strip).collect(Collectors.joining(", "));
    }

    /** Addresses in one canonical form: QuickBooks keeps them as a person typed them. */
    static String emails(String text) {
        return splitEmails(text).collect(Collectors.joining(", "));
    }

    private static Stream<String> splitEmails(String text) {
        return Stream.of(text.split("[,;]")).map(String::strip).filter(s -> !s.isEmpty());
    }

    static PhysicalAddress address(Address address) {
        PhysicalAddress.Builder to = PhysicalAddress.builder();
        List<String> lines = address.lines();
        for (int i = 0; i < lines.size(); i++) {
            switch (i) {
                case 0 -> to.line1(lines.get(i));
                case 1 -> to.line2(lines.get(i));
                case 2 -> to.line3(lines.get(i));
                case 3 -> to.line4(lines.get(i));
                default -> to.line5(lines.get(i));
            }
        }
        if (address.city() != null) {
            to.city(address.city());
        }
        if (address.region() != null) {
            to.countrySubDivisionCode(address.region());
        }
        if (address.postalCode() != null) {
            to.postalCode(address.postalCode());
        }
        if (address.country() != null) {
            to.country(address.country());
        }
        return to.build();
    }

    static void project(PhysicalAddress address, Projection.Builder fields) {
        fields.put("BillAddr.Line1", address.line1().orElse(null))
                .put("BillAddr.Line2", address.line2().orElse(null))
                .put("BillAddr.Line3", address.line3().orElse(null))
                .put("BillAddr.Line4", address.line4().orElse(null))
                .put("BillAddr.Line5", address.line5().orElse(null))
                .put("BillAddr.City", address.city().orElse(null))
                .put(
                        "BillAddr.CountrySubDivisionCode",
                        address.countrySubDivisionCode().orElse(null))
                .put("BillAddr.PostalCode", address.postalCode().orElse(null))
                .put("BillAddr.Country", address.country().orElse(null));
    }

    static Client.Builder read(Client.Builder client, Projection fields) {
        @Nullable String name = fields.get("DisplayName");
        @Nullable String emails = fields.get("PrimaryEmailAddr");
        @Nullable String phone = fields.get("PrimaryPhone");
        Client before = client.build();
        List<String> phones = new ArrayList<>(before.phones());
        if (!phones.isEmpty()) {
            phones.remove(0);
        }
        if (phone != null) {
            phones.add(0, phone);
        }
        return client.firstName(fields.get("GivenName"))
                .displayName(name == null ? before.displayName() : name)
                .middleName(fields.get("MiddleName"))
                .lastName(fields.get("FamilyName"))
                .companyName(fields.get("CompanyName"))
                .emails(emails == null ? List.of() : splitEmails(emails).toList())
                .phones(phones)
                .address(address(fields));
    }

    private static @Nullable Address address(Projection fields) {
        if (fields.member("BillAddr").isEmpty()) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            @Nullable String line = fields.get("BillAddr.Line" + i);
            if (line != null) {
                lines.add(line);
            }
        }
        return Address.builder()
                .lines(lines)
                .city(fields.get("BillAddr.City"))
                .region(fields.get("BillAddr.CountrySubDivisionCode"))
                .postalCode(fields.get("BillAddr.PostalCode"))
                .country(fields.get("BillAddr.Country"))
                .build();
    }

    /** Writes one member into a patch, or clears it. */
    static void write(String member, Customer from, Customer.Patch to) {
        switch (member) {
            // QuickBooks cannot clear a display name in a sparse update; the app has none to clear.
            case "DisplayName" -> from.displayName().ifPresent(to::displayName);
            case "GivenName" -> from.givenName().ifPresentOrElse(to::givenName, to::clearGivenName);
            case "MiddleName" -> from.middleName().ifPresentOrElse(to::middleName, to::clearMiddleName);
            case "FamilyName" -> from.familyName().ifPresentOrElse(to::familyName, to::clearFamilyName);
            case "CompanyName" -> from.companyName().ifPresentOrElse(to::companyName, to::clearCompanyName);
            case "PrimaryEmailAddr" ->
                from.primaryEmailAddr().ifPresentOrElse(to::primaryEmailAddr, to::clearPrimaryEmailAddr);
            case "PrimaryPhone" -> from.primaryPhone().ifPresentOrElse(to::primaryPhone, to::clearPrimaryPhone);
            case "BillAddr" -> from.billAddr().ifPresentOrElse(to::billAddr, to::clearBillAddr);
            case "Active" -> to.active(from.active().orElse(true));
            default -> throw new IllegalStateException("no rule to write " + member.toLowerCase(Locale.ROOT));
        }
    }
}
