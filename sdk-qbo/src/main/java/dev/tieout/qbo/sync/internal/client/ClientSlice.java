package dev.tieout.qbo.sync.internal.client;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.matching.names.NameRules;
import dev.tieout.model.Client;
import dev.tieout.model.ClientKind;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.EmailAddress;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.TelephoneNumber;
import dev.tieout.qbo.sync.internal.CompanyScope;
import dev.tieout.qbo.sync.internal.LocalJson;
import dev.tieout.qbo.sync.internal.Names;
import dev.tieout.qbo.sync.internal.Projection;
import dev.tieout.qbo.sync.internal.Reading;
import dev.tieout.qbo.sync.internal.Slice;
import dev.tieout.sync.SyncSettings;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/**
 * A client and its customer. All e-mail addresses travel in one field, as QuickBooks keeps them; of the phone numbers the
 * first.
 */
public final class ClientSlice implements Slice<Client, Customer> {
    @Override
    public RecordKind kind() {
        return RecordKind.CLIENT;
    }

    @Override
    public EntityType<Customer> type() {
        return Customer.TYPE;
    }

    @Override
    public FilterField<Customer, String> idField() {
        return Customer.Fields.ID;
    }

    @Override
    public FilterField<Customer, OffsetDateTime> changedField() {
        return Customer.Fields.META_DATA_LAST_UPDATED_TIME;
    }

    @Override
    public LocalId id(Client local) {
        return local.id();
    }

    @Override
    public String encode(Client local) {
        return LocalJson.write(local);
    }

    @Override
    public Client decode(String json) {
        return LocalJson.readClient(json);
    }

    @Override
    public boolean sends(SyncSettings settings, boolean create) {
        return create
                ? settings.clients().createInQuickBooks()
                : settings.clients().editInQuickBooks();
    }

    @Override
    public boolean bothWays() {
        return true;
    }

    @Override
    public List<Parent> parents(Client local) {
        return List.of();
    }

    @Override
    public Customer entity(Client local, Links links) {
        Names.require(NameRules.check(local));
        Customer.Builder customer =
                Customer.builder().displayName(local.displayName().strip());
        if (local.firstName() != null) {
            customer.givenName(local.firstName());
        }
        if (local.middleName() != null) {
            customer.middleName(local.middleName());
        }
        if (local.lastName() != null) {
            customer.familyName(local.lastName());
        }
        if (local.companyName() != null) {
            customer.companyName(local.companyName());
        }
        if (!local.emails().isEmpty()) {
            customer.primaryEmailAddr(EmailAddress.builder()
                    .address(ClientFields.emails(local.emails()))
                    .build());
        }
        if (!local.phones().isEmpty()) {
            customer.primaryPhone(TelephoneNumber.builder()
                    .freeFormNumber(local.phones().get(0))
                    .build());
        }
        if (local.address() != null) {
            customer.billAddr(ClientFields.address(local.address()));
        }
        return customer.active(local.active()).build();
    }

    @Override
    public Projection project(Customer entity) {
        boolean active = entity.active().orElse(true);
        Projection.Builder fields = Projection.builder()
                .put("DisplayName", Names.clean(entity.displayName().orElse(null), active))
                .put("GivenName", entity.givenName().orElse(null))
                .put("MiddleName", entity.middleName().orElse(null))
                .put("FamilyName", entity.familyName().orElse(null))
                .put("CompanyName", entity.companyName().orElse(null))
                .put(
                        "PrimaryEmailAddr",
                        entity.primaryEmailAddr()
                                .flatMap(EmailAddress::address)
                                .map(ClientFields::emails)
                                .orElse(null))
                .put(
                        "PrimaryPhone",
                        entity.primaryPhone()
                                .flatMap(TelephoneNumber::freeFormNumber)
                                .orElse(null))
                .put("Active", active);
        entity.billAddr().ifPresent(address -> ClientFields.project(address, fields));
        return fields.build();
    }

    @Override
    public Write<Customer> create(Customer entity) {
        return Write.create(entity);
    }

    @Override
    public Write<Customer> update(Customer current, Customer wanted, Set<String> members) {
        Customer.Patch patch = current.patch();
        for (String member : members) {
            ClientFields.write(member, wanted, patch);
        }
        return Write.update(patch);
    }

    @Override
    public boolean wanted(Customer entity) {
        return entity.active().orElse(true)
                && !entity.job().orElse(false)
                && entity.parentRef().isEmpty();
    }

    @Override
    public Client accept(Client local, Projection merged) {
        return ClientFields.read(local.toBuilder(), merged)
                .active(!"false".equals(merged.get("Active")))
                .build();
    }

    @Override
    public Client adopt(LocalId proposed, Customer entity) {
        Projection fields = project(entity);
        String name = fields.get("DisplayName");
        return ClientFields.read(Client.builder(proposed, name == null ? "Customer " + proposed : name), fields)
                .kind(entity.companyName().isPresent() ? ClientKind.BUSINESS : ClientKind.UNKNOWN)
                .build();
    }

    @Override
    public List<Customer> probe(CompanyScope scope, Customer wanted, Instant notBefore) {
        return scope.api()
                .query(Query.of(Customer.TYPE)
                        .is(Customer.Fields.DISPLAY_NAME, wanted.displayName().orElseThrow())
                        .includeInactive())
                .filter(customer -> Reading.createdSince(customer.metaData(), notBefore))
                .toList();
    }
}
