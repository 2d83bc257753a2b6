package dev.tieout.matching.search;

import dev.tieout.RemoteId;
import dev.tieout.matching.search.CustomerHit.Quality;
import dev.tieout.matching.search.Ranked.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Many customers, indexed once and never changed. Rows stand in the order in which hits of one quality are shown, so the
 * first rows of a set are the best ones. Immutable.
 */
final class Segment {
    private final StoredCustomers customers;
    private final HashedRows ids;
    private final HashedRows exact;
    private final WordIndex nameWords;
    private final WordIndex addressParts;
    private final WordIndex addressPairs;

    private Segment(
            StoredCustomers customers,
            HashedRows ids,
            HashedRows exact,
            WordIndex nameWords,
            WordIndex addressParts,
            WordIndex addressPairs) {
        this.customers = customers;
        this.ids = ids;
        this.exact = exact;
        this.nameWords = nameWords;
        this.addressParts = addressParts;
        this.addressPairs = addressPairs;
    }

    /** Indexes customers, each id once. */
    static Segment of(List<CustomerSearchEntry> entries) {
        if (entries.size() > HashedRows.MOST_ROWS) {
            throw new IllegalArgumentException(entries.size() + " customers are more than one search holds");
        }
        List<Ranked> sorted =
                entries.stream().map(Ranked::of).sorted(Ranked.ORDER).toList();
        StoredCustomers customers = new StoredCustomers(sorted.size());
        HashedRows ids = new HashedRows();
        HashedRows exact = new HashedRows();
        WordIndexBuilder nameWords = new WordIndexBuilder();
        WordIndexBuilder addressParts = new WordIndexBuilder();
        WordIndexBuilder addressPairs = new WordIndexBuilder();
        for (int row = 0; row < sorted.size(); row++) {
            ParsedCustomer one = ParsedCustomer.of(sorted.get(row).entry());
            customers.set(row, one.entry());
            ids.add(one.entry().id().value(), row);
            one.exactTexts().forEach(addTo(exact, row));
            nameWords.add(row, one.nameWords());
            addressParts.add(row, one.addressParts());
            addressPairs.add(row, one.addressPairs());
        }
        customers.trim();
        return new Segment(
                customers,
                ids.sorted(),
                exact.sorted(),
                nameWords.build(false),
                addressParts.build(false),
                addressPairs.build(true));
    }

    private static Consumer<String> addTo(HashedRows rows, int row) {
        return text -> rows.add(text, row);
    }

    int size() {
        return customers.size();
    }

    CustomerSearchEntry get(int row) {
        return customers.get(row);
    }

    /** The row of a customer, or -1. */
    int rowOf(RemoteId id) {
        return ids.rows(id.value())
                .filter(row -> customers.id(row).equals(id))
                .findFirst()
                .orElse(-1);
    }

    /** Adds the best hits among the rows that are not dead, at most so many. */
    void find(Query query, RowSet dead, int limit, List<Found> hits) {
        new Search(query, dead, limit, hits).run();
    }

    /** Adds those that have most of the words in some form. */
    void findLoosely(Query query, RowSet dead, int limit, List<Found> hits) {
        new LooseSearch(nameWords, addressParts, size()).find(query, dead, limit, (row, missing) -> {
            Quality quality = missing == 0 ? Quality.ALIKE : Quality.SOME_WORDS;
            hits.add(new Found(quality, Ranked.of(customers.get(row)), missing));
        });
    }

    /** One search through this segment. */
    private final class Search {
        private final Query query;
        private final RowSet excluded;
        private final List<Found> hits;
        private int wanted;

        Search(Query query, RowSet dead, int limit, List<Found> hits) {
            this.query = query;
            this.excluded = dead.copy();
            this.wanted = limit;
            this.hits = hits;
        }

        void run() {
            exact();
            if (wanted > 0 && query.mayBeName()) {
                names();
            }
            if (wanted > 0 && !query.addressTerms().isEmpty()) {
                addressStarts();
            }
            if (wanted > 0 && query.mayBeInsideAddress()) {
                List<RowSet> sets = emptySets(query.words().size());
                for (int i = 0; i < sets.size(); i++) {
                    addressParts.addInfix(query.words().get(i), sets.get(i));
                }
                take(sets, Quality.EMAIL_INFIX);
            }
        }

        /** Rows of one text ascend, so the first of each that fit are enough. */
        private void exact() {
            RowSet found = new RowSet(size());
            addExact(query.key(), found);
            addExact(query.folded(), found);
            take(List.of(found), Quality.EXACT);
        }

        private void addExact(String text, RowSet found) {
            exact.rows(text)
                    .filter(row -> !excluded.contains(row))
                    .filter(row -> ParsedCustomer.of(customers.get(row)).isExactly(query))
                    .limit(wanted)
                    .forEach(found::add);
        }

        private void names() {
            List<String> words = query.words();
            List<RowSet> sets = emptySets(words.size());
            for (int i = 0; i < words.size(); i++) {
                nameWords.addPrefix(words.get(i), sets.get(i));
            }
            take(sets, Quality.PREFIX);
            if (wanted > 0 && query.hasInfix()) {
                for (int i = 0; i < words.size(); i++) {
                    if (Query.mayBeInside(words.get(i))) {
                        nameWords.addInfix(words.get(i), sets.get(i));
                    }
                }
                take(sets, Quality.INFIX);
            }
            if (wanted > 0 && query.hasTypo()) {
                for (int i = 0; i < words.size(); i++) {
                    if (Query.mayBeMistyped(words.get(i))) {
                        nameWords.addNearly(words.get(i), sets.get(i));
                    }
                }
                take(sets, Quality.TYPO);
            }
        }

        private void addressStarts() {
            List<String> terms = query.addressTerms();
            List<RowSet> sets = emptySets(terms.size());
            for (int i = 0; i < terms.size(); i++) {
                WordIndex among = terms.get(i).indexOf(' ') < 0 ? addressParts : addressPairs;
                among.addPrefix(terms.get(i), sets.get(i));
            }
            take(sets, Quality.EMAIL_PREFIX);
        }

        private List<RowSet> emptySets(int count) {
            List<RowSet> sets = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                sets.add(new RowSet(size()));
            }
            return sets;
        }

        /** Takes the first rows that are in all sets and were not taken before. */
        private void take(List<RowSet> sets, Quality quality) {
            RowSet all = sets.get(0).copy();
            for (int i = 1; i < sets.size(); i++) {
                all.retainAll(sets.get(i));
            }
            all.removeAll(excluded);
            for (int row = all.next(0); row >= 0 && wanted > 0; row = all.next(row + 1)) {
                hits.add(new Found(quality, Ranked.of(customers.get(row))));
                excluded.add(row);
                wanted--;
            }
        }
    }
}
