package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.RealmId;
import dev.tieout.RecordKind;
import dev.tieout.TenantId;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.spi.RowKey;
import dev.tieout.sync.SyncSettings;

/**
 * One firm in one QuickBooks company, for the length of one piece of work. Everything the engine reads or writes is
 * keyed by both, so that no firm's data can reach another firm's books. Immutable.
 *
 * @param tenant the firm
 * @param realm the company; the api is pinned to it
 * @param api the company's API
 * @param settings what the firm wants
 */
public record CompanyScope(TenantId tenant, RealmId realm, QboApi api, SyncSettings settings) {

    public RowKey key(RecordKind kind, LocalId id) {
        return new RowKey(tenant, realm.value(), word(kind), id.value());
    }

    public RowKey ownKey(String kind, String id) {
        return new RowKey(tenant, realm.value(), kind, id);
    }

    public static String word(RecordKind kind) {
        return kind.word();
    }

    public static RecordKind kind(String word) {
        return new RecordKind(word);
    }

    /** Tells whether rows of this kind are records, and not the library's own marks. */
    public static boolean isRecord(String word) {
        return Waking.KINDS.stream().anyMatch(kind -> kind.word().equals(word));
    }
}
