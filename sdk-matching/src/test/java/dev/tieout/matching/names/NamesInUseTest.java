package dev.tieout.matching.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.LocalId;
import dev.tieout.matching.names.NameUse.Owner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class NamesInUseTest {
    private static final LocalId ANN = LocalId.of("ann");
    private static final LocalId BOB = LocalId.of("bob");

    private final NamesInUse names = new NamesInUse();

    @Test
    void customersVendorsAndEmployeesShareOneSpace() {
        names.put(new NameUse(Owner.CUSTOMER, "1", "Ann Smith", true));
        names.put(new NameUse(Owner.VENDOR, "1", "Bell Phone", true));
        names.put(new NameUse(Owner.EMPLOYEE, "1", "Emily Platt", true));

        assertThat(names.isFree("ann  smith")).isFalse();
        assertThat(names.isFree("BELL PHONE")).isFalse();
        assertThat(names.isFree("Emily Platt ")).isFalse();
        assertThat(names.isFree("Emily Plat")).isTrue();
        assertThat(names.size()).isEqualTo(3);
    }

    @Test
    void anInactiveRecordTakesItsNameWithAndWithoutTheSuffix() {
        names.put(new NameUse(Owner.CUSTOMER, "1", "Ann Smith (deleted)", false));
        names.put(new NameUse(Owner.CUSTOMER, "2", "Bob Jones", false));

        assertThat(names.isFree("Ann Smith")).isFalse();
        assertThat(names.isFree("Ann Smith (deleted)")).isFalse();
        assertThat(names.isFree("Bob Jones (deleted)")).isFalse();
        assertThat(names.takenBy("Ann Smith")).contains(new NameUse(Owner.CUSTOMER, "1", "Ann Smith (deleted)", false));
    }

    @Test
    void theFirstBearerIsActiveThenCustomerThenLowestId() {
        names.put(new NameUse(Owner.EMPLOYEE, "3", "Ann", true));
        names.put(new NameUse(Owner.CUSTOMER, "10", "Ann (deleted)", false));
        assertThat(names.takenBy("Ann")).map(NameUse::owner).contains(Owner.EMPLOYEE);

        names.put(new NameUse(Owner.CUSTOMER, "12", "Ann", true));
        names.put(new NameUse(Owner.CUSTOMER, "9", "ann", true));
        assertThat(names.takenBy("Ann")).map(NameUse::id).contains("9");
    }

    @Test
    void aRenamedRecordFreesItsOldName() {
        names.put(new NameUse(Owner.CUSTOMER, "1", "Ann Smith", true));
        names.put(new NameUse(Owner.CUSTOMER, "1", "Ann Jones", true));

        assertThat(names.isFree("Ann Smith")).isTrue();
        assertThat(names.isFree("Ann Jones")).isFalse();
        assertThat(names.size()).isEqualTo(1);
    }

    @Test
    void aRemovedRecordFreesItsNameUnlessAnotherBearsIt() {
        names.put(new NameUse(Owner.CUSTOMER, "1", "Ann Smith", true));
        names.put(new NameUse(Owner.VENDOR, "1", "Ann Smith", true));

        assertThat(names.remove(Owner.CUSTOMER, "1")).isTrue();
        assertThat(names.remove(Owner.CUSTOMER, "1")).isFalse();
        assertThat(names.isFree("Ann Smith")).isFalse();
        assertThat(names.remove(Owner.VENDOR, "1")).isTrue();
        assertThat(names.isFree("Ann Smith")).isTrue();
    }

    @Test
    void aPromiseHoldsForOneRecordUntilItIsReleased() {
        assertThat(names.reserve("Ann Smith", ANN)).isTrue();
        assertThat(names.reserve("ANN SMITH", ANN)).isTrue();
        assertThat(names.reserve("Ann Smith", BOB)).isFalse();
        assertThat(names.isFree("Ann Smith")).isFalse();
        assertThat(names.takenBy("ann smith")).contains(new NameUse(Owner.PROMISED, "ann", "Ann Smith", true));

        assertThat(names.release("Ann Smith", BOB)).isFalse();
        assertThat(names.release("Ann Smith", ANN)).isTrue();
        assertThat(names.reserve("Ann Smith", BOB)).isTrue();
    }

    @Test
    void aNameThatIsBorneCannotBePromised() {
        names.put(new NameUse(Owner.CUSTOMER, "1", "Ann Smith", true));

        assertThat(names.reserve("Ann Smith", ANN)).isFalse();
        assertThat(names.reserve(" \u200B", ANN)).isFalse();
    }

    @Test
    void aRefusedNameStaysTakenUntilRefusalsAreForgotten() {
        names.refused("Ann Smith");

        assertThat(names.isFree("ann smith")).isFalse();
        assertThat(names.reserve("Ann Smith", ANN)).isFalse();
        assertThat(names.takenBy("ann smith")).contains(new NameUse(Owner.REFUSED, "", "Ann Smith", true));
        names.forgetRefusals();
        assertThat(names.isFree("Ann Smith")).isTrue();
    }

    @Test
    void onlyRecordsOfQuickBooksCanBePut() {
        assertThatThrownBy(() -> names.put(new NameUse(Owner.PROMISED, "1", "Ann Smith", true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PROMISED")
                .hasMessageNotContaining("Ann");
    }

    @Test
    void ofManyThreadsOneGetsTheName() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 50; round++) {
                String name = "Ann Smith " + round;
                List<Callable<Boolean>> claims = List.of("a", "b", "c", "d").stream()
                        .map(id -> claim(name, id))
                        .toList();
                int won = 0;
                for (Future<Boolean> claim : pool.invokeAll(claims)) {
                    won += claim.get() ? 1 : 0;
                }
                assertThat(won).isEqualTo(1);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void itHoldsWhatAMapHoldsThroughRandomChanges() {
        Random random = new Random(45);
        Map<String, NameUse> reference = new HashMap<>();
        for (int i = 0; i < 30_000; i++) {
            Owner owner = Owner.ofRank(random.nextInt(3));
            String id = Integer.toString(random.nextInt(400));
            if (random.nextInt(3) == 0) {
                assertThat(names.remove(owner, id)).isEqualTo(reference.remove(owner + id) != null);
            } else {
                NameUse use = new NameUse(owner, id, "name " + random.nextInt(150), random.nextBoolean());
                names.put(use);
                reference.put(owner + id, use);
            }
            String asked = "NAME " + random.nextInt(150);
            boolean borne = reference.values().stream()
                    .anyMatch(use -> NameRules.collisionKey(use.name()).equals(NameRules.collisionKey(asked)));
            assertThat(names.isFree(asked)).as("step %d", i).isEqualTo(!borne);
        }
        assertThat(names.size()).isEqualTo(reference.size());
        reference.values().forEach(use -> assertThat(names.takenBy(use.name())).isPresent());
    }

    @Test
    void sharedNamesStayCheap() {
        for (int i = 0; i < 100_000; i++) {
            names.put(new NameUse(Owner.CUSTOMER, Integer.toString(i), "Tax 2026", true));
        }
        for (int i = 0; i < 100_000; i++) {
            names.remove(Owner.CUSTOMER, Integer.toString(i));
        }

        assertThat(names.size()).isZero();
        assertThat(names.isFree("Tax 2026")).isTrue();
    }

    private Callable<Boolean> claim(String name, String id) {
        return () -> names.reserve(name, LocalId.of(id));
    }
}
