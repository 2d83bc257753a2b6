package dev.tieout.matching.search;

import dev.tieout.RemoteId;
import dev.tieout.matching.internal.text.TextKeys;
import dev.tieout.matching.search.CustomerHit.Quality;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What the search promises, one customer after the other and without an index. */
final class SlowSearch {
    private static final Comparator<CustomerSearchEntry> ORDER = Comparator.<CustomerSearchEntry>comparingInt(
                    one -> (one.active() ? 0 : 2) + (one.linked() ? 1 : 0))
            .thenComparing(one -> TextKeys.nameKey(one.displayName()))
            .thenComparing(one -> new BigInteger(one.id().value()));

    private final Map<RemoteId, CustomerSearchEntry> entries = new HashMap<>();

    void put(CustomerSearchEntry entry) {
        entries.put(entry.id(), entry);
    }

    boolean remove(RemoteId id) {
        return entries.remove(id) != null;
    }

    List<CustomerSearchEntry> entries() {
        return List.copyOf(entries.values());
    }

    List<CustomerHit> find(String typed, int limit) {
        List<CustomerHit> hits = new ArrayList<>();
        for (CustomerSearchEntry entry : entries.values()) {
            Quality quality = quality(entry, TextKeys.fold(typed));
            if (quality != null) {
                hits.add(new CustomerHit(entry, quality));
            }
        }
        return hits.stream()
                .sorted(Comparator.comparing(CustomerHit::quality).thenComparing(CustomerHit::customer, ORDER))
                .limit(limit)
                .toList();
    }

    private static Quality quality(CustomerSearchEntry entry, String typed) {
        List<String> typedWords = TextKeys.words(typed);
        List<String> names = entry.companyName() == null
                ? List.of(entry.displayName())
                : List.of(entry.displayName(), entry.companyName());
        List<String> addresses = entry.emails().stream()
                .flatMap(field -> Stream.of(TextKeys.fold(field).split("[,; ]+")))
                .filter(address -> !address.isEmpty())
                .toList();
        if (typed.isEmpty()) {
            return Quality.PREFIX;
        }
        if (addresses.contains(typed)
                || (!typedWords.isEmpty()
                        && names.stream().anyMatch(name -> TextKeys.words(name).equals(typedWords)))) {
            return Quality.EXACT;
        }
        List<String> words =
                names.stream().flatMap(name -> TextKeys.words(name).stream()).toList();
        if (!typedWords.isEmpty() && !typed.contains("@")) {
            BiPredicate<String, String> inside = (w, t) -> w.startsWith(t) || (t.length() >= 3 && w.contains(t));
            if (each(typedWords, words, String::startsWith)) {
                return Quality.PREFIX;
            }
            if (each(typedWords, words, inside)) {
                return Quality.INFIX;
            }
            if (each(
                    typedWords,
                    words,
                    (w, t) -> inside.test(w, t) || (t.length() >= 4 && t.length() <= 40 && nearly(w, t)))) {
                return Quality.TYPO;
            }
        }
        List<String> pieces = List.of(typed.split(" "));
        boolean anyPart = pieces.stream().anyMatch(piece -> !parts(piece).isEmpty());
        if (anyPart && pieces.stream().allMatch(piece -> startsInOne(piece, addresses))) {
            return Quality.EMAIL_PREFIX;
        }
        List<String> parts =
                addresses.stream().flatMap(address -> parts(address).stream()).toList();
        boolean plain = typed.codePoints().allMatch(c -> c == ' ' || Character.isLetterOrDigit(c));
        if (plain
                && !typedWords.isEmpty()
                && typedWords.stream().allMatch(word -> word.length() >= 3)
                && each(typedWords, parts, String::contains)) {
            return Quality.EMAIL_INFIX;
        }
        return null;
    }

    /** Each two neighbours typed are neighbours in an address, the second one from its start; punctuation ends a part. */
    private static boolean startsInOne(String piece, List<String> addresses) {
        List<String> typed = parts(piece);
        if (typed.isEmpty()) {
            return true;
        }
        List<String> asked = new ArrayList<>(typed);
        if (!Character.isLetterOrDigit(piece.codePointBefore(piece.length()))) {
            asked.add("");
        }
        if (asked.size() == 1) {
            return addresses.stream()
                    .flatMap(address -> parts(address).stream())
                    .anyMatch(part -> part.startsWith(asked.get(0)));
        }
        for (int i = 0; i + 1 < asked.size(); i++) {
            String first = asked.get(i);
            String second = asked.get(i + 1);
            if (addresses.stream().noneMatch(address -> neighbours(parts(address), first, second))) {
                return false;
            }
        }
        return true;
    }

    private static boolean neighbours(List<String> parts, String first, String second) {
        for (int i = 0; i + 1 < parts.size(); i++) {
            if (parts.get(i).equals(first) && parts.get(i + 1).startsWith(second)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> parts(String address) {
        return Stream.of(address.split("[^\\p{L}\\p{Nd}\\p{Cs}]+"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static boolean nearly(String word, String typed) {
        for (int length = typed.length() - 1; length <= typed.length() + 1; length++) {
            if (length <= word.length() && TextKeys.withinOneEdit(typed, word.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    private static boolean each(List<String> typed, List<String> words, BiPredicate<String, String> fits) {
        return typed.stream().allMatch(one -> words.stream().anyMatch(word -> fits.test(word, one)));
    }
}
