package dev.tieout.qbo.sync.internal.inbound;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.kind.Reading;
import dev.tieout.qbo.sync.internal.kind.TwoWay;
import dev.tieout.qbo.sync.internal.outbound.Backoff;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.outbound.Settle;
import dev.tieout.qbo.sync.internal.outbound.Turn;
import dev.tieout.qbo.sync.internal.outbound.Work;
import dev.tieout.qbo.sync.internal.row.Excluded;
import dev.tieout.qbo.sync.internal.row.Facts;
import dev.tieout.qbo.sync.internal.row.Offer;
import dev.tieout.qbo.sync.internal.row.People;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.Want;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.RowKey;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.ProblemCause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes records of QuickBooks that are linked with nothing records of the app, or asks about them. */
public final class Adoption<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);

    private final Parts parts;
    private final CompanyScope scope;
    private final TwoWay<L, E> kind;

    public Adoption(Parts parts, CompanyScope scope, TwoWay<L, E> kind) {
        this.parts = parts;
        this.scope = scope;
        this.kind = kind;
    }

    boolean wanted(E entity) {
        KindSettings settings = scope.settings().of(kind.name());
        return settings.createInApp()
                && kind.importable(entity)
                && !Excluded.is(
                        parts.store(),
                        scope.tenant(),
                        scope.realm().value(),
                        new Excluded.Subject(kind.name(), Settle.remoteId(entity)));
    }

    /**
     * Makes an entity a record of the app, unless one of the app's may be the same: then a person is asked, and never a
     * second made unasked.
     *
     * @return the record's id, or {@code null} if none was made
     */
    @Nullable
    LocalId adopt(E entity) {
        Optional<L> alike = alike(entity);
        if (alike.isPresent()) {
            Offer.over(parts.store(), offer(Settle.remoteId(entity)));
            ask(alike.get(), Settle.remoteId(entity));
            return null;
        }
        try {
            LocalId made = create(entity);
            Offer.over(parts.store(), offer(Settle.remoteId(entity)));
            return made;
        } catch (RefusedByApp e) {
            notTaken(entity, ProblemCause.REFUSED_BY_APP, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            notTaken(entity, ProblemCause.APP_FAILED, e.getClass().getSimpleName(), e);
        }
        return null;
    }

    /** One record that the host cannot take must not stop the feed: it is told of, and offered again. */
    private void notTaken(E entity, ProblemCause cause, String reason, RuntimeException e) {
        RemoteId remoteId = Settle.remoteId(entity);
        LOG.warn(
                "record not taken by the app tenant={} kind={} remoteId={} with {}",
                scope.tenant(),
                kind.name(),
                remoteId,
                e.getClass().getName());
        Instant now = parts.clock().instant();
        boolean refused = cause == ProblemCause.REFUSED_BY_APP;
        Offer.refused(
                parts.store(),
                offer(remoteId),
                new Offer(kind.name(), remoteId, cause, reason, 1, now),
                failures -> now.plus(refused ? parts.times().slow() : Backoff.after(failures)));
    }

    private RowKey offer(RemoteId remoteId) {
        return scope.ownKey(Offer.KIND, Offer.id(kind.name(), remoteId));
    }

    /** It changed in QuickBooks: if the app did not take it before, it is offered again now. */
    void changed(E entity) {
        Offer.wake(parts.store(), offer(Settle.remoteId(entity)), parts.clock().instant());
    }

    /**
     * Offers a record again that the app did not take.
     *
     * @return the record's id, or {@code null} if none was made
     */
    @Nullable
    LocalId again(Offer offer) {
        Optional<E> entity =
                Reading.byIds(scope.api(), kind.type(), kind.about().id(), List.of(offer.remoteId())).stream()
                        .findFirst();
        boolean linked = parts.rows()
                .holder(scope.tenant(), scope.realm().value(), kind.name(), offer.remoteId())
                .isPresent();
        if (linked || entity.isEmpty() || !wanted(entity.get())) {
            Offer.over(parts.store(), offer(offer.remoteId()));
            return null;
        }
        return adopt(entity.get());
    }

    private Optional<L> alike(E entity) {
        try (Stream<L> all = kind.records().all(scope.tenant())) {
            List<L> like = all.filter(local -> kind.resembles(local, entity)).toList();
            return like.stream()
                    .filter(local -> parts.rows()
                                    .get(scope.key(kind.name(), kind.id(local)))
                                    .remoteId()
                            == null)
                    .findFirst();
        }
    }

    private void ask(L local, RemoteId remoteId) {
        Turn turn = new Turn(parts, scope, false);
        RecordRow row = parts.rows().get(scope.key(kind.name(), kind.id(local)));
        People people = row.facts().people();
        if (people.out() != null || people.others().contains(remoteId.value())) {
            return;
        }
        Work<?, ?> work = turn.work(kind, row);
        String record = kind.encode(local);
        work.happened(r -> {
            Facts facts = r.facts();
            Want want = facts.want() == null ? new Want(record, null, 1, Want.End.KEEP, false) : facts.want();
            return r.with(facts.with(want).with(facts.people().asking(remoteId.value())));
        });
        turn.run(List.of(work));
    }

    /**
     * Makes a record of QuickBooks one of the app, once however often it is tried.
     *
     * @return its id in the app
     * @throws IllegalStateException if the app refuses it
     */
    public LocalId create(E entity) {
        RemoteId remoteId = Settle.remoteId(entity);
        LocalId name = Offer.name(scope.realm().value(), remoteId);
        L proposal = kind.adopt(name, entity);
        LocalOutcome outcome = kind.records().create(scope.tenant(), name.value(), proposal);
        if (!(outcome instanceof LocalOutcome.Done done)) {
            String why = outcome instanceof LocalOutcome.Refused refused ? refused.reason() : "it is gone again";
            throw new RefusedByApp(why);
        }
        L local = kind.records()
                .find(scope.tenant(), done.id())
                .map(r -> r.record())
                .orElse(proposal);
        Turn turn = new Turn(parts, scope, false);
        Work<?, ?> work = turn.work(kind, parts.rows().get(scope.key(kind.name(), done.id())));
        String record = kind.encode(local);
        Instant now = parts.clock().instant();
        work.happened(row -> {
            Facts facts = row.facts();
            long revision = facts.want() == null ? 1 : facts.want().revision() + 1;
            RecordRow next = row.linkedTo(remoteId)
                    .with(facts.with(new Want(record, null, revision, Want.End.KEEP, false))
                            .with(facts.people().in()));
            return Settle.seen(kind, next, entity, now);
        });
        turn.run(List.of(work));
        return done.id();
    }

    /** Thrown when the app does not take a record. */
    public static final class RefusedByApp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedByApp(String reason) {
            super(reason);
        }
    }
}
