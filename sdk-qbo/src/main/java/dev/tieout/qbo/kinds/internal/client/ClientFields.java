package dev.tieout.qbo.kinds.internal.client;

import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.EmailAddress;
import dev.tieout.qbo.entity.PhysicalAddress;
import dev.tieout.qbo.entity.TelephoneNumber;
import dev.tieout.qbo.kinds.internal.common.Addresses;
import dev.tieout.qbo.kinds.internal.common.Names;
import dev.tieout.qbo.sync.internal.kind.Canon;
import dev.tieout.qbo.sync.internal.kind.FieldTable;
import dev.tieout.qbo.sync.internal.row.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a client. */
final class ClientFields {
    private static final String ADDRESS = "BillAddr";

    static final FieldTable<Client, Customer.Builder, Customer> TABLE = new FieldTable<
                    Client, Customer.Builder, Customer>()
            .field(
                    "DisplayName",
                    (client, links, to) -> to.displayName(client.displayName().strip()),
                    (customer, to) -> to.put(
                            "DisplayName", Names.clean(customer.displayName().orElse(null))),
                    // There is no client without a name, so nothing to clear.
                    (patch, wanted) -> patch.echo("DisplayName", wanted))
            .value("GivenName", Client::firstName, Customer.Builder::givenName, Customer::givenName)
            .value("MiddleName", Client::middleName, Customer.Builder::middleName, Customer::middleName)
            .value("FamilyName", Client::lastName, Customer.Builder::familyName, Customer::familyName)
            .value("CompanyName", Client::companyName, Customer.Builder::companyName, Customer::companyName)
            .field(
                    "PrimaryEmailAddr",
                    (client, links, to) -> {
                        String text = emails(client.emails());
                        if (!text.isEmpty()) {
                            to.primaryEmailAddr(
                                    EmailAddress.builder().address(text).build());
                        }
                    },
                    (customer, to) -> to.put(
                            "PrimaryEmailAddr",
                            customer.primaryEmailAddr()
                                    .flatMap(EmailAddress::address)
                                    .orElse(null)),
                    FieldTable.emptying("PrimaryEmailAddr", "{\"Address\":\"\"}"))
            .field(
                    "PrimaryPhone",
                    (client, links, to) -> {
                        if (!client.phones().isEmpty()
                                && !client.phones().get(0).isBlank()) {
                            to.primaryPhone(TelephoneNumber.builder()
                                    .freeFormNumber(client.phones().get(0))
                                    .build());
                        }
                    },
                    (customer, to) -> to.put(
                            "PrimaryPhone",
                            customer.primaryPhone()
                                    .flatMap(TelephoneNumber::freeFormNumber)
                                    .orElse(null)),
                    FieldTable.emptying("PrimaryPhone", "{\"FreeFormNumber\":\"\"}"))
            .field(
                    ADDRESS,
                    (client, links, to) -> {
                        if (client.address() != null) {
                            to.billAddr(Addresses.say(client.address()));
                        }
                    },
                    (customer, to) -> customer.billAddr().ifPresent(a -> Addresses.project(ADDRESS, a, to)),
                    FieldTable.emptying(ADDRESS, Addresses.EMPTY))
            .field(
                    "Active",
                    (client, links, to) -> to.active(client.active()),
                    (customer, to) -> to.put("Active", customer.active().orElse(true)));

    private ClientFields() {}

    private static String emails(List<String> emails) {
        return emails.stream().flatMap(Canon::splitEmails).collect(Collectors.joining(", "));
    }

    /**
     * The wanted customer with the parts of its address that only QuickBooks has: an address may be replaced as a whole
     * (QuickBooks fact P8.18), and what the app lacks must survive.
     */
    static Customer completed(Customer wanted, Customer current, Projection app, Set<String> members) {
        if (!members.contains(ADDRESS)
                || !app.has(ADDRESS)
                || current.billAddr().isEmpty()) {
            return wanted;
        }
        Projection there = TABLE.project(current);
        PhysicalAddress.Builder union = wanted.billAddr().orElseThrow().toBuilder();
        boolean sameLines = app.get("BillAddr.Line1") == null;
        if (sameLines) {
            with(there, "Line1", union::line1);
            with(there, "Line2", union::line2);
            with(there, "Line3", union::line3);
            with(there, "Line4", union::line4);
            with(there, "Line5", union::line5);
        }
        boolean samePlace = app.get("BillAddr.City") == null
                || app.get("BillAddr.City")
                        .equalsIgnoreCase(Objects.requireNonNullElse(there.get("BillAddr.City"), ""));
        if (samePlace) {
            keep(app, there, "City", union::city);
            keep(app, there, "CountrySubDivisionCode", union::countrySubDivisionCode);
            keep(app, there, "PostalCode", union::postalCode);
        }
        keep(app, there, "Country", union::country);
        return wanted.toBuilder().billAddr(union.build()).build();
    }

    private static void keep(Projection app, Projection there, String part, Consumer<String> into) {
        if (app.get(ADDRESS + "." + part) == null) {
            with(there, part, into);
        }
    }

    private static void with(Projection there, String part, Consumer<String> into) {
        @Nullable String value = there.get(ADDRESS + "." + part);
        if (value != null) {
            into.accept(value);
        }
    }

    /** The app's client with some members as QuickBooks has them. */
    static Client accept(Client local, Set<String> members, Projection there) {
        Client.Builder client = local.toBuilder();
        for (String member : members) {
            @Nullable String value = there.get(member);
            switch (member) {
                case "DisplayName" -> client.displayName(value == null ? local.displayName() : value);
                case "GivenName" -> client.firstName(value);
                case "MiddleName" -> client.middleName(value);
                case "FamilyName" -> client.lastName(value);
                case "CompanyName" -> client.companyName(value);
                case "PrimaryEmailAddr" ->
                    client.emails(
                            value == null ? List.of() : Canon.splitEmails(value).toList());
                case "PrimaryPhone" -> client.phones(phones(local.phones(), value));
                case ADDRESS -> client.address(address(there));
                case "Active" -> client.active(!"false".equals(value));
                default -> {
                    // Not a field that the app has.
                }
            }
        }
        return client.build();
    }

    private static List<String> phones(List<String> before, @Nullable String first) {
        List<String> phones = new ArrayList<>(before.isEmpty() ? before : before.subList(1, before.size()));
        if (first != null) {
            phones.add(0, first);
        }
        return phones;
    }

    private static @Nullable Address address(Projection there) {
        if (!there.has(ADDRESS)) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            @Nullable String line = there.get("BillAddr.Line" + i);
            if (line != null) {
                lines.add(line);
            }
        }
        return Address.builder()
                .lines(lines)
                .city(there.get("BillAddr.City"))
                .region(there.get("BillAddr.CountrySubDivisionCode"))
                .postalCode(there.get("BillAddr.PostalCode"))
                .country(there.get("BillAddr.Country"))
                .build();
    }
}
