package dev.tieout.qbo.sync.internal.item;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.matching.names.NameRules;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.entity.ItemType;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.sync.internal.CompanyScope;
import dev.tieout.qbo.sync.internal.LocalJson;
import dev.tieout.qbo.sync.internal.Names;
import dev.tieout.qbo.sync.internal.Projection;
import dev.tieout.qbo.sync.internal.Reading;
import dev.tieout.qbo.sync.internal.Slice;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A service item and its item. The income account is chosen when the item is created and left alone after. */
public final class ItemSlice implements Slice<ServiceItem, Item> {
    @Override
    public RecordKind kind() {
        return RecordKind.SERVICE_ITEM;
    }

    @Override
    public EntityType<Item> type() {
        return Item.TYPE;
    }

    @Override
    public FilterField<Item, String> idField() {
        return Item.Fields.ID;
    }

    @Override
    public FilterField<Item, OffsetDateTime> changedField() {
        return Item.Fields.META_DATA_LAST_UPDATED_TIME;
    }

    @Override
    public LocalId id(ServiceItem local) {
        return local.id();
    }

    @Override
    public String encode(ServiceItem local) {
        return LocalJson.write(local);
    }

    @Override
    public ServiceItem decode(String json) {
        return LocalJson.readServiceItem(json);
    }

    @Override
    public boolean sends(SyncSettings settings, boolean create) {
        return create
                ? settings.serviceItems().createInQuickBooks()
                : settings.serviceItems().editInQuickBooks();
    }

    @Override
    public boolean bothWays() {
        return true;
    }

    @Override
    public List<Parent> parents(ServiceItem local) {
        return List.of();
    }

    @Override
    public Item entity(ServiceItem local, Links links) {
        Names.require(NameRules.check(local));
        Item.Builder item = Item.builder()
                .name(local.name().strip())
                .type(ItemType.SERVICE)
                .taxable(local.taxable())
                .active(local.active());
        if (local.code() != null) {
            item.sku(local.code());
        }
        if (local.description() != null) {
            item.description(local.description());
        }
        if (local.rate() != null) {
            item.unitPrice(local.rate());
        }
        @Nullable String account = local.incomeAccount();
        if (account == null && links.scope().settings().incomeAccount() != null) {
            account = links.scope().settings().incomeAccount().value();
        }
        if (account != null) {
            item.incomeAccountRef(Ref.of(account));
        }
        return item.build();
    }

    @Override
    public Projection project(Item entity) {
        boolean active = entity.active().orElse(true);
        return Projection.builder()
                .put("Name", Names.clean(entity.name().orElse(null), active))
                .put("Sku", entity.sku().orElse(null))
                .put("Description", entity.description().orElse(null))
                .put("UnitPrice", Names.number(entity.unitPrice().orElse(null)))
                .put("Taxable", entity.taxable().orElse(false))
                .put("Active", active)
                .build();
    }

    @Override
    public Write<Item> create(Item entity) {
        if (entity.incomeAccountRef().isEmpty()) {
            throw new Blocked(
                    ProblemCause.INVALID_DATA,
                    "QuickBooks books every sale to an income account, and none was chosen for this service item.",
                    "Choose an income account for the item, or a default one in the settings, then sync the item again.",
                    "IncomeAccountRef");
        }
        return Write.create(entity);
    }

    @Override
    public Write<Item> update(Item current, Item wanted, Set<String> members) {
        Item.Patch patch = current.patch();
        for (String member : members) {
            switch (member) {
                case "Name" -> wanted.name().ifPresent(patch::name);
                case "Sku" -> wanted.sku().ifPresentOrElse(patch::sku, patch::clearSku);
                case "Description" -> wanted.description().ifPresentOrElse(patch::description, patch::clearDescription);
                case "UnitPrice" -> patch.unitPrice(wanted.unitPrice().orElse(BigDecimal.ZERO));
                case "Taxable" -> patch.taxable(wanted.taxable().orElse(false));
                case "Active" -> patch.active(wanted.active().orElse(true));
                default -> throw new IllegalStateException("no rule to write " + member);
            }
        }
        return Write.update(patch);
    }

    @Override
    public boolean wanted(Item entity) {
        return entity.active().orElse(true)
                && entity.type().filter(ItemType.SERVICE::equals).isPresent();
    }

    @Override
    public ServiceItem accept(ServiceItem local, Projection merged) {
        return read(local.toBuilder(), local.name(), merged);
    }

    @Override
    public ServiceItem adopt(LocalId proposed, Item entity) {
        String name = entity.name().orElse("Item " + proposed);
        ServiceItem.Builder item = ServiceItem.builder(proposed, name)
                .incomeAccount(entity.incomeAccountRef().flatMap(Ref::value).orElse(null));
        return read(item, name, project(entity));
    }

    @Override
    public List<Item> probe(CompanyScope scope, Item wanted, Instant notBefore) {
        return scope.api()
                .query(Query.of(Item.TYPE)
                        .is(Item.Fields.NAME, wanted.name().orElseThrow())
                        .includeInactive())
                .filter(item -> Reading.createdSince(item.metaData(), notBefore))
                .toList();
    }

    private static ServiceItem read(ServiceItem.Builder item, String name, Projection fields) {
        @Nullable String newName = fields.get("Name");
        @Nullable String price = fields.get("UnitPrice");
        return item.name(newName == null ? name : newName)
                .code(fields.get("Sku"))
                .description(fields.get("Description"))
                .rate(price == null ? null : new BigDecimal(price))
                .taxable("true".equals(fields.get("Taxable")))
                .active(!"false".equals(fields.get("Active")))
                .build();
    }
}
