package dev.tieout.qbo.kinds.internal.common;

import dev.tieout.matching.names.NameRules;
import dev.tieout.matching.names.NameSuggestion;
import dev.tieout.matching.names.NameSuggestions;
import dev.tieout.matching.names.NameUse;
import dev.tieout.matching.names.NamesInUse;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.Employee;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.entity.Vendor;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who has a name, and which are free, the inactive ones included: customers, vendors and employees share one space of
 * display names, items have another (QuickBooks facts E5.1, E7.3). A refusal for a name does not say whose
 * it is (QuickBooks fact E5.4).
 */
public final class FreeNames {
    private static final int PROPOSED = 5;
    private static final int CANDIDATES = 20;

    private final Function<List<String>, Stream<NameUse>> lookup;

    private FreeNames(Function<List<String>, Stream<NameUse>> lookup) {
        this.lookup = lookup;
    }

    public static FreeNames ofPeople(CompanyScope scope) {
        return new FreeNames(names -> people(scope, names));
    }

    public static FreeNames ofItems(CompanyScope scope) {
        return new FreeNames(names -> items(scope, names, item -> true));
    }

    /** Tells who has a client's display name, and names it could have instead. */
    public CreateOutcome.NameTaken taken(Client client) {
        String name = client.displayName();
        return new CreateOutcome.NameTaken(holder(name), free(name, over -> over.suggest(client, CANDIDATES)));
    }

    /** Tells who has a client's display name, if anybody has it. */
    public Optional<CreateOutcome.NameTaken> ifTaken(Client client) {
        boolean held = isHeld(client.displayName());
        return held ? Optional.of(taken(client)) : Optional.empty();
    }

    /** Tells who has a service item's name, if any item of its category has it (QuickBooks fact E7.3). */
    public static Optional<CreateOutcome.NameTaken> ifTaken(CompanyScope scope, ServiceItem item) {
        @Nullable
        String category = item.category() == null ? null : item.category().value();
        FreeNames beside = new FreeNames(names -> items(
                scope,
                names,
                i -> Objects.equals(i.parentRef().flatMap(Ref::value).orElse(null), category)));
        return beside.isHeld(item.name()) ? Optional.of(beside.taken(item)) : Optional.empty();
    }

    private boolean isHeld(String name) {
        return lookup.apply(List.of(name.strip()))
                .anyMatch(use -> NameRules.collisionKey(use.name()).equals(NameRules.collisionKey(name)));
    }

    /** Tells which item has a service item's name, and names it could have instead. */
    public CreateOutcome.NameTaken taken(ServiceItem item) {
        String name = item.name();
        return new CreateOutcome.NameTaken(holder(name), free(name, over -> over.suggest(item, CANDIDATES)));
    }

    /** Names who has a name, such as {@code Vendor 49}; {@code "unknown"} if nobody could be found. */
    private String holder(String name) {
        return lookup.apply(List.of(name, name.strip() + " (deleted)"))
                .filter(use -> NameRules.collisionKey(use.name()).equals(NameRules.collisionKey(name)))
                .findFirst()
                .map(use -> word(use.owner()) + " " + use.id() + (use.active() ? "" : " (inactive)"))
                .orElse("unknown");
    }

    /** Proposes names that are valid, and free in QuickBooks now. */
    private List<String> free(String refused, Function<NameSuggestions, List<NameSuggestion>> suggest) {
        NamesInUse names = new NamesInUse();
        names.refused(refused);
        List<String> candidates = suggest.apply(NameSuggestions.over(names)).stream()
                .map(NameSuggestion::name)
                .toList();
        if (!candidates.isEmpty()) {
            lookup.apply(candidates).forEach(names::put);
        }
        return candidates.stream().filter(names::isFree).limit(PROPOSED).toList();
    }

    private static Stream<NameUse> people(CompanyScope scope, List<String> names) {
        Stream<NameUse> customers = scope.api()
                .query(Query.of(Customer.TYPE)
                        .in(Customer.Fields.DISPLAY_NAME, names)
                        .includeInactive())
                .map(c -> use(NameUse.Owner.CUSTOMER, c, c.displayName(), c.active()));
        Stream<NameUse> vendors = scope.api()
                .query(Query.of(Vendor.TYPE)
                        .in(Vendor.Fields.DISPLAY_NAME, names)
                        .includeInactive())
                .map(v -> use(NameUse.Owner.VENDOR, v, v.displayName(), v.active()));
        Stream<NameUse> employees = scope.api()
                .query(Query.of(Employee.TYPE)
                        .in(Employee.Fields.DISPLAY_NAME, names)
                        .includeInactive())
                .map(e -> use(NameUse.Owner.EMPLOYEE, e, e.displayName(), e.active()));
        return Stream.of(customers, vendors, employees).flatMap(s -> s);
    }

    /** Those at the top level first: an item with another parent may bear the same name. */
    private static Stream<NameUse> items(CompanyScope scope, List<String> names, Predicate<Item> counts) {
        return scope.api()
                .query(Query.of(Item.TYPE).in(Item.Fields.NAME, names).includeInactive())
                .filter(counts)
                .sorted(Comparator.comparing(i -> i.parentRef().isPresent()))
                .map(i -> use(NameUse.Owner.ITEM, i, i.name(), i.active()));
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
