package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import dev.tieout.matching.items.ItemCandidate;
import dev.tieout.matching.items.ItemMatch;
import dev.tieout.matching.items.ItemMatchPlan;
import dev.tieout.matching.items.ItemMatcher;
import dev.tieout.matching.items.ItemRecord;
import dev.tieout.matching.items.ItemRecordMatch;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.kinds.internal.item.ItemKind;
import dev.tieout.qbo.setup.ServiceItemPlan;
import dev.tieout.qbo.setup.SetupDecision;
import dev.tieout.qbo.setup.SetupItem;
import dev.tieout.qbo.setup.SetupProgress;
import dev.tieout.qbo.setup.SetupServiceItem;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.spi.LocalRecords;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads both catalogues, matches them, and writes nothing. */
final class ItemPreview {
    private final Parts parts;
    private final ItemKind kind;
    private final LocalRecords<ServiceItem> records;
    private final Locale locale;

    ItemPreview(Parts parts, ItemKind kind, LocalRecords<ServiceItem> records, Locale locale) {
        this.parts = parts;
        this.kind = kind;
        this.records = records;
        this.locale = locale;
    }

    ServiceItemPlan run(CompanyScope scope, SetupProgress progress) {
        return new Run(scope, progress).plan();
    }

    private final class Run {
        private final CompanyScope scope;
        private final SetupProgress progress;
        private final Map<LocalId, ServiceItem> serviceItems = new LinkedHashMap<>();
        private final Map<RemoteId, Item> items = new LinkedHashMap<>();

        Run(CompanyScope scope, SetupProgress progress) {
            this.scope = scope;
            this.progress = progress;
        }

        ServiceItemPlan plan() {
            Instant madeAt = parts.clock().instant();
            readItems();
            readServiceItems();
            Memory memory = Memory.of(parts, scope, RecordKind.SERVICE_ITEM, serviceItems.keySet());
            progress.at("matching", serviceItems.size());
            ItemMatchPlan matches =
                    ItemMatcher.match(serviceItems.values(), itemRecords(), memory.decisions(items.keySet()));
            List<SetupServiceItem> serviceItemLines = matches.items().stream()
                    .map(match -> line(match, matches, memory))
                    .toList();
            List<SetupItem> itemLines =
                    matches.records().stream().map(this::line).toList();
            List<SetupDecision> decisions = serviceItemLines.stream()
                    .filter(line ->
                            line.bucket() == Bucket.MATCH && !line.linked() && memory.allows(line.id(), line.item()))
                    .map(line -> new SetupDecision(SetupDecision.Action.LINK, line.id(), line.item()))
                    .toList();
            return new ServiceItemPlan(
                    scope.tenant(),
                    scope.realm(),
                    madeAt,
                    serviceItemLines,
                    itemLines,
                    decisions,
                    memory.before(serviceItems.keySet(), items.keySet()));
        }

        private void readItems() {
            try (Stream<Item> all = scope.api().query(Query.of(Item.TYPE))) {
                all.forEach(item -> items.put(RemoteId.of(item.id().orElseThrow()), item));
            }
            progress.at("reading items", items.size());
        }

        private void readServiceItems() {
            try (Stream<ServiceItem> all = records.all(scope.tenant())) {
                all.filter(ServiceItem::active).forEach(item -> serviceItems.put(item.id(), item));
            }
            progress.at("reading service items", serviceItems.size());
        }

        private List<ItemRecord> itemRecords() {
            boolean taxed = items.values().stream()
                    .anyMatch(item -> item.salesTaxCodeRef().isPresent());
            Map<String, BigDecimal> rates = taxed ? TaxRates.read(scope.api()) : Map.of();
            return items.values().stream()
                    .map(item -> ItemRecords.of(item, rates))
                    .toList();
        }

        private SetupServiceItem line(ItemMatch match, ItemMatchPlan matches, Memory memory) {
            LocalId id = match.item();
            ServiceItem serviceItem = Objects.requireNonNull(serviceItems.get(id));
            @Nullable RemoteId remote = match.record();
            @Nullable Item item = remote == null ? null : items.get(remote);
            return new SetupServiceItem(
                    id,
                    serviceItem.name(),
                    match.bucket(),
                    remote,
                    remote != null && remote.equals(memory.links().get(id)),
                    remote == null ? "" : matches.explain(id, remote).text(locale),
                    Overwrites.of(scope, kind, serviceItem, item),
                    match.candidates().stream()
                            .map(candidate -> option(id, candidate, matches))
                            .toList());
        }

        private SetupServiceItem.Option option(LocalId id, ItemCandidate candidate, ItemMatchPlan matches) {
            RemoteId remote = candidate.record();
            String why = matches.explain(id, remote).text(locale);
            return new SetupServiceItem.Option(
                    remote,
                    name(remote),
                    candidate.confidence(),
                    why,
                    Overwrites.of(scope, kind, Objects.requireNonNull(serviceItems.get(id)), items.get(remote)));
        }

        private SetupItem line(ItemRecordMatch match) {
            RemoteId id = match.record();
            String type = ItemRecords.type(Objects.requireNonNull(items.get(id)));
            return new SetupItem(id, name(id), type, match.bucket(), match.item(), match.candidates());
        }

        private String name(RemoteId item) {
            return ItemRecords.name(Objects.requireNonNull(items.get(item)));
        }
    }
}
