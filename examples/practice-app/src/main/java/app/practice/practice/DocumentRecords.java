package app.practice.practice;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.LocalRecord;
import dev.tieout.spi.LocalRecords;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the library reads of the practice, and where changes made in QuickBooks arrive. */
abstract class DocumentRecords<T> implements LocalRecords<T> {
    private final Documents documents;
    private final String kind;
    private final Class<T> type;

    DocumentRecords(Documents documents, String kind, Class<T> type) {
        this.documents = documents;
        this.kind = kind;
        this.type = type;
    }

    abstract LocalId id(T record);

    abstract String name(T record);

    abstract T withId(T record, LocalId id);

    abstract T inactive(T record);

    @Override
    public Stream<T> all(TenantId tenant) {
        return documents.all(tenant, kind, type).stream();
    }

    @Override
    public Optional<LocalRecord<T>> find(TenantId tenant, LocalId id) {
        return documents
                .find(tenant, kind, id, type)
                .map(stored -> new LocalRecord<>(stored.record(), Long.toString(stored.version())));
    }

    @Override
    public LocalOutcome create(TenantId tenant, String idempotencyKey, T proposal) {
        // The same key makes the same id, so that a second call finds what the first one made.
        LocalId id = LocalId.of(
                UUID.nameUUIDFromBytes(idempotencyKey.getBytes(StandardCharsets.UTF_8)).toString());
        T record = withId(proposal, id);
        documents.insert(tenant, kind, id, name(record), record, idempotencyKey);
        return done(tenant, id);
    }

    @Override
    public LocalOutcome update(TenantId tenant, T record, String basedOn) {
        LocalId id = id(record);
        return documents.save(tenant, kind, id, name(record), record, Long.parseLong(basedOn))
                ? done(tenant, id)
                : find(tenant, id).isPresent() ? new LocalOutcome.Stale() : new LocalOutcome.Missing();
    }

    @Override
    public LocalOutcome deactivate(TenantId tenant, LocalId id) {
        for (int tries = 0; tries < 10; tries++) {
            Optional<LocalRecord<T>> found = find(tenant, id);
            if (found.isEmpty()) {
                return new LocalOutcome.Missing();
            }
            T record = inactive(found.get().record());
            LocalOutcome outcome = update(tenant, record, found.get().version());
            if (!(outcome instanceof LocalOutcome.Stale)) {
                return outcome;
            }
        }
        return new LocalOutcome.Refused("The record is being edited; it is tried again.");
    }

    private LocalOutcome done(TenantId tenant, LocalId id) {
        return find(tenant, id)
                .<LocalOutcome>map(found -> new LocalOutcome.Done(id, found.version()))
                .orElseGet(LocalOutcome.Missing::new);
    }
}
