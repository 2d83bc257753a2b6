package dev.tieout.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.spi.SaveResult;
import dev.tieout.spi.StoredTokens;
import dev.tieout.spi.TokenStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TokenStore} must do. Extend it, give it your store, and run it with JUnit. The tests are final, use
 * tenants and realms of their own and delete them.
 */
public abstract class TokenStoreContract extends StoreContract<TokenStore> {
    /** For subclasses. */
    protected TokenStoreContract() {}

    @Override
    final void delete(TokenStore open, TenantId tenant) {
        open.delete(tenant);
    }

    private static RealmId realm() {
        return RealmId.of(Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000_000L, Long.MAX_VALUE)));
    }

    private StoredTokens saved(StoredTokens tokens) {
        assertThat(opened().save(tokens)).isEqualTo(SaveResult.SAVED);
        return opened().find(tokens.tenant()).orElseThrow();
    }

    /** A tenant that never connected has no row, and an unknown realm no tenant. */
    @Test
    public final void unknownTenantAndRealmAreEmpty() {
        assertThat(opened().find(tenant())).isEmpty();
        assertThat(opened().findTenant(realm())).isEmpty();
    }

    /** A new row gets version 1 and its document comes back to the letter. */
    @Test
    public final void newRowComesBackToTheLetter() {
        TenantId tenant = tenant();
        RealmId realm = realm();
        String document = "{\"access\":\"" + "eyJ-._'\\\"\u00e9\uD83D\uDE00".repeat(400) + "\"}";

        assertThat(saved(new StoredTokens(tenant, realm, document, 0)))
                .isEqualTo(new StoredTokens(tenant, realm, document, 1));
        assertThat(opened().findTenant(realm)).contains(tenant);
    }

    /** A save of the version that was read replaces the row and raises the version by one. */
    @Test
    public final void saveOfTheReadVersionReplacesTheRow() {
        StoredTokens first = saved(new StoredTokens(tenant(), realm(), "a", 0));

        assertThat(saved(new StoredTokens(first.tenant(), first.realm(), "b", 1)))
                .isEqualTo(new StoredTokens(first.tenant(), first.realm(), "b", 2));
    }

    /** A save of an older version is {@code STALE}: an old refresh token never overwrites a newer one. */
    @Test
    public final void saveOfAnOlderVersionIsStaleAndChangesNothing() {
        StoredTokens first = saved(new StoredTokens(tenant(), realm(), "a", 0));
        StoredTokens second = saved(new StoredTokens(first.tenant(), first.realm(), "b", 1));

        assertThat(opened().save(new StoredTokens(first.tenant(), first.realm(), "late", 1)))
                .isEqualTo(SaveResult.STALE);
        assertThat(opened().save(new StoredTokens(first.tenant(), first.realm(), "new", 0)))
                .isEqualTo(SaveResult.STALE);
        assertThat(opened().find(first.tenant())).contains(second);
    }

    /** A late save after a disconnect is {@code STALE} and does not bring the tokens back. */
    @Test
    public final void savingADeletedRowIsStale() {
        StoredTokens stored = saved(new StoredTokens(tenant(), realm(), "a", 0));
        opened().delete(stored.tenant());

        assertThat(opened().save(stored)).isEqualTo(SaveResult.STALE);
        assertThat(opened().find(stored.tenant())).isEmpty();
    }

    /** A realm that one tenant holds is {@code TAKEN} for others, and nothing changes. */
    @Test
    public final void realmOfAnotherTenantIsTaken() {
        StoredTokens holder = saved(new StoredTokens(tenant(), realm(), "a", 0));
        StoredTokens other = saved(new StoredTokens(tenant(), realm(), "b", 0));
        TenantId third = tenant();

        assertThat(opened().save(new StoredTokens(third, holder.realm(), "c", 0)))
                .isEqualTo(SaveResult.TAKEN);
        assertThat(opened().save(new StoredTokens(other.tenant(), holder.realm(), "b", 1)))
                .isEqualTo(SaveResult.TAKEN);
        assertThat(opened().find(third)).isEmpty();
        assertThat(opened().find(other.tenant())).contains(other);
        assertThat(opened().findTenant(holder.realm())).contains(holder.tenant());
    }

    /** A tenant that connects another company frees the realm it had. */
    @Test
    public final void changingTheRealmFreesTheOldOne() {
        StoredTokens first = saved(new StoredTokens(tenant(), realm(), "a", 0));
        RealmId next = realm();
        saved(new StoredTokens(first.tenant(), next, "b", 1));

        assertThat(opened().findTenant(first.realm())).isEmpty();
        assertThat(opened().findTenant(next)).contains(first.tenant());
        saved(new StoredTokens(tenant(), first.realm(), "c", 0));
    }

    /** Deleting frees the realm, may be repeated, and leaves others alone. */
    @Test
    public final void deletingFreesTheRealmAndNothingElse() {
        StoredTokens gone = saved(new StoredTokens(tenant(), realm(), "a", 0));
        StoredTokens stays = saved(new StoredTokens(tenant(), realm(), "b", 0));

        opened().delete(gone.tenant());
        opened().delete(gone.tenant());

        assertThat(opened().find(gone.tenant())).isEmpty();
        assertThat(opened().findTenant(gone.realm())).isEmpty();
        assertThat(opened().find(stays.tenant())).contains(stays);
        saved(new StoredTokens(tenant(), gone.realm(), "c", 0));
    }

    /** Of writers that save the same version at once, exactly one wins each round. */
    @Test
    public final void oneOfManyWritersOfAVersionWins() {
        assumeTrue(powers().contains(Power.CONCURRENT_WRITERS), "the store does not declare CONCURRENT_WRITERS");
        TenantId tenant = tenant();
        RealmId realm = realm();
        for (int round = 0; round < 20; round++) {
            long version = round;
            List<SaveResult> results =
                    Race.run(thread -> opened().save(new StoredTokens(tenant, realm, "t" + thread, version)));

            assertThat(Collections.frequency(results, SaveResult.SAVED)).isEqualTo(1);
            assertThat(opened().find(tenant).orElseThrow().version()).isEqualTo(version + 1);
        }
    }

    /** Of tenants that claim the same realm at once, exactly one gets it. */
    @Test
    public final void oneOfManyClaimsOfARealmWins() {
        assumeTrue(powers().contains(Power.CONCURRENT_WRITERS), "the store does not declare CONCURRENT_WRITERS");
        for (int round = 0; round < 20; round++) {
            RealmId realm = realm();
            List<TenantId> claimants = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                claimants.add(tenant());
            }
            List<SaveResult> results =
                    Race.run(thread -> opened().save(new StoredTokens(claimants.get(thread), realm, "t", 0)));

            assertThat(Collections.frequency(results, SaveResult.SAVED)).isEqualTo(1);
            assertThat(Collections.frequency(results, SaveResult.TAKEN)).isEqualTo(results.size() - 1);
        }
    }

    /** What was saved is there after the store was opened again. */
    @Test
    public final void rowsSurviveReopening() {
        assumeTrue(powers().contains(Power.DURABLE), "the store does not declare DURABLE");
        StoredTokens stored = saved(new StoredTokens(tenant(), realm(), "a", 0));

        TokenStore again = reopen(opened());

        assertThat(again.find(stored.tenant())).contains(stored);
        assertThat(again.findTenant(stored.realm())).contains(stored.tenant());
        reopened(again);
    }
}
