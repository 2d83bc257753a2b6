package dev.tieout.matching.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.RemoteId;
import dev.tieout.matching.search.CustomerHit.Quality;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerSearchTest {
    private final CustomerSearch search = new CustomerSearch();

    @ParameterizedTest
    @CsvSource({
        "fiona gallagher,EXACT",
        "FIONA  GALLAGHER,EXACT",
        "patsy's pies,EXACT",
        "patsys pies,EXACT",
        "fiona@patsyspies.com,EXACT",
        "books@patsyspies.com,EXACT",
        "f,PREFIX",
        "gall fio,PREFIX",
        "fiona pat,PREFIX",
        "allagher,INFIX",
        "fiona lagh,INFIX",
        "galagher,TYPO",
        "fioan gallagher,TYPO",
        "gellahger,ALIKE",
        "fiona@,EMAIL_PREFIX",
        "patsyspies.c,EMAIL_PREFIX",
        "books,EMAIL_PREFIX",
        "syspie,EMAIL_INFIX",
        "gallagher smith,SOME_WORDS",
        "dr gallagher inc,ALIKE",
        "galager,ALIKE",
        "patsys pyes llc,ALIKE",
        "xyz,"
    })
    void aCustomerIsFoundByWhatAPersonTypes(String typed, Quality expected) {
        CustomerSearchEntry fiona = new CustomerSearchEntry(
                RemoteId.of("58"),
                "Fiona Gallagher",
                "Patsy's Pies",
                List.of("fiona@patsyspies.com; Books@PatsysPies.com"),
                true,
                false);
        search.put(fiona);
        assertFound(typed, fiona, expected);

        search.putAll(strangers(500));
        assertFound(typed, fiona, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "bluebird trading,Blue Bird Trading LLC",
        "bob mcallister,Robert McAllister",
        "smythe,Jane Smith",
        "kathryn vandermeer,Catherine Vandermeer",
        "intl shipping,International Shipping Co",
        "acmeworth llc,Acmeworth",
        "sokolovskiy,Дмитрий Соколовский",
        "(303) 555-0187,Zed Yellow",
        "5550187,Zed Yellow",
        "3035550187,Zed Yellow",
        "johnathon q public smithers,Jonathan Smithers"
    })
    void peopleAreFoundAsTheyAreTyped(String typed, String name) {
        search.putAll(strangers(500));
        search.put(new CustomerSearchEntry(
                RemoteId.of("77777"), name, null, List.of(), true, false, List.of("(303) 555-0187")));

        assertThat(search.find(typed).get(0).customer().displayName()).isEqualTo(name);
    }

    @Test
    void freeAndActiveCustomersComeFirstThenByName() {
        search.put(entry("1", "Smith, Zoe", true, false));
        search.put(entry("2", "Smith, Ann", false, false));
        search.put(entry("3", "Smith, Bob", true, true));
        search.put(entry("4", "Smith, Carl", true, false));
        search.put(entry("5", "Smith", false, true));

        assertThat(ids(search.find("smith"))).containsExactly("5", "4", "1", "3", "2");
        assertThat(ids(search.find(" "))).containsExactly("4", "1", "3", "2", "5");
    }

    @Test
    void noMoreThanTwentyAreShownUnlessAsked() {
        search.putAll(strangers(1_100));

        assertThat(search.find("")).hasSize(20);
        assertThat(search.find("", CustomerSearch.MOST_HITS)).hasSize(1_000);
        assertThatThrownBy(() -> search.find("", 1_001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit is 1001, it must be 1 to 1000");
        assertThatThrownBy(() -> search.find("", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChangedCustomerIsFoundByItsNewNameOnly() {
        search.putAll(strangers(300));
        search.put(entry("7", "Walrus", true, false));
        long version = search.version();
        search.put(entry("7", "Penguin", true, false));

        assertThat(search.find("walrus")).isEmpty();
        assertThat(ids(search.find("penguin"))).containsExactly("7");
        assertThat(search.size()).isEqualTo(300);
        assertThat(search.version()).isGreaterThan(version);
    }

    @Test
    void aRemovedCustomerIsGone() {
        search.putAll(strangers(300));

        assertThat(search.remove(RemoteId.of("7"))).isTrue();
        assertThat(search.remove(RemoteId.of("7"))).isFalse();
        assertThat(search.size()).isEqualTo(299);
    }

    @Test
    void namesAppearInNoText() {
        CustomerSearchEntry entry = entry("1", "Secret Person", true, false);
        search.put(entry);

        assertThat(search.find("secret").toString() + entry).doesNotContain("Secret");
    }

    @Test
    void moreEmailFieldsThanCanBeSearchedAreRefused() {
        List<String> emails = Collections.nCopies(101, "a@b.c");

        assertThatThrownBy(() -> new CustomerSearchEntry(RemoteId.of("1"), "A", null, emails, true, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customer 1 has 101 e-mail fields, at most 100 can be searched");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 47})
    void itFindsWhatASlowSearchFinds(long seed) {
        Random random = new Random(seed);
        CustomerGenerator generator = new CustomerGenerator(random);
        SlowSearch slow = new SlowSearch();
        int customers = 1 + random.nextInt(600);
        for (int i = 0; i < customers; i++) {
            slow.put(generator.next(i));
        }
        search.putAll(slow.entries());
        for (int i = 0; i < 300; i++) {
            assertSame(slow, generator.query(slow.entries()), "seed " + seed + " query " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void changesLeaveItEqualToAFreshIndex(long seed) {
        Random random = new Random(seed);
        CustomerGenerator generator = new CustomerGenerator(random);
        SlowSearch slow = new SlowSearch();
        for (int step = 0; step < 2000; step++) {
            if (random.nextInt(4) == 0) {
                RemoteId id = RemoteId.of(Integer.toString(random.nextInt(600)));
                assertThat(search.remove(id)).isEqualTo(slow.remove(id));
            } else if (random.nextInt(400) == 0) {
                List<CustomerSearchEntry> many = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    many.add(generator.next(random.nextInt(600)));
                }
                many.forEach(slow::put);
                search.putAll(many);
            } else {
                CustomerSearchEntry entry = generator.next(random.nextInt(600));
                slow.put(entry);
                search.put(entry);
            }
            if (step % 16 == 0 && search.size() > 0) {
                assertSame(slow, generator.query(slow.entries()), "seed " + seed + " step " + step);
            }
        }
        assertThat(search.size()).isEqualTo(slow.entries().size());
    }

    @Test
    void aReaderSeesEachCustomerOnceWhileItChanges() throws Exception {
        search.putAll(strangers(500));
        search.put(entry("7", "Walrus", true, false));
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> reader = pool.submit(() -> {
                int reads = 0;
                while (!done.get() || reads < 100) {
                    List<String> seen = ids(search.find("walrus", 100));
                    assertThat(seen).doesNotHaveDuplicates().contains("7");
                    reads++;
                }
                return reads;
            });
            Future<?> writer = pool.submit(() -> {
                for (int i = 1; i < 500; i++) {
                    search.put(entry("7", "Walrus " + i, i % 2 == 0, i % 3 == 0));
                    search.put(entry(Integer.toString(1000 + i), "Other " + i, true, false));
                }
            });
            writer.get();
            done.set(true);
            assertThat(reader.get()).isGreaterThanOrEqualTo(100);
        } finally {
            done.set(true);
            pool.shutdownNow();
        }
    }

    private void assertFound(String typed, CustomerSearchEntry fiona, Quality expected) {
        List<CustomerHit> hits = search.find(typed);
        assertThat(hits.stream().filter(hit -> hit.customer().equals(fiona)).map(CustomerHit::quality))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected));
    }

    private void assertSame(SlowSearch slow, String typed, String at) {
        List<CustomerHit> expected = slow.find(typed, 20);
        List<CustomerHit> hits = search.find(typed, 20);
        if (expected.isEmpty()) {
            assertThat(hits)
                    .as("%s: <%s>", at, typed)
                    .allMatch(hit -> hit.quality().compareTo(Quality.ALIKE) >= 0);
        } else {
            assertThat(hits).as("%s: <%s>", at, typed).isEqualTo(expected);
        }
    }

    private static List<String> ids(List<CustomerHit> hits) {
        return hits.stream().map(hit -> hit.customer().id().value()).toList();
    }

    private static List<CustomerSearchEntry> strangers(int count) {
        List<CustomerSearchEntry> strangers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            strangers.add(entry(Integer.toString(i == 58 ? 9999 : i), "Zzq" + i + " Wwv" + i, true, true));
        }
        return strangers;
    }

    private static CustomerSearchEntry entry(String id, String name, boolean active, boolean linked) {
        return new CustomerSearchEntry(RemoteId.of(id), name, null, List.of(), active, linked);
    }
}
