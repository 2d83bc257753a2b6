package dev.tieout.qbo.sync.internal.handle;

import dev.tieout.RemoteId;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.Account;
import dev.tieout.qbo.entity.AccountType;
import dev.tieout.qbo.entity.Department;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.entity.ItemType;
import dev.tieout.qbo.entity.PaymentMethod;
import dev.tieout.qbo.entity.Preferences;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.TaxCode;
import dev.tieout.qbo.entity.Term;
import dev.tieout.qbo.entity.TxnClass;
import dev.tieout.qbo.sync.Catalog;
import dev.tieout.qbo.sync.internal.kind.CompanyFacts;
import dev.tieout.qbo.sync.internal.outbound.CompanyReads;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A company's choices, by query. */
public record CatalogReads(Supplier<CompanyScope> scopes) implements Catalog {
    @Override
    public List<Entry> classes() {
        return entries(
                scopes.get().api().query(Query.of(TxnClass.TYPE)),
                c -> c.fullyQualifiedName().or(c::name));
    }

    @Override
    public List<Entry> locations() {
        return entries(
                scopes.get().api().query(Query.of(Department.TYPE)),
                d -> d.fullyQualifiedName().or(d::name));
    }

    @Override
    public List<Entry> categories() {
        return entries(
                scopes.get().api().query(Query.of(Item.TYPE).is(Item.Fields.TYPE, ItemType.CATEGORY)),
                i -> i.fullyQualifiedName().or(i::name));
    }

    @Override
    public List<Entry> items() {
        return entries(
                scopes.get().api().query(Query.of(Item.TYPE)).filter(CatalogReads::canBeSold),
                i -> i.fullyQualifiedName().or(i::name));
    }

    @Override
    public Optional<Entry> proposedDefaultItem() {
        try (Stream<Item> services =
                scopes.get().api().query(Query.of(Item.TYPE).is(Item.Fields.TYPE, ItemType.SERVICE))) {
            List<Item> all = services.toList();
            return Stream.of("Sales", "Services")
                    .flatMap(name -> all.stream()
                            .filter(item ->
                                    item.name().filter(name::equalsIgnoreCase).isPresent()))
                    .findFirst()
                    .map(item -> new Entry(
                            RemoteId.of(item.id().orElseThrow()), item.name().orElse("")));
        }
    }

    private static boolean canBeSold(Item item) {
        return item.type()
                .filter(type -> !type.equals(ItemType.CATEGORY) && !type.equals(ItemType.GROUP))
                .isPresent();
    }

    @Override
    public List<Entry> incomeAccounts() {
        return entries(
                scopes.get().api().query(Query.of(Account.TYPE).is(Account.Fields.ACCOUNT_TYPE, AccountType.INCOME)),
                a -> a.fullyQualifiedName().or(a::name));
    }

    @Override
    public List<Entry> taxCodes() {
        return entries(scopes.get().api().query(Query.of(TaxCode.TYPE)), TaxCode::name);
    }

    @Override
    public List<Entry> terms() {
        return entries(scopes.get().api().query(Query.of(Term.TYPE)), Term::name);
    }

    @Override
    public Tracking tracking() {
        Preferences preferences = scopes.get().api().preferences();
        CompanyFacts facts = CompanyReads.facts(preferences);
        return new Tracking(
                facts.tracking().classesPerForm(),
                facts.tracking().classesPerLine(),
                facts.tracking().locations(),
                facts.tracking().discounts(),
                facts.customNumbers(),
                List.copyOf(facts.customFields().keySet()));
    }

    @Override
    public List<Entry> paymentMethods() {
        return entries(scopes.get().api().query(Query.of(PaymentMethod.TYPE)), PaymentMethod::name);
    }

    private static <E extends QboEntity> List<Entry> entries(Stream<E> all, Function<E, Optional<String>> name) {
        try (all) {
            return all.map(e -> new Entry(
                            RemoteId.of(e.id().orElseThrow()), name.apply(e).orElse("")))
                    .sorted(Comparator.comparing(Entry::name, String.CASE_INSENSITIVE_ORDER))
                    .toList();
        }
    }
}
