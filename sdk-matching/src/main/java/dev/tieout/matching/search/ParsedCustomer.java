package dev.tieout.matching.search;

import dev.tieout.matching.internal.text.TextKeys;
import dev.tieout.matching.search.CustomerHit.Quality;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One customer in the forms that are compared.
 *
 * @param ranked the customer with the words of its display name
 * @param companyKey the words of the company name as one text, empty if there is none
 * @param nameWords the words of both names, each once
 * @param addresses the addresses without case and accents
 * @param addressParts the parts of the addresses, each once
 * @param addressPairs neighbouring parts of the addresses, parted by a blank, each once
 */
record ParsedCustomer(
        Ranked ranked,
        String companyKey,
        Set<String> nameWords,
        List<String> addresses,
        Set<String> addressParts,
        Set<String> addressPairs) {

    static ParsedCustomer of(CustomerSearchEntry entry) {
        List<String> nameWords = TextKeys.words(entry.displayName());
        Set<String> words = new LinkedHashSet<>(nameWords);
        String companyKey = "";
        if (entry.companyName() != null) {
            List<String> companyWords = TextKeys.words(entry.companyName());
            words.addAll(companyWords);
            companyKey = String.join(" ", companyWords);
        }
        entry.phones().stream()
                .map(TextKeys::phoneDigits)
                .filter(digits -> !digits.isEmpty())
                .forEach(words::add);
        List<String> addresses = new ArrayList<>(1);
        Set<String> parts = new LinkedHashSet<>();
        Set<String> pairs = new LinkedHashSet<>();
        for (String field : entry.emails()) {
            for (String address : TextKeys.fold(field).split("[,; ]+")) {
                if (!address.isEmpty()) {
                    addresses.add(address);
                    addParts(Query.addressParts(address), parts, pairs);
                }
            }
        }
        return new ParsedCustomer(
                new Ranked(entry, String.join(" ", nameWords)),
                companyKey,
                words,
                List.copyOf(addresses),
                parts,
                pairs);
    }

    private static void addParts(List<String> address, Set<String> parts, Set<String> pairs) {
        parts.addAll(address);
        for (int i = 0; i + 1 < address.size(); i++) {
            pairs.add(address.get(i) + ' ' + address.get(i + 1));
        }
    }

    CustomerSearchEntry entry() {
        return ranked.entry();
    }

    @Nullable
    Quality quality(Query query) {
        if (isExactly(query)) {
            return Quality.EXACT;
        }
        if (query.mayBeName()) {
            if (each(query, nameWords, String::startsWith)) {
                return Quality.PREFIX;
            }
            if (each(query, nameWords, ParsedCustomer::isInside)) {
                return Quality.INFIX;
            }
            if (each(query, nameWords, ParsedCustomer::isNearly)) {
                return Quality.TYPO;
            }
        }
        if (!query.addressTerms().isEmpty() && query.addressTerms().stream().allMatch(this::startsInAddress)) {
            return Quality.EMAIL_PREFIX;
        }
        boolean inside = query.mayBeInsideAddress() && each(query, addressParts, String::contains);
        return inside ? Quality.EMAIL_INFIX : null;
    }

    boolean isExactly(Query query) {
        boolean name =
                !query.key().isEmpty() && (ranked.nameKey().equals(query.key()) || companyKey.equals(query.key()));
        return name || addresses.contains(query.folded());
    }

    /** What is found by being equal: both names and the addresses. */
    Set<String> exactTexts() {
        Set<String> texts = new LinkedHashSet<>(addresses);
        texts.add(ranked.nameKey());
        texts.add(companyKey);
        texts.remove("");
        return texts;
    }

    private boolean startsInAddress(String term) {
        Set<String> among = term.indexOf(' ') < 0 ? addressParts : addressPairs;
        return among.stream().anyMatch(part -> part.startsWith(term));
    }

    private static boolean each(Query query, Set<String> words, BiPredicate<String, String> fits) {
        return query.words().stream().allMatch(typed -> words.stream().anyMatch(word -> fits.test(word, typed)));
    }

    private static boolean isInside(String word, String typed) {
        return word.startsWith(typed) || (Query.mayBeInside(typed) && word.contains(typed));
    }

    private static boolean isNearly(String word, String typed) {
        return isInside(word, typed)
                || (Query.mayBeMistyped(typed) && new WordList(List.of(word)).startsNearly(0, typed));
    }
}
