package dev.tieout.qbo.kinds.internal.client;

import dev.tieout.RemoteId;
import dev.tieout.matching.CustomerRecord;
import dev.tieout.matching.names.NameRules;
import dev.tieout.model.Address;
import dev.tieout.model.ClientKind;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.EmailAddress;
import dev.tieout.qbo.entity.PhysicalAddress;
import dev.tieout.qbo.entity.Ref;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A customer as the matching engine takes it. */
public final class CustomerRecords {
    /** Words that only the name of an organisation has. */
    private static final Set<String> FIRMS_WORDS = Set.of(
            "llc",
            "llp",
            "lllp",
            "pllc",
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "ltd",
            "limited",
            "plc",
            "gmbh",
            "lp",
            "company",
            "trust",
            "estate",
            "foundation",
            "association",
            "partners",
            "partnership",
            "church");

    private static final Pattern COUPLE = Pattern.compile("\\S (&|and) \\S");

    /** {@code John & Mary Smith}, or {@code Smith, John & Mary}; not {@code Smith & Jones}. */
    private static final Pattern PAIR =
            Pattern.compile("\\p{L}+ (&|and) \\p{L}+ \\p{L}+|\\p{L}+, \\p{L}+ (&|and) \\p{L}+");

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

    /** What a customer is, as far as its names tell: QuickBooks itself does not say. */
    public static ClientKind kind(Customer customer) {
        String name = name(customer);
        String company = customer.companyName().orElse("").strip();
        String given = customer.givenName().orElse("").strip();
        String family = customer.familyName().orElse("").strip();
        boolean firm = NameRules.collisionKey(company).equals(NameRules.collisionKey(name)) || hasFirmsWord(name);
        boolean person = !given.isEmpty() || !family.isEmpty();
        if ((firm && !company.isEmpty()) || (!person && (firm || !company.isEmpty()))) {
            return ClientKind.BUSINESS;
        }
        boolean couple = COUPLE.matcher(given).find() || COUPLE.matcher(name).find();
        if (person) {
            return couple ? ClientKind.HOUSEHOLD : ClientKind.INDIVIDUAL;
        }
        return PAIR.matcher(name).matches() ? ClientKind.HOUSEHOLD : ClientKind.UNKNOWN;
    }

    private static boolean hasFirmsWord(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.]+"))
                .map(word -> word.replace(".", ""))
                .anyMatch(FIRMS_WORDS::contains);
    }
}
