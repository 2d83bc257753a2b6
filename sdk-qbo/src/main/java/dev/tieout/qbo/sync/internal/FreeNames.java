package dev.tieout.qbo.sync.internal;

import dev.tieout.matching.names.NameRules;
import dev.tieout.matching.names.NameSuggestion;
import dev.tieout.matching.names.NameSuggestions;
import dev.tieout.matching.names.NameUse;
import dev.tieout.matching.names.NamesInUse;
import dev.tieout.model.Client;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.Employee;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Vendor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who has a display name, and which are free: customers, vendors and employees share one space of names, the inactive
 * ones included (entities.md §3.2).
 */
final class FreeNames {
    private static final int PROPOSED = 5;
    private static final int CANDIDATES = 20;

    private final CompanyScope scope;

    FreeNames(CompanyScope scope) {
        this.scope = scope;
    }

    /** Names who has a name, such as {@code Vendor 49}; {@code "unknown"} if nobody could be found. */
    String holder(String displayName) {
        return uses(List.of(displayName, displayName.strip() + " (deleted)"))
                .filter(use -> NameRules.collisionKey(use.name()).equals(NameRules.collisionKey(displayName)))
                .findFirst()
                .map(use -> word(use.owner()) + " " + use.id() + (use.active() ? "" : " (inactive)"))
                .orElse("unknown");
    }

    /** Proposes names for a client that are valid, and free in QuickBooks now. */
    List<String> proposals(Client client) {
        NamesInUse names = new NamesInUse();
        names.refused(client.displayName());
        List<String> candidates = NameSuggestions.over(names).suggest(client, CANDIDATES).stream()
                .map(NameSuggestion::name)
                .toList();
        uses(candidates).forEach(names::put);
        return candidates.stream().filter(names::isFree).limit(PROPOSED).toList();
    }

    private Stream<NameUse> uses(List<String> displayNames) {
        if (displayNames.isEmpty()) {
            return Stream.empty();
        }
        Stream<NameUse> customers = scope.api()
                .query(Query.of(Customer.TYPE)
                        .in(Customer.Fields.DISPLAY_NAME, displayNames)
                        .includeInactive())
                .map(c -> use(NameUse.Owner.CUSTOMER, c, c.displayName(), c.active()));
        Stream<NameUse> vendors = scope.api()
                .query(Query.of(Vendor.TYPE)
                        .in(Vendor.Fields.DISPLAY_NAME, displayNames)
                        .includeInactive())
                .map(v -> use(NameUse.Owner.VENDOR, v, v.displayName(), v.active()));
        Stream<NameUse> employees = scope.api()
                .query(Query.of(Employee.TYPE)
                        .in(Employee.Fields.DISPLAY_NAME, displayNames)
                        .includeInactive())
                .map(e -> use(NameUse.Owner.EMPLOYEE, e, e.displayName(), e.active()));
        return Stream.of(customers, vendors, employees).flatMap(s -> s);
    }

    private static NameUse use(NameUse.Owner owner, QboEntity entity, Optional<String> name, Optional<Boolean> active) {
        return new NameUse(owner, entity.id().orElseThrow(), name.orElse(""), active.orElse(true));
    }

    private static String word(NameUse.Owner owner) {
        return switch (owner) {
            case CUSTOMER -> "Customer";
            case VENDOR -> "Vendor";
            case EMPLOYEE -> "Employee";
            case ITEM -> "Item";
            case PROMISED, REFUSED -> "unknown";
        };
    }
}
