package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.ClientInvoice;
import dev.tieout.qbo.entity.Customer;
import dev.tieout.qbo.entity.Invoice;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.sync.SyncState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out into which customer another was merged where nobody said so: a merge takes the invoices along (protocol.md §9),
 * so the client's invoices that we made tell. Made for one reading of the feed; not thread-safe.
 */
final class Survivors {
    /** So many of a client's invoices are asked; all of them must name the same customer. */
    private static final int ASKED = 3;

    private final EngineParts parts;
    private final CompanyScope scope;
    private @Nullable Map<LocalId, List<RemoteId>> invoices;

    Survivors(EngineParts parts, CompanyScope scope) {
        this.parts = parts;
        this.scope = scope;
    }

    /** Returns the customer that has a customer's invoices now; empty if it has them itself, or has none of ours. */
    Optional<Customer> of(RemoteId gone) {
        List<RemoteId> asked = parts.rows()
                .localId(scope, RecordKind.CLIENT, gone)
                .map(client -> invoices().getOrDefault(client, List.of()))
                .orElse(List.of());
        Set<RemoteId> named = Reading.byIds(scope.api(), Invoice.TYPE, Invoice.Fields.ID, asked).stream()
                .flatMap(invoice -> invoice.customerRef().flatMap(Ref::value).stream())
                .map(RemoteId::of)
                .collect(Collectors.toSet());
        if (named.size() != 1 || named.contains(gone)) {
            return Optional.empty();
        }
        return Reading.byIds(scope.api(), Customer.TYPE, Customer.Fields.ID, List.copyOf(named)).stream()
                .filter(customer -> customer.active().orElse(true))
                .findFirst();
    }

    private Map<LocalId, List<RemoteId>> invoices() {
        if (invoices == null) {
            Map<LocalId, List<RemoteId>> found = new HashMap<>();
            parts.rows()
                    .all(scope, RecordKind.INVOICE, null)
                    .filter(row -> row.remoteId() != null && row.state() != SyncState.GONE)
                    .forEach(row -> add(found, row));
            invoices = found;
        }
        return invoices;
    }

    private void add(Map<LocalId, List<RemoteId>> found, RecordRow row) {
        if (row.remoteId() == null || row.doc().wish() == null) {
            return;
        }
        if (parts.slice(RecordKind.INVOICE).decode(row.doc().wish()) instanceof ClientInvoice invoice) {
            List<RemoteId> some = found.computeIfAbsent(invoice.clientId(), client -> new ArrayList<>(ASKED));
            if (some.size() < ASKED) {
                some.add(row.remoteId());
            }
        }
    }
}
