package dev.tieout.qbo.sync.internal.handle;

import dev.tieout.RemoteId;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.Account;
import dev.tieout.qbo.entity.AccountType;
import dev.tieout.qbo.entity.CompanyAccountingPrefs;
import dev.tieout.qbo.entity.Department;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.entity.ItemType;
import dev.tieout.qbo.entity.PaymentMethod;
import dev.tieout.qbo.entity.Preferences;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.TaxCode;
import dev.tieout.qbo.entity.Term;
import dev.tieout.qbo.entity.TxnClass;
import dev.tieout.qbo.sync.Catalog;
import dev.tieout.qbo.sync.Choices;
import dev.tieout.qbo.sync.internal.kind.CompanyFacts;
import dev.tieout.qbo.sync.internal.outbound.CompanyReads;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.LastKnown;
import dev.tieout.qbo.sync.internal.outbound.LastKnown.Known;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.outbound.Watched;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Companies' choices, by query, kept until the change feed sees them change. Thread-safe. */
public final class CatalogReads {
    private final Watched watched;
    private final LastKnown<List<Catalog.Entry>> lists;
    private final LastKnown<Catalog.Tracking> tracking;

    public CatalogReads(Parts parts) {
        this.watched = new Watched(parts.store());
        this.lists = new LastKnown<>(parts.clock());
        this.tracking = new LastKnown<>(parts.clock());
    }

    /** The catalog of the company that a firm is connected to by then. */
    public Catalog of(Supplier<CompanyScope> scopes) {
        return new OfCompany(scopes);
    }

    /** Forgets what was read of one company. */
    public void forget(CompanyScope scope) {
        lists.forget(scope);
        tracking.forget(scope);
    }

    private final class OfCompany implements Catalog {
        private final Supplier<CompanyScope> scopes;

        private OfCompany(Supplier<CompanyScope> scopes) {
            this.scopes = scopes;
        }

        @Override
        public Choices classes() {
            return choices(
                    "classes",
                    Query.of(TxnClass.TYPE),
                    TxnClass.TYPE,
                    c -> c.fullyQualifiedName().or(c::name));
        }

        @Override
        public Choices locations() {
            return choices(
                    "locations",
                    Query.of(Department.TYPE),
                    Department.TYPE,
                    d -> d.fullyQualifiedName().or(d::name));
        }

        @Override
        public Choices categories() {
            return choices(
                    "categories",
                    Query.of(Item.TYPE).is(Item.Fields.TYPE, ItemType.CATEGORY),
                    Item.TYPE,
                    i -> i.fullyQualifiedName().or(i::name));
        }

        @Override
        public Choices items() {
            CompanyScope scope = scopes.get();
            return choices(
                    scope,
                    "items",
                    Item.TYPE,
                    () -> entries(
                            scope.api().query(Query.of(Item.TYPE)).filter(CatalogReads::canBeSold),
                            i -> i.fullyQualifiedName().or(i::name)));
        }

        @Override
        public Optional<Entry> proposedDefaultItem() {
            List<Entry> services = choices(
                    "services", Query.of(Item.TYPE).is(Item.Fields.TYPE, ItemType.SERVICE), Item.TYPE, Item::name);
            return Stream.of("Sales", "Services")
                    .flatMap(name -> services.stream().filter(item -> name.equalsIgnoreCase(item.name())))
                    .findFirst();
        }

        @Override
        public Choices incomeAccounts() {
            return choices(
                    "incomeAccounts",
                    Query.of(Account.TYPE).is(Account.Fields.ACCOUNT_TYPE, AccountType.INCOME),
                    Account.TYPE,
                    a -> a.fullyQualifiedName().or(a::name));
        }

        @Override
        public Choices taxCodes() {
            CompanyScope scope = scopes.get();
            return choices(
                    scope,
                    "taxCodes",
                    TaxCode.TYPE,
                    () -> entries(
                            scope.api().query(Query.of(TaxCode.TYPE)).filter(CatalogReads::isOfTheCompany),
                            TaxCode::name));
        }

        @Override
        public Choices terms() {
            return choices("terms", Query.of(Term.TYPE), Term.TYPE, Term::name);
        }

        @Override
        public Choices paymentMethods() {
            return choices("paymentMethods", Query.of(PaymentMethod.TYPE), PaymentMethod.TYPE, PaymentMethod::name);
        }

        @Override
        public Tracking tracking() {
            CompanyScope scope = scopes.get();
            return tracking.get(
                            scope,
                            "tracking",
                            watched.changed(scope, Preferences.TYPE),
                            () -> tracked(scope.api().preferences()))
                    .value();
        }

        @Override
        public Catalog refreshed() {
            forget(scopes.get());
            return this;
        }

        private <E extends QboEntity> Choices choices(
                String what, Query<E> query, EntityType<?> list, Function<E, Optional<String>> name) {
            CompanyScope scope = scopes.get();
            return choices(scope, what, list, () -> entries(scope.api().query(query), name));
        }

        private Choices choices(CompanyScope scope, String what, EntityType<?> list, Supplier<List<Entry>> read) {
            Known<List<Entry>> known = lists.get(scope, what, watched.changed(scope, list), read);
            return new Choices(known.value(), known.at(), known.lastKnown());
        }
    }

    private static boolean canBeSold(Item item) {
        return item.type()
                .filter(type -> !type.equals(ItemType.CATEGORY) && !type.equals(ItemType.GROUP))
                .isPresent();
    }

    /** Where tax is a flag, the list begins with TAX and NON, which are words and no entries (QuickBooks fact E2.15). */
    private static boolean isOfTheCompany(TaxCode code) {
        return code.id().filter(id -> id.chars().allMatch(Character::isDigit)).isPresent();
    }

    private static Catalog.Tracking tracked(Preferences preferences) {
        CompanyFacts facts = CompanyReads.facts(preferences);
        return new Catalog.Tracking(
                facts.tracking().classesPerForm(),
                facts.tracking().classesPerLine(),
                facts.tracking().locations(),
                facts.tracking().discounts(),
                facts.customNumbers(),
                List.copyOf(facts.customFields().keySet()),
                preferences
                        .accountingInfoPrefs()
                        .flatMap(CompanyAccountingPrefs::departmentTerminology)
                        .orElse("Location"));
    }

    private static <E extends QboEntity> List<Catalog.Entry> entries(
            Stream<E> all, Function<E, Optional<String>> name) {
        try (all) {
            return all.map(e -> new Catalog.Entry(
                            RemoteId.of(e.id().orElseThrow()), name.apply(e).orElse("")))
                    .sorted(Comparator.comparing(Catalog.Entry::name, String.CASE_INSENSITIVE_ORDER))
                    .toList();
        }
    }
}
