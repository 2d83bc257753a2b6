package dev.tieout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.LocalRecord;
import dev.tieout.spi.LocalRecords;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/**
 * The records under test, and what the tests of {@link LocalRecordsContract} are written in.
 *
 * @param <T> the kind of record
 */
abstract class RecordsContract<T> {
    private @Nullable LocalRecords<T> records;

    RecordsContract() {}

    /**
     * Opens the records under test. Called once before each test.
     *
     * @return the records
     */
    protected abstract LocalRecords<T> records();

    /**
     * Makes a firm known to the app, so that records can be added to it.
     *
     * @param tenant a firm that no test has used yet
     */
    protected void addFirm(TenantId tenant) {}

    /**
     * Makes a record.
     *
     * @param id its id
     * @param name its name
     * @param active whether it is active
     * @return the record
     */
    protected abstract T record(LocalId id, String name, boolean active);

    /**
     * Tells a record's id.
     *
     * @param record the record
     * @return the id
     */
    protected abstract LocalId idOf(T record);

    /**
     * Tells a record's name.
     *
     * @param record the record
     * @return the name
     */
    protected abstract String nameOf(T record);

    /**
     * Tells whether a record is active.
     *
     * @param record the record
     * @return whether it is
     */
    protected abstract boolean isActive(T record);

    /**
     * Saves a record as a user of the app does, past {@link LocalRecords}. Override it: without it nothing shows that a
     * user's save changes the version, and that test is reported as skipped.
     *
     * @param tenant the firm
     * @param record the new content of a record that the app has
     * @return whether it was saved; {@code false} if this is not overridden
     */
    protected boolean saveAsUser(TenantId tenant, T record) {
        return false;
    }

    /**
     * What the records can do.
     *
     * @return the powers; by default {@link Power#CONCURRENT_WRITERS}
     */
    protected Set<Power> powers() {
        return EnumSet.of(Power.CONCURRENT_WRITERS);
    }

    @BeforeEach
    final void open() {
        records = records();
    }

    final LocalRecords<T> opened() {
        return Objects.requireNonNull(records, "records() returned null");
    }

    final TenantId tenant() {
        TenantId tenant = TenantId.of("contract-" + UUID.randomUUID());
        addFirm(tenant);
        return tenant;
    }

    static LocalId newId() {
        return LocalId.of("c-" + UUID.randomUUID());
    }

    final LocalId create(TenantId tenant, String key, String name) {
        return done(opened().create(tenant, key, record(newId(), name, true))).id();
    }

    static LocalOutcome.Done done(LocalOutcome outcome) {
        assertThat(outcome).isInstanceOf(LocalOutcome.Done.class);
        return (LocalOutcome.Done) outcome;
    }

    final T found(TenantId tenant, LocalId id) {
        return opened().find(tenant, id).orElseThrow().record();
    }

    final String version(TenantId tenant, LocalId id) {
        return opened().find(tenant, id).orElseThrow().version();
    }

    final LocalOutcome update(TenantId tenant, LocalId id, String name) {
        return opened().update(tenant, record(id, name, true), version(tenant, id));
    }

    final List<T> all(TenantId tenant) {
        try (Stream<T> stream = opened().all(tenant)) {
            return stream.toList();
        }
    }

    final Optional<String> nameOf(TenantId tenant, LocalId id) {
        return opened().find(tenant, id).map(LocalRecord::record).map(this::nameOf);
    }
}
