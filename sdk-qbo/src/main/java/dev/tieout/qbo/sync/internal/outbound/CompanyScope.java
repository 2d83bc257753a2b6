package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.LocalId;
import dev.tieout.RealmId;
import dev.tieout.RecordKind;
import dev.tieout.TenantId;
import dev.tieout.internal.Given;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.connect.Trouble;
import dev.tieout.spi.RowKey;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncProblem;
import dev.tieout.sync.SyncSettings;
import dev.tieout.sync.SyncStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One firm in one QuickBooks company, for the length of one piece of work. Everything the engine reads or writes is
 * keyed by both, so that no firm's data can reach another firm's books. Thread-safe.
 */
public final class CompanyScope {
    /** A turn comes within a minute, unless QuickBooks asks for a minute's rest besides. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TenantId tenant;
    private final RealmId realm;
    private final QboApi api;
    private final Supplier<SyncSettings> settings;
    private final boolean connected;
    private final String epoch;
    private final Link link;

    private CompanyScope(
            TenantId tenant,
            RealmId realm,
            QboApi api,
            Supplier<SyncSettings> settings,
            boolean connected,
            String epoch,
            Link link) {
        this.tenant = tenant;
        this.realm = realm;
        this.api = api;
        this.settings = settings;
        this.connected = connected;
        this.epoch = epoch;
        this.link = link;
    }

    /**
     * @param api the company's API, pinned to it
     * @param settings reads what the firm wants; asked once, and only where it is needed
     * @param link what is wrong with the connection
     */
    static CompanyScope of(
            TenantId tenant,
            RealmId realm,
            QboApi api,
            Supplier<SyncSettings> settings,
            boolean connected,
            String epoch,
            Link link) {
        Once<SyncSettings> once = new Once<>();
        return new CompanyScope(tenant, realm, api, () -> once.get(settings), connected, epoch, link);
    }

    public TenantId tenant() {
        return tenant;
    }

    public RealmId realm() {
        return realm;
    }

    public QboApi api() {
        return api;
    }

    /** What the firm wants. */
    public SyncSettings settings() {
        return settings.get();
    }

    /** Whether the connection can be used. */
    public boolean connected() {
        return connected;
    }

    /** Names the connection: another one lifts the refusals of the one before. */
    public String epoch() {
        return epoch;
    }

    /** What is wrong with the connection. */
    public Optional<Trouble> trouble() {
        return link.trouble();
    }

    /** Until when nothing is written, because QuickBooks would refuse it; {@code null} if it may be tried. */
    public @Nullable Instant pausedUntil(Instant now) {
        return link.pausedUntil(now);
    }

    /** What is wrong with the connection, as the problem of a record that waits for it. */
    public SyncProblem connectionProblem(Instant now) {
        return link.problem(now);
    }

    /** The same status, saying of a record that waits for the connection what is wrong with that, and who can mend it. */
    public SyncStatus beside(SyncStatus status) {
        return link.beside(status);
    }

    /** A person says that the connection's trouble is over: QuickBooks is asked. */
    public void lookAgain() {
        link.lookAgain();
    }

    public RowKey key(RecordKind kind, LocalId id) {
        return new RowKey(
                tenant, realm.value(), kind.word(), Given.value("id", id).value());
    }

    public RowKey key(RecordRef ref) {
        return key(ref.kind(), ref.id());
    }

    public RowKey ownKey(String kind, String id) {
        return new RowKey(tenant, realm.value(), kind, id);
    }

    /** For work that nobody waits for: it waits for its turn rather than give up where a minute's batches are used up. */
    public CompanyScope inBackground() {
        return with(api.background().withMaxWait(PATIENCE));
    }

    /** For many records that somebody waits for: it takes the minutes that QuickBooks' limits make it take. */
    public CompanyScope patient() {
        return with(api.withMaxWait(PATIENCE));
    }

    /** For a reader of another language. */
    public CompanyScope in(Locale locale) {
        return new CompanyScope(tenant, realm, api, settings, connected, epoch, link.in(locale));
    }

    private CompanyScope with(QboApi other) {
        return new CompanyScope(tenant, realm, other, settings, connected, epoch, link);
    }
}
