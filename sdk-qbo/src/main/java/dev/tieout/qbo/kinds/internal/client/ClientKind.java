package dev.tieout.qbo.kinds.internal.client;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.matching.names.NameRules;
import dev.tieout.model.Client;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.kinds.internal.common.Names;
import dev.tieout.qbo.sync.internal.decide.FieldRules;
import dev.tieout.qbo.sync.internal.decide.Question.Locked;
import dev.tieout.qbo.sync.internal.kind.Canon;
import dev.tieout.qbo.sync.internal.kind.Introduced;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.spi.LocalRecords;
import dev.tieout.sync.CustomerPolicy;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client and its customer. All e-mail addresses travel in one field, as QuickBooks keeps them (QuickBooks fact E6.2); of
 * the phone numbers the first.
 */
public final class ClientKind implements Introduced<Client, Customer> {
    private static final FieldRules RULES =
            new FieldRules(true, Set.of(), Set.of(), Map.of(), Set.of(Names.SUFFIX), "Active", ClientKind::canon);

    private static final About<Customer> ABOUT = new About<>(
            RecordKind.CLIENT,
            Customer.TYPE,
            Customer.Fields.ID,
            Customer.Fields.META_DATA_CREATE_TIME,
            Customer.Fields.META_DATA_LAST_UPDATED_TIME,
            List.of(),
            RULES);

    private final LocalRecords<Client> records;

    public ClientKind(LocalRecords<Client> records) {
        this.records = records;
    }

    @Override
    public About<Customer> about() {
        return ABOUT;
    }

    @Override
    public LocalId id(Client local) {
        return local.id();
    }

    @Override
    public String encode(Client local) {
        return ClientJson.write(local);
    }

    @Override
    public Client decode(String json) {
        return ClientJson.read(json);
    }

    @Override
    public Customer entity(Client local, Links links) {
        Names.require(NameRules.check(local));
        Customer.Builder customer = Customer.builder();
        ClientFields.TABLE.say(local, links, customer);
        return customer.build();
    }

    @Override
    public Projection project(Customer entity) {
        return ClientFields.TABLE.project(entity);
    }

    @Override
    public Projection there(Customer seen, Projection app, Projection base) {
        return Names.withSuffix(project(seen), seen.displayName(), active(seen), app.get("DisplayName"));
    }

    @Override
    public Write<Customer> create(Customer wanted) {
        return Write.create(wanted);
    }

    @Override
    public Write<Customer> update(Customer current, Customer wanted, Projection app, Set<String> members) {
        Customer.Patch patch = current.patch();
        Set<String> written = new TreeSet<>(members);
        // QuickBooks may not take its suffix off by itself: the clean name goes along (QuickBooks fact P8.17).
        boolean named = written.remove(Names.SUFFIX)
                || (members.contains("Active") && wanted.active().orElse(true));
        if (named) {
            written.add("DisplayName");
        }
        ClientFields.TABLE.write(written, ClientFields.completed(wanted, current, app, members), patch);
        return Write.update(patch);
    }

    /** With a balance a customer cannot be made inactive (QuickBooks fact E5.11). */
    @Override
    public @Nullable Locked locked(Customer seen, Instant now) {
        boolean open = seen.balance().orElse(BigDecimal.ZERO).signum() != 0;
        return !open || !active(seen)
                ? null
                : new Locked(
                        Set.of("Active"),
                        new SyncProblem(
                                ProblemCause.INVALID_DATA,
                                "QuickBooks keeps a customer with an open balance in use.",
                                "Settle the balance in QuickBooks; the client is made inactive there by itself then.",
                                "Balance",
                                null,
                                null,
                                null,
                                null,
                                now));
    }

    @Override
    public LocalRecords<Client> records() {
        return records;
    }

    @Override
    public boolean importable(Customer entity) {
        return active(entity)
                && !entity.job().orElse(false)
                && entity.parentRef().isEmpty();
    }

    @Override
    public Client called(Client local, String app, String name) {
        return local.displayName().equals(app)
                ? local.toBuilder().displayName(name).build()
                : local;
    }

    @Override
    public boolean active(Customer entity) {
        return entity.active().orElse(true);
    }

    @Override
    public Client accept(Client local, Set<String> members, Projection there) {
        return ClientFields.accept(local, members, there);
    }

    @Override
    public Client adopt(LocalId proposed, Customer entity) {
        Projection there = project(entity);
        @Nullable String name = there.get("DisplayName");
        Client empty = Client.builder(proposed, name == null ? "Customer " + proposed : name)
                .kind(CustomerRecords.kind(entity))
                .build();
        return ClientFields.accept(empty, there.members(), there);
    }

    @Override
    public boolean resembles(Client local, Customer entity) {
        boolean named = entity.displayName()
                .filter(name -> NameRules.collisionKey(name).equals(NameRules.collisionKey(local.displayName())))
                .isPresent();
        Set<String> theirs = new TreeSet<>();
        entity.primaryEmailAddr()
                .flatMap(e -> e.address())
                .ifPresent(text -> Canon.splitEmails(text).forEach(e -> theirs.add(e.toLowerCase(Locale.ROOT))));
        return named
                || local.emails().stream()
                        .anyMatch(e -> theirs.contains(e.strip().toLowerCase(Locale.ROOT)));
    }

    @Override
    public boolean isIntroduced(SyncSettings settings) {
        return settings.billing().customers() == CustomerPolicy.MATCH_ELSE_CREATE;
    }

    @Override
    public Map<Client, List<Customer>> lookUp(List<Client> locals, QboApi api) {
        return ByEmail.find(locals, api);
    }

    @Override
    public boolean isCertain(Client local, Customer only) {
        return importable(only) && ByEmail.agrees(local, only);
    }

    @Override
    public Optional<String> page(RemoteId id) {
        return Optional.of("customerdetail?nameId=" + id);
    }

    /**
     * Names are unique (QuickBooks fact E5.1): who has ours, and was made when we made one, is ours; merged or put away by
     * now, perhaps.
     */
    @Override
    public boolean matches(Customer body, Customer found) {
        return Names.same(body.displayName(), found.displayName());
    }

    @Override
    public boolean bearsOurMark(Customer body, Customer found) {
        return matches(body, found);
    }

    @Override
    public boolean mayBe(Customer body, Customer found) {
        Projection ours = project(body);
        Projection theirs = project(found);
        return Stream.of("CompanyName", "FamilyName", "PrimaryEmailAddr", "PrimaryPhone", "BillAddr.Line1")
                .anyMatch(field -> {
                    @Nullable String one = ours.get(field);
                    @Nullable String other = theirs.get(field);
                    return one != null && other != null && canon(field, one).equals(canon(field, other));
                });
    }

    private static String canon(String field, String value) {
        return switch (field) {
            case "PrimaryEmailAddr" -> Canon.emails(value);
            case "PrimaryPhone" -> Canon.phone(value);
            case "BillAddr.Country" -> Canon.country(value);
            default -> Canon.text(value);
        };
    }
}
