package dev.tieout.qbo.kinds.internal.common;

import dev.tieout.model.Address;
import dev.tieout.qbo.entity.PhysicalAddress;
import dev.tieout.qbo.sync.internal.row.Projection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses: how the app's become QuickBooks', and what is compared of each. */
public final class Addresses {
    /** An address that says nothing. */
    public static final String EMPTY = "{\"Line1\":\"\",\"Line2\":\"\",\"Line3\":\"\",\"Line4\":\"\","
            + "\"Line5\":\"\",\"City\":\"\",\"CountrySubDivisionCode\":\"\",\"PostalCode\":\"\",\"Country\":\"\"}";

    private Addresses() {}

    public static PhysicalAddress say(Address address) {
        PhysicalAddress.Builder to = PhysicalAddress.builder();
        List<String> lines =
                address.lines().stream().filter(line -> !line.isBlank()).toList();
        for (int i = 0; i < lines.size(); i++) {
            switch (i) {
                case 0 -> to.line1(lines.get(i));
                case 1 -> to.line2(lines.get(i));
                case 2 -> to.line3(lines.get(i));
                case 3 -> to.line4(lines.get(i));
                default -> to.line5(lines.get(i));
            }
        }
        given(address.city()).ifPresent(to::city);
        given(address.region()).ifPresent(to::countrySubDivisionCode);
        given(address.postalCode()).ifPresent(to::postalCode);
        given(address.country()).ifPresent(to::country);
        return to.build();
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank());
    }

    /** @param member the field that holds the address */
    public static void project(String member, PhysicalAddress address, Projection.Builder fields) {
        fields.put(member + ".Line1", address.line1().orElse(null))
                .put(member + ".Line2", address.line2().orElse(null))
                .put(member + ".Line3", address.line3().orElse(null))
                .put(member + ".Line4", address.line4().orElse(null))
                .put(member + ".Line5", address.line5().orElse(null))
                .put(member + ".City", address.city().orElse(null))
                .put(
                        member + ".CountrySubDivisionCode",
                        address.countrySubDivisionCode().orElse(null))
                .put(member + ".PostalCode", address.postalCode().orElse(null))
                .put(member + ".Country", address.country().orElse(null));
    }
}
