package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.Catalog;
import dev.tieout.qbo.sync.DecisionListener;
import dev.tieout.qbo.sync.DifferencePlan;
import dev.tieout.qbo.sync.Progress;
import dev.tieout.qbo.sync.TieOut;
import dev.tieout.qbo.sync.TieOutRange;
import dev.tieout.qbo.sync.internal.background.Background;
import dev.tieout.qbo.sync.internal.background.Meter;
import dev.tieout.qbo.sync.internal.decide.Question.Times;
import dev.tieout.qbo.sync.internal.handle.CatalogReads;
import dev.tieout.qbo.sync.internal.handle.Handle;
import dev.tieout.qbo.sync.internal.handle.Lists;
import dev.tieout.qbo.sync.internal.handle.Locks;
import dev.tieout.qbo.sync.internal.handle.TieOutRun;
import dev.tieout.qbo.sync.internal.handle.Waking;
import dev.tieout.qbo.sync.internal.inbound.Adoption;
import dev.tieout.qbo.sync.internal.inbound.ChangeFeed;
import dev.tieout.qbo.sync.internal.inbound.MergeNote;
import dev.tieout.qbo.sync.internal.inbound.Polling;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.kind.Kinds;
import dev.tieout.qbo.sync.internal.kind.TwoWay;
import dev.tieout.qbo.sync.internal.outbound.ChangeCursor;
import dev.tieout.qbo.sync.internal.outbound.CompanyReads;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.outbound.Scopes;
import dev.tieout.qbo.sync.internal.outbound.Told;
import dev.tieout.qbo.sync.internal.row.Excluded;
import dev.tieout.qbo.sync.internal.row.People;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.qbo.sync.internal.row.RecordRows;
import dev.tieout.qbo.sync.internal.row.SettingsRows;
import dev.tieout.spi.SyncStore;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncListener;
import dev.tieout.sync.SyncSettings;
import dev.tieout.sync.SyncStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The engine as the entry points and the setup see it. Thread-safe. */
public final class Engine {
    /** QuickBooks says when something changed; this machine's clock may be ahead of it. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Parts parts;
    private final Scopes scopes;
    private final SettingsRows settings;
    private final Locks locks = new Locks();
    private final Lists lists;
    private final CatalogReads catalogs;
    private final Waking waking;
    private final Background background;
    private final Polling polling;

    /**
     * @param kinds the kinds of record
     * @param requestIds makes random request ids of at most 32 letters and digits
     * @param recorder who is told of decisions, or {@code null}
     */
    public Engine(
            SyncStore store,
            InstantSource clock,
            Kinds kinds,
            Supplier<String> requestIds,
            Scopes scopes,
            SettingsRows settings,
            SyncListener listener,
            @Nullable DecisionListener recorder,
            Polling polling,
            Meter meter,
            String nodeName) {
        this.scopes = scopes;
        this.settings = settings;
        this.polling = polling;
        RecordRows rows = new RecordRows(store, (kind, entity) -> project(kinds.get(kind), entity));
        this.parts = new Parts(
                rows, kinds, clock, requestIds, Times.STANDARD, new CompanyReads(clock), new Told(listener, recorder));
        this.lists = new Lists(parts);
        this.catalogs = new CatalogReads(parts);
        this.waking = new Waking(parts);
        this.background = new Background(parts, scopes, locks, new ChangeFeed(parts, polling, meter), meter, nodeName);
    }

    private static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> Projection project(
            Kind<L, E> kind, String entity) {
        return kind.project(kind.type().fromJson(entity));
    }

    public CompanyScope scope(TenantId tenant) {
        return scopes.of(tenant);
    }

    public InstantSource clock() {
        return parts.clock();
    }

    public Parts parts() {
        return parts;
    }

    public Locks locks() {
        return locks;
    }

    public Lists lists() {
        return lists;
    }

    /** What a host can do with records of a kind. */
    public <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> Handle<L, E> handle(
            TenantId tenant, Kind<L, E> kind) {
        return new Handle<>(parts, locks, () -> scopes.of(tenant), kind);
    }

    public SyncStatus status(TenantId tenant, RecordKind kind, LocalId id) {
        return handle(tenant, parts.kinds().get(kind)).status(id);
    }

    public SyncStatus retry(TenantId tenant, RecordKind kind, LocalId id) {
        return handle(tenant, parts.kinds().get(kind)).retry(id);
    }

    /** Reads a record and puts right what is to be put right by itself. */
    public SyncStatus repair(TenantId tenant, RecordKind kind, LocalId id) {
        return handle(tenant, parts.kinds().get(kind)).look(id);
    }

    /** Settles what a person has looked at, unless it has changed since. */
    public List<SyncStatus> settle(TenantId tenant, DifferencePlan plan, Side side) {
        Handle<?, ?> handle = handle(tenant, parts.kinds().get(plan.kind()));
        List<SyncStatus> became = new ArrayList<>();
        for (SyncStatus shown : plan.records()) {
            SyncStatus now = handle.status(shown.localId());
            boolean same = values(now).equals(values(shown));
            became.add(same ? handle.resolve(shown.localId(), side) : now);
        }
        return became;
    }

    /** What differs and how, whoever would win. */
    private static Set<List<@Nullable String>> values(SyncStatus status) {
        return status.differences().stream()
                .map(each -> Arrays.asList(each.field(), each.app(), each.quickBooks()))
                .collect(Collectors.toSet());
    }

    public TieOut tieOut(TenantId tenant, TieOutRange range, Consumer<TieOut.Entry> each) {
        return new TieOutRun(parts, scopes.of(tenant), range, each).run();
    }

    public Catalog catalog(Supplier<CompanyScope> company) {
        return catalogs.of(company);
    }

    /** What a record is linked with. */
    public Optional<RemoteId> remote(TenantId tenant, RecordKind kind, LocalId id) {
        return Optional.ofNullable(status(tenant, kind, id).remoteId());
    }

    /** The page of a record of QuickBooks there, if it has one of its own. */
    public Optional<String> page(RecordKind kind, RemoteId remote) {
        return parts.kinds().get(kind).page(remote);
    }

    /** What QuickBooks calls records of a kind. */
    public String entity(RecordKind kind) {
        return parts.kinds().get(kind).type().name();
    }

    /** The kind whose records QuickBooks calls so. */
    public Optional<RecordKind> kind(String entity) {
        return parts.kinds().all().stream()
                .filter(kind -> kind.type().name().equals(entity))
                .<RecordKind>map(Kind::name)
                .findFirst();
    }

    public SyncSettings settings(TenantId tenant) {
        return settings.get(tenant);
    }

    /** Changes what a firm wants; all that is not plainly in step is decided anew. */
    public void settings(TenantId tenant, SyncSettings changed) {
        settings.set(tenant, changed);
        scopes.find(tenant).ifPresent(waking::settings);
    }

    /** Makes a record of QuickBooks one of the app: a person decided it. */
    public <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> LocalId adopt(
            CompanyScope scope, TwoWay<L, E> kind, E entity) {
        return new Adoption<>(parts, scope, kind).create(entity);
    }

    /** Keeps a record of QuickBooks out of the app, or lets it in again; a person said so. */
    public void exclude(CompanyScope scope, RecordKind kind, RemoteId id, boolean out, @Nullable String by) {
        Excluded.set(
                parts.store(),
                scope.tenant(),
                scope.realm().value(),
                new Excluded.Subject(kind, id),
                out,
                new People.Said(by, parts.clock().instant(), false));
    }

    /** Starts the reading of changes, if it was not started before. */
    public void startFeed(CompanyScope scope, Instant since) {
        new ChangeCursor(parts.store())
                .start(scope, since, parts.clock().instant().plus(polling.alone()));
    }

    /** A webhook rang: the company's feed is due. */
    public boolean ring(TenantId tenant, Instant startAt) {
        Optional<CompanyScope> scope = scopes.find(tenant);
        scope.ifPresent(s ->
                new ChangeCursor(parts.store()).ring(s, startAt, parts.clock().instant()));
        return scope.isPresent();
    }

    /** A webhook says that a record was merged into another: the link moves in the background. */
    public void merged(TenantId tenant, String entity, RemoteId gone, RemoteId survivor) {
        scopes.find(tenant).ifPresent(scope -> background.noteMerge(scope, entity, gone, survivor));
    }

    /** The connection works again: what rested goes on. */
    public void connectionBack(TenantId tenant) {
        CompanyScope scope = scopes.of(tenant);
        Instant now = parts.clock().instant();
        ChangeCursor cursor = new ChangeCursor(parts.store());
        // A company that is connected for the first time has no change yet to be read.
        cursor.wake(scope, now);
        cursor.start(scope, now.minus(CLOCKS_DIFFER), now.plus(polling.alone()));
        MergeNote.wake(parts.store(), scope, now);
        waking.connectionBack(scope);
    }

    /** Removes every row of a firm, in whatever company. */
    public void purge(TenantId tenant) {
        scopes.find(tenant).ifPresent(scope -> {
            parts.companies().forget(scope.realm());
            catalogs.forget(scope);
        });
        background.purge(tenant);
    }

    public int runDue() {
        return background.run();
    }

    /** What nobody waits for. */
    public Background background() {
        return background;
    }

    public Progress runDue(TenantId tenant, Duration budget) {
        return background.run(tenant, budget);
    }
}
