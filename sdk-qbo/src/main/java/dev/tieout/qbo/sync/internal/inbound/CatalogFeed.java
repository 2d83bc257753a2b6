package dev.tieout.qbo.sync.internal.inbound;

import dev.tieout.qbo.api.Changes;
import dev.tieout.qbo.api.ChangesRequest;
import dev.tieout.qbo.entity.Account;
import dev.tieout.qbo.entity.Department;
import dev.tieout.qbo.entity.EntityType;
import dev.tieout.qbo.entity.Item;
import dev.tieout.qbo.entity.PaymentMethod;
import dev.tieout.qbo.entity.Preferences;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.entity.Term;
import dev.tieout.qbo.entity.TxnClass;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.outbound.Watched;
import java.time.Instant;
import java.util.Set;

/** The lists of the catalog in the change feed: asked for beside the records, in the same call. For one read of the feed. */
final class CatalogFeed {
    private final Parts parts;
    private final CompanyScope scope;
    private final Watched watched;
    private final Set<String> lists;

    CatalogFeed(Parts parts, CompanyScope scope) {
        this.parts = parts;
        this.scope = scope;
        this.watched = new Watched(parts.store());
        this.lists = watched.lists(scope);
    }

    /** Asks for the lists that somebody chooses from; tax codes are in no feed (QuickBooks fact P7.4). */
    ChangesRequest add(ChangesRequest request) {
        ChangesRequest all = add(request, TxnClass.TYPE);
        all = add(all, Department.TYPE);
        all = add(all, Account.TYPE);
        all = add(all, Term.TYPE);
        all = add(all, PaymentMethod.TYPE);
        return add(all, Preferences.TYPE);
    }

    private <E extends QboEntity & Supports.Cdc> ChangesRequest add(ChangesRequest request, EntityType<E> list) {
        return lists.contains(list.name()) ? request.of(list) : request;
    }

    /** Notes which lists changed. */
    void saw(Changes changes) {
        if (changes.overflow()) {
            lost();
            return;
        }
        saw(changes, TxnClass.TYPE);
        saw(changes, Department.TYPE);
        saw(changes, Account.TYPE);
        saw(changes, Term.TYPE);
        saw(changes, PaymentMethod.TYPE);
        saw(changes, Item.TYPE);
        if (saw(changes, Preferences.TYPE)) {
            parts.companies().forget(scope.realm());
        }
    }

    private <E extends QboEntity> boolean saw(Changes changes, EntityType<E> list) {
        return lists.contains(list.name())
                && watched.saw(scope, list, changes.changed(list), parts.clock().instant());
    }

    /** What changed meanwhile is not known. */
    void lost() {
        Instant now = parts.clock().instant();
        if (!lists.isEmpty()) {
            watched.lost(scope, now);
        }
    }
}
