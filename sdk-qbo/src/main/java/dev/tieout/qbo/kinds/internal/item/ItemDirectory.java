package dev.tieout.qbo.kinds.internal.item;

import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.matching.search.CustomerSearch;
import dev.tieout.matching.search.CustomerSearchEntry;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.entity.ItemType;
import dev.tieout.qbo.kinds.internal.common.Directory;
import dev.tieout.qbo.sync.ItemHit;
import dev.tieout.qbo.sync.ItemPage;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.row.RecordRows;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The services of the companies that people are searching in: by name, with the category's, and by code. Thread-safe. */
public final class ItemDirectory {
    private final RecordRows rows;
    private final Directory directory;

    public ItemDirectory(RecordRows rows, InstantSource clock) {
        this.rows = rows;
        this.directory = new Directory(clock, this::read);
    }

    ItemPage find(CompanyScope scope, String text, int page, int size) {
        Directory.Page.require(page, size);
        Directory.Page cut = Directory.Page.of(directory.of(scope).find(text, CustomerSearch.MOST_HITS), page, size);
        return new ItemPage(
                cut.hits().stream()
                        .map(hit -> new ItemHit(
                                hit.customer().id(),
                                hit.customer().displayName(),
                                hit.customer().companyName(),
                                hit.customer().linked(),
                                hit.quality()))
                        .toList(),
                cut.more());
    }

    /** Links changed: the next search reads anew. */
    public void forget(CompanyScope scope) {
        directory.forget(scope);
    }

    private List<CustomerSearchEntry> read(CompanyScope scope) {
        try (Stream<Item> all = scope.api().query(Query.of(Item.TYPE).is(Item.Fields.TYPE, ItemType.SERVICE))) {
            List<Item> items = all.toList();
            Set<RemoteId> linked = rows.findLinked(
                            scope.tenant(),
                            scope.realm().value(),
                            RecordKind.SERVICE_ITEM,
                            items.stream().map(ItemDirectory::id).toList())
                    .keySet();
            return items.stream()
                    .map(item -> new CustomerSearchEntry(
                            id(item),
                            item.fullyQualifiedName().or(item::name).orElse("Item " + id(item)),
                            item.sku().orElse(null),
                            List.of(),
                            item.active().orElse(true),
                            linked.contains(id(item))))
                    .toList();
        }
    }

    private static RemoteId id(Item item) {
        return RemoteId.of(item.id().orElseThrow());
    }
}
