package dev.tieout.qbo.kinds.internal.client;

import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.InvalidFieldException;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.sync.MatchPreview;
import dev.tieout.qbo.sync.MatchPreview.Effect;
import dev.tieout.qbo.sync.MatchPreview.Field;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parents;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.outbound.Problems;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.sync.SyncProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says what matching a client with a customer would do. */
final class MatchPreviews {
    /** What a record is known by or reckoned to be, and nobody entered. */
    private static final Set<String> SYSTEM = Set.of(
            "Id",
            "SyncToken",
            "MetaData",
            "domain",
            "sparse",
            "FullyQualifiedName",
            "Level",
            "Job",
            "BillWithParent",
            "IsProject",
            "Balance",
            "BalanceWithJobs",
            "ClientEntityId",
            "V4IDPseudonym");

    private MatchPreviews() {}

    static Optional<MatchPreview> of(Parts parts, CompanyScope scope, ClientKind kind, Client client, RemoteId id) {
        return scope.api().find(kind.type(), id).map(customer -> of(parts, scope, kind, client, customer));
    }

    private static MatchPreview of(Parts parts, CompanyScope scope, ClientKind kind, Client client, Customer customer) {
        RemoteId id = RemoteId.of(customer.id().orElseThrow());
        Instant now = parts.clock().instant();
        Projection app = Projection.EMPTY;
        @Nullable SyncProblem problem = null;
        try {
            Customer wanted = kind.entity(client, new Parents(parts, scope));
            app = kind.app(wanted, client, customer, Projection.EMPTY);
        } catch (Blocked e) {
            problem = e.obstacle().problem(now);
        } catch (InvalidFieldException e) {
            problem = Problems.of(e, now);
        }
        @Nullable
        RemoteId linked = parts.rows().get(scope.key(kind.name(), client.id())).remoteId();
        return new MatchPreview(
                id,
                CustomerRecords.name(customer),
                kind.active(customer),
                id.equals(linked) ? null : linked,
                parts.rows()
                        .holder(scope.tenant(), scope.realm().value(), kind.name(), id)
                        .filter(holder -> !holder.equals(client.id()))
                        .orElse(null),
                fields(kind, app, kind.there(customer, app, Projection.EMPTY)),
                untouched(customer),
                problem);
    }

    private static List<Field> fields(ClientKind kind, Projection app, Projection there) {
        Set<String> members = new TreeSet<>(app.members());
        members.addAll(there.members());
        List<Field> fields = new ArrayList<>();
        for (String member : members) {
            Effect effect;
            if (!app.has(member)) {
                effect = Effect.KEPT;
            } else if (kind.rules().satisfied(member, app, there, null)) {
                effect = Effect.SAME;
            } else {
                effect = there.has(member) ? Effect.OVERWRITTEN : Effect.ADDED;
            }
            fields.add(new Field(member, there.shown(member), app.shown(member), effect));
        }
        return fields;
    }

    private static List<String> untouched(Customer customer) {
        return Json.read(customer.toJson()).keySet().stream()
                .filter(member -> !SYSTEM.contains(member) && !ClientFields.TABLE.has(member))
                .sorted()
                .toList();
    }
}
