package dev.tieout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.LocalRecords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link LocalRecords} must do. Extend {@link ClientRecordsContract} or {@link ServiceItemRecordsContract},
 * give it your records, and run it with JUnit. The tests are final. Each uses firms of its own, whose records stay
 * behind, since an app's records cannot be deleted through this interface.
 *
 * @param <T> the kind of record
 */
public abstract class LocalRecordsContract<T> extends RecordsContract<T> {
    /** For subclasses. */
    protected LocalRecordsContract() {}

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

        T found = found(tenant, id);

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
        done(update(tenant, first, "renamed"));
        done(opened().deactivate(tenant, first));

        assertThat(create(tenant, "key-1", "again")).isEqualTo(first);
        assertThat(nameOf(tenant, first)).contains("renamed");
        assertThat(isActive(found(tenant, first))).isFalse();
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

        assertThat(done(update(tenant, one, "changed")).id()).isEqualTo(one);

        assertThat(nameOf(tenant, one)).contains("changed");
        assertThat(nameOf(tenant, two)).contains("two");
        assertThat(all(tenant)).hasSize(2);
    }

    /** An update of a record that the app does not have is {@code Missing}, and makes none. */
    @Test
    public final void updateOfAnUnknownRecordIsMissing() {
        TenantId tenant = tenant();
        TenantId other = tenant();
        LocalId elsewhere = create(other, "1", "elsewhere");
        String version = version(other, elsewhere);

        assertThat(opened().update(tenant, record(newId(), "x", true), version)).isEqualTo(new LocalOutcome.Missing());
        assertThat(opened().update(tenant, record(elsewhere, "x", true), version))
                .isEqualTo(new LocalOutcome.Missing());
        assertThat(all(tenant)).isEmpty();
        assertThat(nameOf(other, elsewhere)).contains("elsewhere");
    }

    /** An update that was computed from an older version is {@code Stale} and changes nothing. */
    @Test
    public final void updateAgainstAnOldVersionIsStaleAndChangesNothing() {
        TenantId tenant = tenant();
        LocalId one = create(tenant, "1", "one");
        String old = version(tenant, one);
        done(update(tenant, one, "two"));
        String current = version(tenant, one);

        assertThat(opened().update(tenant, record(one, "lost", true), old)).isEqualTo(new LocalOutcome.Stale());
        assertThat(nameOf(tenant, one)).contains("two");
        assertThat(version(tenant, one)).isEqualTo(current);

        done(opened().deactivate(tenant, one));
        assertThat(opened().update(tenant, record(one, "lost", true), current)).isEqualTo(new LocalOutcome.Stale());
        assertThat(isActive(found(tenant, one))).isFalse();
    }

    /** What a user of the app saved after the record was read makes an update {@code Stale}, and stays. */
    @Test
    public final void updateOverAUsersSaveIsStaleAndKeepsIt() {
        TenantId tenant = tenant();
        LocalId one = create(tenant, "1", "one");
        String read = version(tenant, one);
        assumeTrue(saveAsUser(tenant, record(one, "by a user", true)), "saveAsUser is not overridden");

        assertThat(opened().update(tenant, record(one, "lost", true), read)).isEqualTo(new LocalOutcome.Stale());
        assertThat(nameOf(tenant, one)).contains("by a user");
        done(update(tenant, one, "two"));
    }

    /** Each change gives the record another version, and its outcome tells the one that a look-up tells. */
    @Test
    public final void versionChangesWithEachChange() {
        TenantId tenant = tenant();
        List<String> versions = new ArrayList<>();
        LocalOutcome.Done last = done(opened().create(tenant, "1", record(newId(), "one", true)));
        LocalId id = last.id();
        versions.add(version(tenant, id));
        for (String name : List.of("two", "three", "four")) {
            assertThat(last.version()).isEqualTo(version(tenant, id));
            last = done(opened().update(tenant, record(id, name, true), last.version()));
            versions.add(version(tenant, id));
        }
        last = done(opened().deactivate(tenant, id));
        versions.add(version(tenant, id));

        assertThat(last.version()).isEqualTo(version(tenant, id));
        assertThat(versions).doesNotHaveDuplicates();
    }

    /** As long as nobody changes a record, its version stays. */
    @Test
    public final void versionStaysWhileNothingChanges() {
        TenantId tenant = tenant();
        LocalId one = create(tenant, "1", "one");
        String version = version(tenant, one);

        assertThat(version(tenant, one)).isEqualTo(version);
        assertThat(opened().create(tenant, "1", record(newId(), "again", true)))
                .isEqualTo(new LocalOutcome.Done(one, version));
        assertThat(version(tenant, one)).isEqualTo(version);
    }

    /** A deactivated record stays, inactive; an unknown id is {@code Missing}. */
    @Test
    public final void deactivatedRecordStaysAndIsInactive() {
        TenantId tenant = tenant();
        LocalId one = create(tenant, "1", "one");
        create(tenant, "2", "two");

        assertThat(done(opened().deactivate(tenant, one)).id()).isEqualTo(one);
        assertThat(done(opened().deactivate(tenant, one)).id()).isEqualTo(one);
        assertThat(opened().deactivate(tenant, newId())).isEqualTo(new LocalOutcome.Missing());

        assertThat(isActive(found(tenant, one))).isFalse();
        assertThat(nameOf(tenant, one)).contains("one");
        assertThat(all(tenant)).extracting(this::isActive).containsExactlyInAnyOrder(true, false);
    }

    /** Deactivating in one firm leaves the others alone. */
    @Test
    public final void deactivatingStaysWithinTheFirm() {
        TenantId other = tenant();
        LocalId elsewhere = create(other, "1", "elsewhere");

        assertThat(opened().deactivate(tenant(), elsewhere)).isEqualTo(new LocalOutcome.Missing());
        assertThat(isActive(found(other, elsewhere))).isTrue();
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

    /** Of updates that are based on one version at once, exactly one is stored. */
    @Test
    public final void oneOfManyUpdatesOfAVersionWins() {
        assumeTrue(powers().contains(Power.CONCURRENT_WRITERS), "the records do not declare CONCURRENT_WRITERS");
        TenantId tenant = tenant();
        LocalId id = create(tenant, "1", "one");
        for (int round = 0; round < 20; round++) {
            String name = "round " + round + " by ";
            String version = version(tenant, id);
            List<LocalOutcome> outcomes =
                    Race.run(thread -> opened().update(tenant, record(id, name + thread, true), version));

            assertThat(outcomes).filteredOn(LocalOutcome.Done.class::isInstance).hasSize(1);
            assertThat(Collections.frequency(outcomes, new LocalOutcome.Stale()))
                    .isEqualTo(outcomes.size() - 1);
            assertThat(nameOf(tenant, id)).contains(name + winner(outcomes));
        }
    }

    private static int winner(List<LocalOutcome> outcomes) {
        int winner = 0;
        while (!(outcomes.get(winner) instanceof LocalOutcome.Done)) {
            winner++;
        }
        return winner;
    }
}
