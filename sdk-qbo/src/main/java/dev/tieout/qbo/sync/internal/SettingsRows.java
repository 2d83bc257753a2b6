package dev.tieout.qbo.sync.internal;

import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.SyncSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each firm's settings, a row of the firm as a whole: they survive a change of company. Thread-safe. */
public final class SettingsRows {
    private final SyncStore store;

    public SettingsRows(SyncStore store) {
        this.store = store;
    }

    /** The firm's settings, or the defaults if it set none. */
    public SyncSettings get(TenantId tenant) {
        return store.find(key(tenant)).map(row -> read(row.document())).orElseGet(SyncSettings::defaults);
    }

    public void set(TenantId tenant, SyncSettings settings) {
        for (; ; ) {
            long version = store.find(key(tenant)).map(SyncRow::version).orElse(0L);
            SyncRow row = new SyncRow(key(tenant), null, "SETTINGS", null, write(settings), version);
            if (store.save(row) == SaveResult.SAVED) {
                return;
            }
        }
    }

    private static RowKey key(TenantId tenant) {
        return new RowKey(tenant, "", "settings", "sync");
    }

    private static String write(SyncSettings settings) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("format", "1");
        o.put("clients", travel(settings.clients()));
        o.put("serviceItems", travel(settings.serviceItems()));
        o.put("invoices", travel(settings.invoices()));
        o.put("payments", travel(settings.payments()));
        o.put("acceptOtherTotals", settings.acceptOtherTotals());
        o.put("defaultItem", settings.defaultItem());
        o.put("incomeAccount", settings.incomeAccount());
        return Json.write(o);
    }

    private static SyncSettings read(String document) {
        Map<String, Object> o = Json.read(document);
        Map<RecordKind, KindSettings> kinds = Map.of(
                RecordKind.CLIENT, readTravel(Json.object(o, "clients")),
                RecordKind.SERVICE_ITEM, readTravel(Json.object(o, "serviceItems")),
                RecordKind.INVOICE, readTravel(Json.object(o, "invoices")),
                RecordKind.PAYMENT, readTravel(Json.object(o, "payments")));
        return new SyncSettings(
                kinds, Json.flag(o, "acceptOtherTotals"), remoteId(o, "defaultItem"), remoteId(o, "incomeAccount"));
    }

    private static Map<String, Object> travel(KindSettings travel) {
        return Map.of(
                "createInQuickBooks", travel.createInQuickBooks(),
                "editInQuickBooks", travel.editInQuickBooks(),
                "createInApp", travel.createInApp(),
                "editInApp", travel.editInApp(),
                "conflicts", travel.conflicts().name());
    }

    private static KindSettings readTravel(Map<String, Object> o) {
        return new KindSettings(
                Json.flag(o, "createInQuickBooks"),
                Json.flag(o, "editInQuickBooks"),
                Json.flag(o, "createInApp"),
                Json.flag(o, "editInApp"),
                ConflictPolicy.valueOf(Json.required(o, "conflicts")));
    }

    private static @Nullable RemoteId remoteId(Map<String, Object> o, String name) {
        @Nullable String id = Json.text(o, name);
        return id == null ? null : RemoteId.of(id);
    }
}
