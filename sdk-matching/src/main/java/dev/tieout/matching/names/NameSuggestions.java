package dev.tieout.matching.names;

import dev.tieout.LocalId;
import dev.tieout.model.Client;
import dev.tieout.model.ServiceItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/**
 * Proposes names that QuickBooks accepts and nobody bears.
 *
 * <p>The record's own name comes first while it is free; then, as far as the record has them: first and last name,
 * middle name, middle initial, company, the word Client, city, region, last four digits of the phone number, the app's
 * number; at the end a number that counts up from 2. What is added never falls victim to the limit of
 * {@link NameRules#PROPOSED_LENGTH} characters: the name before it is cut. Thread-safe.
 */
public final class NameSuggestions {
    /** After so many numbers in a row the next free one is sought by doubling. */
    private static final int COUNTED_SINGLY = 50;

    /** So many names that differ by a number alone are listed at most. */
    private static final int MOST_COUNTED = 3;

    private final NamesInUse names;

    private NameSuggestions(NamesInUse names) {
        this.names = names;
    }

    /**
     * Makes the proposals depend on a set of names.
     *
     * @param names the names in use: those of customers, vendors and employees for clients, those of items for items
     * @return the suggestions
     */
    public static NameSuggestions over(NamesInUse names) {
        return new NameSuggestions(names);
    }

    /**
     * Lists names for a new customer, best first. Promises nothing: another thread may take one meanwhile.
     *
     * @param client the client that the customer stands for
     * @param limit how many at most, from 1
     * @return valid names that are free now, no two of which collide
     */
    public List<NameSuggestion> suggest(Client client, int limit) {
        return free(NameIdeas.of(client), limit);
    }

    /**
     * Lists names for a new item, best first. Promises nothing.
     *
     * @param item the service item that the new one stands for
     * @param limit how many at most, from 1
     * @return valid names that are free now, no two of which collide
     */
    public List<NameSuggestion> suggest(ServiceItem item, int limit) {
        return free(NameIdeas.of(item), limit);
    }

    /**
     * Takes the best name that is free and promises it to the client.
     *
     * @param client the client
     * @return the promised name; the same again if the best one is already promised to this client
     */
    public NameSuggestion reserve(Client client) {
        return reserve(NameIdeas.of(client), client.id());
    }

    /**
     * Takes the best name that is free and promises it to the service item.
     *
     * @param item the service item
     * @return the promised name; the same again if the best one is already promised to this item
     */
    public NameSuggestion reserve(ServiceItem item) {
        return reserve(NameIdeas.of(item), item.id());
    }

    /**
     * Takes the next name after QuickBooks answered 6240: the refused name counts as taken from now on, its promise is
     * given back.
     *
     * @param client the client
     * @param refused the name that was sent
     * @return the promised name
     */
    public NameSuggestion afterRefusal(Client client, String refused) {
        note(refused, client.id());
        return reserve(client);
    }

    /**
     * Takes the next name for an item after QuickBooks answered 6240.
     *
     * @param item the service item
     * @param refused the name that was sent
     * @return the promised name
     */
    public NameSuggestion afterRefusal(ServiceItem item, String refused) {
        note(refused, item.id());
        return reserve(item);
    }

    private void note(String refused, LocalId record) {
        names.refused(refused);
        names.release(refused, record);
    }

    private NameSuggestion reserve(NameIdeas ideas, LocalId record) {
        for (NameSuggestion idea : ideas.list()) {
            if (names.reserve(idea.name(), record)) {
                return idea;
            }
        }
        NameSuggestion counted = counted(ideas, names::isFree);
        while (!names.reserve(counted.name(), record)) {
            counted = counted(ideas, names::isFree);
        }
        return counted;
    }

    private List<NameSuggestion> free(NameIdeas ideas, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + ", at least 1 is needed");
        }
        List<NameSuggestion> free = new ArrayList<>();
        for (NameSuggestion idea : ideas.list()) {
            if (free.size() < limit && names.isFree(idea.name())) {
                free.add(idea);
            }
        }
        Set<String> counted = new HashSet<>();
        while (free.size() < limit && counted.size() < MOST_COUNTED) {
            NameSuggestion next =
                    counted(ideas, name -> names.isFree(name) && !ideas.has(name) && !counted.contains(name));
            counted.add(next.name());
            free.add(next);
        }
        return List.copyOf(free);
    }

    private static NameSuggestion counted(NameIdeas ideas, Predicate<String> isFree) {
        String name = ideas.numbered(freeNumber(number -> isFree.test(ideas.numbered(number))));
        return new NameSuggestion(name, NameSuggestion.Reason.COUNTER);
    }

    /** The lowest free number of the first ones; beyond them some free one, found by doubling and halving. */
    private static long freeNumber(LongPredicate isFree) {
        long taken = 1;
        long free = 2;
        for (long step = 1; !isFree.test(free); free += step) {
            taken = free;
            step = free > COUNTED_SINGLY ? step * 2 : 1;
        }
        while (free - taken > 1) {
            long middle = (free + taken) / 2;
            if (isFree.test(middle)) {
                free = middle;
            } else {
                taken = middle;
            }
        }
        return free;
    }
}
