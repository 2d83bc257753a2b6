package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.Account;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.Department;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.entity.TxnClass;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.sync.internal.kind.Reading;
import dev.tieout.qbo.sync.internal.row.Refusal;
import dev.tieout.sync.Blame;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which of the records that a refused one refers to is inactive or missing: QuickBooks' sentence mostly does not
 * say (QuickBooks fact P3.15). One read a list of QuickBooks, for all that were refused together.
 */
final class Blaming {
    private static final Logger LOG = LoggerFactory.getLogger(Blaming.class);

    /** A list of QuickBooks that records refer to, by members that end with its name. */
    private record Listed<E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc>(
            String word, EntityType<E> type, FilterField<E, String> id) {}

    private static final List<Listed<?>> LISTS = List.of(
            new Listed<>("Customer", Customer.TYPE, Customer.Fields.ID),
            new Listed<>("Item", Item.TYPE, Item.Fields.ID),
            new Listed<>("Class", TxnClass.TYPE, TxnClass.Fields.ID),
            new Listed<>("Department", Department.TYPE, Department.Fields.ID),
            new Listed<>("Account", Account.TYPE, Account.Fields.ID));

    private record Reference(Listed<?> list, RemoteId id) {}

    private final CompanyScope scope;
    private final Parts parts;
    private final Parents parents;

    Blaming(Parts parts, CompanyScope scope, Parents parents) {
        this.parts = parts;
        this.scope = scope;
        this.parents = parents;
    }

    static boolean isAsked(Work<?, ?> work) {
        @Nullable Refusal refusal = work.facts().refusal();
        return refusal != null
                && refusal.problem().cause() == ProblemCause.BAD_REFERENCE
                && refusal.problem().faultCode() != null
                && work.facts().intent() == null;
    }

    /** Names the one to blame in the refusals of some records; where it cannot be found out, they stay as they are. */
    void find(List<Work<?, ?>> refused) {
        Map<Work<?, ?>, Set<Reference>> named = new LinkedHashMap<>();
        Map<Listed<?>, Set<RemoteId>> asked = new LinkedHashMap<>();
        for (Work<?, ?> work : refused) {
            Set<Reference> references = new LinkedHashSet<>();
            work.said().ifPresent(json -> collect(Json.read(json), references));
            named.put(work, references);
            references.forEach(reference -> asked.computeIfAbsent(reference.list(), list -> new LinkedHashSet<>())
                    .add(reference.id()));
        }
        Map<Reference, Blame> unfit = new HashMap<>();
        try {
            asked.forEach((list, ids) -> look(list, ids, unfit));
        } catch (QboException e) {
            LOG.debug("record to blame not found tenant={} realm={} kind={}", scope.tenant(), scope.realm(), e.kind());
        }
        named.forEach((work, references) -> references.stream()
                .filter(unfit::containsKey)
                .findFirst()
                .map(unfit::get)
                .ifPresent(blame -> blame(work, blame)));
    }

    private static void collect(Map<String, ?> object, Set<Reference> to) {
        object.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                @Nullable Object id = name.endsWith("Ref") ? inner.get("value") : null;
                if (id != null) {
                    refer(name.substring(0, name.length() - "Ref".length()), id.toString(), to);
                }
                collect(named(inner), to);
            } else if (value instanceof List<?> many) {
                many.forEach(each -> {
                    if (each instanceof Map<?, ?> inner) {
                        collect(named(inner), to);
                    }
                });
            }
        });
    }

    private static void refer(String name, String id, Set<Reference> to) {
        LISTS.stream()
                .filter(list -> name.endsWith(list.word()))
                .findFirst()
                .ifPresent(list -> to.add(new Reference(list, RemoteId.of(id))));
    }

    private static Map<String, Object> named(Map<?, ?> object) {
        Map<String, Object> named = new LinkedHashMap<>();
        object.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    private <E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> void look(
            Listed<E> list, Set<RemoteId> ids, Map<Reference, Blame> unfit) {
        Map<RemoteId, Map<String, Object>> there = new HashMap<>();
        Reading.byIds(scope.api(), list.type(), list.id(), new ArrayList<>(ids))
                .forEach(e -> there.put(Settle.remoteId(e), Json.read(e.toJson())));
        for (RemoteId id : ids) {
            @Nullable Map<String, Object> entity = there.get(id);
            if (entity == null || !Json.flag(entity, "Active", true)) {
                unfit.put(
                        new Reference(list, id),
                        new Blame(
                                list.word(),
                                id,
                                null,
                                entity == null ? null : Json.text(entity, "FullyQualifiedName")));
            }
        }
    }

    private void blame(Work<?, ?> work, Blame found) {
        @Nullable
        RecordRef ours = work.refs().stream()
                .filter(ref -> parts.kinds().get(ref.kind()).type().name().equals(found.entity()))
                .filter(ref -> parents.linked(ref)
                        .filter(id -> id.equals(found.remoteId()))
                        .isPresent())
                .findFirst()
                .orElse(null);
        Blame blame = new Blame(found.entity(), found.remoteId(), ours, found.name());
        work.happened(row -> {
            @Nullable Refusal refusal = row.facts().refusal();
            return refusal == null
                    ? row
                    : row.with(row.facts()
                            .with(new Refusal(
                                    Problems.blaming(refusal.problem(), blame), refusal.about(), refusal.againAt())));
        });
    }
}
