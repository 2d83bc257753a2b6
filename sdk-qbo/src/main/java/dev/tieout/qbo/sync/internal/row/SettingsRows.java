package dev.tieout.qbo.sync.internal.row;

import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.spi.RowKey;
import dev.tieout.spi.SyncRow;
import dev.tieout.spi.SyncStore;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.SyncSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each firm wants kept in step, as an ordinary row. A switch that a stored row lacks has its default. Thread-safe. */
public final class SettingsRows {
    private static final String KIND = "settings";
    private static final String STATE = "SETTINGS";

    private final SyncStore store;

    public SettingsRows(SyncStore store) {
        this.store = store;
    }

    public SyncSettings get(TenantId tenant) {
        return store.find(key(tenant)).map(row -> read(row.document())).orElseGet(SyncSettings::defaults);
    }

    public void set(TenantId tenant, SyncSettings settings) {
        RowKey key = key(tenant);
        RecordRows.mark(
                store,
                key,
                row -> new SyncRow(key, null, STATE, null, write(settings), row == null ? 0 : row.version()));
    }

    private static RowKey key(TenantId tenant) {
        return new RowKey(tenant, "", KIND, "all");
    }

    private static String write(SyncSettings settings) {
        Map<String, Object> kinds = new LinkedHashMap<>();
        settings.kinds().forEach((kind, s) -> kinds.put(kind.word(), members(s)));
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("format", "2");
        o.put("kinds", kinds);
        o.put("acceptOtherTotals", settings.acceptOtherTotals());
        o.put("defaultItem", settings.defaultItem());
        o.put("incomeAccount", settings.incomeAccount());
        o.put("askAboutTwins", settings.askAboutTwins());
        o.put("billing", BillingJson.write(settings.billing()));
        o.put("money", MoneyJson.write(settings.money()));
        return Json.write(o);
    }

    /** What travels of one kind, as members of a document. */
    public static Map<String, Object> members(KindSettings settings) {
        Map<String, Object> o = new LinkedHashMap<>();
        o.put("createInQuickBooks", settings.createInQuickBooks());
        o.put("editInQuickBooks", settings.editInQuickBooks());
        o.put("createInApp", settings.createInApp());
        o.put("editInApp", settings.editInApp());
        o.put("conflicts", settings.conflicts().name());
        if (settings.startDate() != null) {
            o.put("startDate", settings.startDate().toString());
        }
        return o;
    }

    static SyncSettings read(String document) {
        Map<String, Object> o = Json.read(document);
        SyncSettings settings = new SyncSettings(
                Map.of(),
                Json.flag(o, "acceptOtherTotals"),
                remoteId(o, "defaultItem"),
                remoteId(o, "incomeAccount"),
                Json.flag(o, "askAboutTwins", true),
                BillingJson.read(Json.object(o, "billing")),
                MoneyJson.read(Json.object(o, "money")));
        Map<String, Object> kinds = Json.object(o, "kinds");
        for (String word : kinds.keySet()) {
            RecordKind kind = new RecordKind(word);
            settings = settings.with(kind, read(Json.object(kinds, word), settings.of(kind)));
        }
        return settings;
    }

    /** Reads them; what is missing is as otherwise. */
    public static KindSettings read(Map<String, Object> o, KindSettings otherwise) {
        @Nullable String conflicts = Json.text(o, "conflicts");
        return otherwise
                .withCreateInQuickBooks(Json.flag(o, "createInQuickBooks", otherwise.createInQuickBooks()))
                .withEditInQuickBooks(Json.flag(o, "editInQuickBooks", otherwise.editInQuickBooks()))
                .withCreateInApp(Json.flag(o, "createInApp", otherwise.createInApp()))
                .withEditInApp(Json.flag(o, "editInApp", otherwise.editInApp()))
                .withStartDate(Json.date(o, "startDate"))
                .withConflicts(conflicts == null ? otherwise.conflicts() : ConflictPolicy.valueOf(conflicts));
    }

    static @Nullable RemoteId remoteId(Map<String, Object> o, String name) {
        @Nullable String id = Json.text(o, name);
        return id == null ? null : RemoteId.of(id);
    }
}
