package dev.tieout.qbo.kinds.internal.item;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.matching.names.NameRules;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.api.WriteOperation;
import dev.tieout.qbo.api.WriteOptions;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.entity.ItemType;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.kinds.internal.common.Names;
import dev.tieout.qbo.sync.internal.decide.FieldRules;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.Canon;
import dev.tieout.qbo.sync.internal.kind.FieldTable;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.kind.TwoWay;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.spi.LocalRecords;
import dev.tieout.sync.ProblemCause;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A service item and its item. The income account is needed to create the item (QuickBooks fact E7.2). Another one is written
 * only where the app changed it, alone and with past sales left as they are (QuickBooks fact P8.15).
 */
public final class ItemKind implements TwoWay<ServiceItem, Item> {
    private static final String CATEGORY = "ParentRef";
    private static final String TAX_CODE = "SalesTaxCodeRef";
    private static final String ACCOUNT = "IncomeAccountRef";

    private static final FieldRules RULES = new FieldRules(
            true,
            Set.of(),
            Set.of(),
            Map.of(),
            Set.of(Names.SUFFIX),
            "Active",
            Set.of(CATEGORY, TAX_CODE, ACCOUNT),
            Set.of(ACCOUNT),
            (field, value) -> Canon.text(value));

    private static final About<Item> ABOUT = new About<>(
            RecordKind.SERVICE_ITEM,
            Item.TYPE,
            Item.Fields.ID,
            Item.Fields.META_DATA_CREATE_TIME,
            Item.Fields.META_DATA_LAST_UPDATED_TIME,
            List.of(),
            RULES);

    private static final FieldTable<ServiceItem, Item.Builder, Item> TABLE = new FieldTable<
                    ServiceItem, Item.Builder, Item>()
            .field(
                    "Name",
                    (item, links, to) -> to.name(item.name().strip()),
                    (item, to) -> to.put("Name", Names.clean(item.name().orElse(null))),
                    (patch, wanted) -> patch.echo("Name", wanted))
            .value("Sku", ServiceItem::code, Item.Builder::sku, Item::sku)
            .value("Description", ServiceItem::description, Item.Builder::description, Item::description)
            // QuickBooks has no price that is not set: nothing and zero are one on its side (QuickBooks fact E7.5).
            .field(
                    "UnitPrice",
                    (item, links, to) -> to.unitPrice(item.rate() == null ? BigDecimal.ZERO : item.rate()),
                    (item, to) -> to.put(
                            "UnitPrice",
                            item.unitPrice()
                                    .filter(price -> price.signum() != 0)
                                    .map(FieldTable::text)
                                    .orElse(null)))
            .field(
                    "Taxable",
                    (item, links, to) -> to.taxable(item.taxable()),
                    (item, to) -> to.put("Taxable", item.taxable().orElse(false)))
            .reference(TAX_CODE, item -> id(item.taxCode()), Item.Builder::salesTaxCodeRef, Item::salesTaxCodeRef)
            .reference(CATEGORY, item -> id(item.category()), ItemKind::under, Item::parentRef)
            .reference(
                    ACCOUNT, item -> id(item.incomeAccount()), Item.Builder::incomeAccountRef, Item::incomeAccountRef)
            .field(
                    "Active",
                    (item, links, to) -> to.active(item.active()),
                    (item, to) -> to.put("Active", item.active().orElse(true)));

    private final LocalRecords<ServiceItem> records;

    public ItemKind(LocalRecords<ServiceItem> records) {
        this.records = records;
    }

    @Override
    public About<Item> about() {
        return ABOUT;
    }

    @Override
    public LocalId id(ServiceItem local) {
        return local.id();
    }

    @Override
    public String encode(ServiceItem local) {
        return ItemJson.write(local);
    }

    @Override
    public ServiceItem decode(String json) {
        return ItemJson.read(json);
    }

    @Override
    public Item entity(ServiceItem local, Links links) {
        Names.require(NameRules.check(local));
        Item.Builder item = Item.builder().type(ItemType.SERVICE);
        TABLE.say(local, links, item);
        return item.build();
    }

    /** The firm's account is for the making of an item only: the app has not said it. */
    @Override
    public Item completed(Item wanted, ServiceItem local, Links links) {
        @Nullable RemoteId account = links.settings().incomeAccount();
        return wanted.incomeAccountRef().isPresent() || account == null
                ? wanted
                : wanted.toBuilder().incomeAccountRef(Ref.of(account.value())).build();
    }

    private static @Nullable String id(@Nullable RemoteId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable RemoteId remoteId(@Nullable String id) {
        return id == null ? null : RemoteId.of(id);
    }

    private static void under(Item.Builder item, Ref category) {
        item.parentRef(category).subItem(true);
    }

    @Override
    public Projection project(Item entity) {
        return TABLE.project(entity);
    }

    @Override
    public Projection there(Item seen, Projection app, Projection base) {
        return Names.withSuffix(project(seen), seen.name(), active(seen), app.get("Name"));
    }

    @Override
    public Write<Item> create(Item wanted) {
        if (wanted.incomeAccountRef().isEmpty()) {
            throw new Blocked(
                    ProblemCause.INVALID_DATA,
                    "QuickBooks books every sale to an income account, and none was chosen for this service item.",
                    "Choose an income account for the item, or a default one in the settings, then sync the item again.",
                    "IncomeAccountRef");
        }
        return Write.create(wanted);
    }

    @Override
    public Write<Item> update(Item current, Item wanted, Projection app, Set<String> members) {
        // Sparse: what a full update sends back of the stock is booked (QuickBooks fact P8.14).
        Item.Patch patch = current.patch();
        Set<String> written = new TreeSet<>(members);
        boolean named = written.remove(Names.SUFFIX)
                || (members.contains("Active") && wanted.active().orElse(true));
        if (named) {
            written.add("Name");
        }
        if (members.contains(CATEGORY)) {
            written.add("SubItem");
        }
        TABLE.write(written, wanted, patch);
        return Write.update(patch);
    }

    @Override
    public WriteOptions options(Write<?> write, WriteOptions options) {
        boolean moves = write.operation() == WriteOperation.UPDATE
                && Json.read(write.body()).containsKey(ACCOUNT);
        return moves ? options.keepingPastSales() : options;
    }

    @Override
    public LocalRecords<ServiceItem> records() {
        return records;
    }

    @Override
    public boolean importable(Item entity) {
        return active(entity) && entity.type().filter(ItemType.SERVICE::equals).isPresent();
    }

    @Override
    public ServiceItem called(ServiceItem local, String app, String name) {
        return local.name().equals(app) ? local.toBuilder().name(name).build() : local;
    }

    @Override
    public boolean active(Item entity) {
        return entity.active().orElse(true);
    }

    @Override
    public ServiceItem accept(ServiceItem local, Set<String> members, Projection there) {
        ServiceItem.Builder item = local.toBuilder();
        for (String member : members) {
            @Nullable String value = there.get(member);
            switch (member) {
                case "Name" -> item.name(value == null ? local.name() : value);
                case "Sku" -> item.code(value);
                case "Description" -> item.description(value);
                case "UnitPrice" -> item.rate(value == null ? noPrice(local) : new BigDecimal(value));
                case "Taxable" -> item.taxable("true".equals(value));
                case TAX_CODE -> item.taxCode(remoteId(value));
                case CATEGORY -> item.category(remoteId(value));
                case ACCOUNT -> item.incomeAccount(remoteId(value));
                case "Active" -> item.active(!"false".equals(value));
                default -> {
                    // Not a field that the app has.
                }
            }
        }
        return item.build();
    }

    private static @Nullable BigDecimal noPrice(ServiceItem local) {
        return local.rate() != null && local.rate().signum() == 0 ? local.rate() : null;
    }

    @Override
    public ServiceItem adopt(LocalId proposed, Item entity) {
        Projection there = project(entity);
        @Nullable String name = there.get("Name");
        ServiceItem empty = ServiceItem.builder(proposed, name == null ? "Item " + proposed : name)
                .build();
        return accept(empty, there.members(), there);
    }

    @Override
    public boolean resembles(ServiceItem local, Item entity) {
        return entity.name()
                .filter(name -> NameRules.collisionKey(name).equals(NameRules.collisionKey(local.name())))
                .isPresent();
    }

    /** Names are unique (QuickBooks fact E7.3): who has ours, and was made when we made one, is ours. */
    @Override
    public boolean matches(Item body, Item found) {
        return Names.same(body.name(), found.name());
    }

    @Override
    public boolean bearsOurMark(Item body, Item found) {
        return matches(body, found);
    }

    @Override
    public boolean mayBe(Item body, Item found) {
        Projection ours = project(body);
        Projection theirs = project(found);
        return Stream.of("Sku", "Description", "UnitPrice")
                .anyMatch(
                        field -> Stream.ofNullable(ours.get(field)).anyMatch(value -> value.equals(theirs.get(field))));
    }
}
