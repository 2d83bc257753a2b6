package dev.tieout.qbo.kinds.internal.client;

import dev.tieout.RemoteId;
import dev.tieout.matching.CustomerRecord;
import dev.tieout.model.Address;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.EmailAddress;
import dev.tieout.qbo.entity.PhysicalAddress;
import dev.tieout.qbo.entity.Ref;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A customer as the matching engine takes it. */
public final class CustomerRecords {
    private CustomerRecords() {}

    public static CustomerRecord of(Customer customer) {
        RemoteId id = RemoteId.of(customer.id().orElseThrow());
        return CustomerRecord.builder(id, name(customer))
                .companyName(customer.companyName().orElse(null))
                .givenName(customer.givenName().orElse(null))
                .middleName(customer.middleName().orElse(null))
                .familyName(customer.familyName().orElse(null))
                .suffix(customer.suffix().orElse(null))
                .emails(customer.primaryEmailAddr()
                        .flatMap(EmailAddress::address)
                        .orElse(null))
                .phones(phones(customer))
                .address(customer.billAddr().map(CustomerRecords::address).orElse(null))
                .active(customer.active().orElse(true))
                .parentId(customer.parentRef()
                        .flatMap(Ref::value)
                        .map(RemoteId::of)
                        .orElse(null))
                .job(customer.job().orElse(false))
                .build();
    }

    public static String name(Customer customer) {
        return customer.displayName()
                .or(customer::fullyQualifiedName)
                .orElse("Customer " + customer.id().orElse("?"));
    }

    private static List<String> phones(Customer customer) {
        return Stream.of(customer.primaryPhone(), customer.mobile(), customer.alternatePhone())
                .flatMap(Optional::stream)
                .flatMap(phone -> phone.freeFormNumber().stream())
                .toList();
    }

    private static Address address(PhysicalAddress address) {
        return Address.builder()
                .lines(Stream.of(address.line1(), address.line2(), address.line3(), address.line4(), address.line5())
                        .flatMap(Optional::stream)
                        .toList())
                .city(address.city().orElse(null))
                .region(address.countrySubDivisionCode().orElse(null))
                .postalCode(address.postalCode().orElse(null))
                .country(address.country().orElse(null))
                .build();
    }
}
