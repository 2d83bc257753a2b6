package dev.tieout.qbo.sync.internal.row;

import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.sync.internal.row.People.Said;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records of QuickBooks that a person keeps out of the app: they are never made one of its records, by the feed neither, until
 * a person says otherwise. Each is an ordinary row.
 */
public final class Excluded {
    private static final String KIND = "excluded";
    private static final String OUT = "OUT";
    private static final String IN = "IN";

    private Excluded() {}

    /** Keeps a record out, or lets it in again. */
    public static void set(SyncStore store, TenantId tenant, String realm, Subject of, boolean out, Said said) {
        RowKey key = key(tenant, realm, of);
        RecordRows.mark(store, key, row -> {
            boolean known = row != null && row.state().equals(OUT);
            if (known == out) {
                return null;
            }
            Map<String, @Nullable Object> o = new LinkedHashMap<>();
            o.put("format", "1");
            o.put("kind", of.kind().word());
            o.put("remoteId", of.remoteId());
            o.put("by", said.by());
            o.put("at", said.at());
            return new SyncRow(key, null, out ? OUT : IN, null, Json.write(o), row == null ? 0 : row.version());
        });
    }

    public static boolean is(SyncStore store, TenantId tenant, String realm, Subject of) {
        return store.find(key(tenant, realm, of))
                .filter(row -> row.state().equals(OUT))
                .isPresent();
    }

    /** All records of a kind that are kept out of the app, with who said so. */
    public static Map<RemoteId, Said> all(RecordRows rows, TenantId tenant, String realm, RecordKind kind) {
        Map<RemoteId, Said> all = new LinkedHashMap<>();
        for (SyncRow row : rows.all(tenant, realm, new RecordKind(KIND), OUT).toList()) {
            Map<String, Object> o = Json.read(row.document());
            if (kind.word().equals(Json.required(o, "kind"))) {
                all.put(
                        RemoteId.of(Json.required(o, "remoteId")),
                        new Said(Json.text(o, "by"), Instant.parse(Json.required(o, "at")), false));
            }
        }
        return all;
    }

    private static RowKey key(TenantId tenant, String realm, Subject of) {
        return new RowKey(tenant, realm, KIND, Offer.id(of.kind(), of.remoteId()));
    }

    /** A record of QuickBooks. */
    public record Subject(RecordKind kind, RemoteId remoteId) {}
}
