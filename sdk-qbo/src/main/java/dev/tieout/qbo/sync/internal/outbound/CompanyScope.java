package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.LocalId;
import dev.tieout.RealmId;
import dev.tieout.RecordKind;
import dev.tieout.TenantId;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.spi.RowKey;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncSettings;

/**
 * One firm in one QuickBooks company, for the length of one piece of work. Everything the engine reads or writes is
 * keyed by both, so that no firm's data can reach another firm's books. Immutable.
 *
 * @param tenant the firm
 * @param realm the company; the api is pinned to it
 * @param api the company's API
 * @param settings what the firm wants
 * @param connected whether the connection can be used
 * @param epoch names the connection: another one lifts the refusals of the one before
 */
public record CompanyScope(
        TenantId tenant, RealmId realm, QboApi api, SyncSettings settings, boolean connected, String epoch) {
    public RowKey key(RecordKind kind, LocalId id) {
        return new RowKey(tenant, realm.value(), kind.word(), id.value());
    }

    public RowKey key(RecordRef ref) {
        return key(ref.kind(), ref.id());
    }

    public RowKey ownKey(String kind, String id) {
        return new RowKey(tenant, realm.value(), kind, id);
    }

    public CompanyScope inBackground() {
        return new CompanyScope(tenant, realm, api.background(), settings, connected, epoch);
    }
}
