package dev.tieout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import dev.tieout.spi.LocalRecords;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link LocalRecords} must do. Extend {@link ClientRecordsContract} or {@link ServiceItemRecordsContract},
 * give it your records, and run it with JUnit. The tests are final. Each uses firms of its own, whose records stay
 * behind, since an app's records cannot be deleted through this interface.
 *
 * @param <T> the kind of record
 */
public abstract class LocalRecordsContract<T> {
    private @Nullable LocalRecords<T> records;

    /** For subclasses. */
    protected LocalRecordsContract() {}

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

    private LocalRecords<T> opened() {
        return Objects.requireNonNull(records, "records() returned null");
    }

    private TenantId tenant() {
        TenantId tenant = TenantId.of("contract-" + UUID.randomUUID());
        addFirm(tenant);
        return tenant;
    }

    private static LocalId newId() {
        return LocalId.of("c-" + UUID.randomUUID());
    }

    private LocalId create(TenantId tenant, String key, String name) {
        return opened().create(tenant, key, record(newId(), name, true));
    }

    private List<T> all(TenantId tenant) {
        try (Stream<T> stream = opened().all(tenant)) {
            return stream.toList();
        }
    }

    private Optional<String> nameOf(TenantId tenant, LocalId id) {
        return opened().find(tenant, id).map(this::nameOf);
    }

    /** A firm without records has none, and an unknown id is empty. */
    @Test
    public final void unknownIdIsEmpty() {
        TenantId tenant = tenant();

        assertThat(opened().find(tenant, newId())).isEmpty();
        assertThat(all(tenant)).isEmpty();
    }

    /** A created record is found under the id that the app answered, and carries that id. */
    @Test
    public final void createdRecordIsFoundUnderItsId() {
        TenantId tenant = tenant();
        LocalId id = create(tenant, "key-1", "Ünal & S\u00f6hne \"O'Brien\"");

        T found = opened().find(tenant, id).orElseThrow();

        assertThat(idOf(found)).isEqualTo(id);
        assertThat(nameOf(found)).isEqualTo("Ünal & S\u00f6hne \"O'Brien\"");
        assertThat(isActive(found)).isTrue();
        assertThat(all(tenant)).extracting(this::idOf).containsExactly(id);
    }

    /** A second create with the same key answers the first one's id and changes nothing. */
    @Test
    public final void sameKeyCreatesOnce() {
        TenantId tenant = tenant();
        LocalId first = create(tenant, "key-1", "first");

        assertThat(create(tenant, "key-1", "second")).isEqualTo(first);
        assertThat(all(tenant)).hasSize(1);
        assertThat(nameOf(tenant, first)).contains("first");
    }

    /** The key of a record that was changed and made inactive since still names that record. */
    @Test
    public final void keyIsRememberedAfterLaterChanges() {
        TenantId tenant = tenant();
        LocalId first = create(tenant, "key-1", "first");
        opened().update(tenant, record(first, "renamed", true));
        opened().deactivate(tenant, first);

        assertThat(create(tenant, "key-1", "again")).isEqualTo(first);
        assertThat(nameOf(tenant, first)).contains("renamed");
        assertThat(opened().find(tenant, first).map(this::isActive)).contains(false);
    }

    /** Other keys, and the same key in another firm, create further records. */
    @Test
    public final void otherKeysAndOtherFirmsCreateFurtherRecords() {
        TenantId tenant = tenant();
        TenantId other = tenant();
        String key = "k".repeat(100);
        LocalId first = create(tenant, key, "first");
        LocalId second = create(tenant, "K".repeat(100), "second");
        LocalId elsewhere = create(other, key, "elsewhere");

        assertThat(second).isNotEqualTo(first);
        assertThat(all(tenant)).extracting(this::nameOf).containsExactlyInAnyOrder("first", "second");
        assertThat(all(other)).extracting(this::nameOf).containsExactly("elsewhere");
        assertThat(nameOf(other, elsewhere)).contains("elsewhere");
    }

    /** An update replaces the record and no other. */
    @Test
    public final void updateReplacesTheRecordAndNoOther() {
        TenantId tenant = tenant();
        LocalId one = create(tenant, "1", "one");
        LocalId two = create(tenant, "2", "two");

        opened().update(tenant, record(one, "changed", true));

        assertThat(nameOf(tenant, one)).contains("changed");
        assertThat(nameOf(tenant, two)).contains("two");
        assertThat(all(tenant)).hasSize(2);
    }

    /** An update of a record that the app does not have does nothing, and does not fail. */
    @Test
    public final void updateOfAnUnknownRecordDoesNothing() {
        TenantId tenant = tenant();
        TenantId other = tenant();
        LocalId elsewhere = create(other, "1", "elsewhere");
        LocalId unknown = newId();

        opened().update(tenant, record(unknown, "x", true));
        opened().update(tenant, record(elsewhere, "x", true));

        assertThat(all(tenant)).isEmpty();
        assertThat(nameOf(other, elsewhere)).contains("elsewhere");
    }

    /** A deactivated record stays, inactive; an unknown id is no error. */
    @Test
    public final void deactivatedRecordStaysAndIsInactive() {
        TenantId tenant = tenant();
        LocalId one = create(tenant, "1", "one");
        create(tenant, "2", "two");

        opened().deactivate(tenant, one);
        opened().deactivate(tenant, one);
        opened().deactivate(tenant, newId());

        assertThat(opened().find(tenant, one).map(this::isActive)).contains(false);
        assertThat(nameOf(tenant, one)).contains("one");
        assertThat(all(tenant)).extracting(this::isActive).containsExactlyInAnyOrder(true, false);
    }

    /** Deactivating in one firm leaves the others alone. */
    @Test
    public final void deactivatingStaysWithinTheFirm() {
        TenantId other = tenant();
        LocalId elsewhere = create(other, "1", "elsewhere");

        opened().deactivate(tenant(), elsewhere);

        assertThat(opened().find(other, elsewhere).map(this::isActive)).contains(true);
    }

    /** Of creates with the same key at once, one makes a record and all answer its id. */
    @Test
    public final void manyCreatesWithOneKeyMakeOneRecord() {
        assumeTrue(powers().contains(Power.CONCURRENT_WRITERS), "the records do not declare CONCURRENT_WRITERS");
        TenantId tenant = tenant();
        for (int round = 1; round <= 20; round++) {
            String key = "key-" + round;
            assertThat(new HashSet<>(Race.run(thread -> create(tenant, key, "by " + thread))))
                    .hasSize(1);
            assertThat(all(tenant)).hasSize(round);
        }
    }
}
