package dev.tieout.matching.names;

import dev.tieout.model.Client;
import dev.tieout.model.ClientKind;
import dev.tieout.model.ServiceItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that could be given to one record, best first, whether free or not. Not thread-safe. */
final class NameIdeas {
    private static final int LONGEST_NUMBER = 24;
    private static final int LONGEST_ADDITION = 60;

    private final NameField field;
    private final String base;
    private final List<NameSuggestion> ideas = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    private NameIdeas(NameField field, String ownName, String otherwise) {
        this.field = field;
        String cleaned = usable(field, ownName);
        this.base = cleaned.isEmpty() ? usable(field, otherwise) : cleaned;
        add(base, base.equals(ownName) ? NameSuggestion.Reason.AS_IS : NameSuggestion.Reason.CLEANED);
    }

    static NameIdeas of(Client client) {
        NameIdeas ideas = new NameIdeas(NameField.DISPLAY_NAME, client.displayName(), "Client " + client.id());
        ideas.personal(client);
        ideas.addition(client.companyName(), NameSuggestion.Reason.COMPANY);
        ideas.addition("Client", NameSuggestion.Reason.CLIENT);
        if (client.address() != null) {
            ideas.addition(client.address().city(), NameSuggestion.Reason.CITY);
            ideas.addition(client.address().region(), NameSuggestion.Reason.REGION);
        }
        if (!client.phones().isEmpty()) {
            ideas.addition(lastFourDigits(client.phones().get(0)), NameSuggestion.Reason.PHONE);
        }
        ideas.number(client.id().value());
        return ideas;
    }

    static NameIdeas of(ServiceItem item) {
        NameIdeas ideas = new NameIdeas(NameField.ITEM_NAME, item.name(), "Service " + item.id());
        ideas.addition(item.code(), NameSuggestion.Reason.ITEM_CODE);
        ideas.number(item.id().value());
        return ideas;
    }

    List<NameSuggestion> list() {
        return ideas;
    }

    boolean has(String name) {
        return keys.contains(CollisionKey.of(name));
    }

    String numbered(long number) {
        return joined(base, " (" + number + ")");
    }

    private void personal(Client client) {
        boolean person = client.kind() == ClientKind.INDIVIDUAL
                || (client.kind() == ClientKind.UNKNOWN && client.companyName() == null);
        if (!person || client.firstName() == null) {
            return;
        }
        String first = usable(field, client.firstName());
        if (client.lastName() != null) {
            String last = usable(field, client.lastName());
            if (!first.isEmpty() && !last.isEmpty() && !(hasWord(base, first) && hasWord(base, last))) {
                add(first + " " + last, NameSuggestion.Reason.FULL_NAME);
            }
        }
        if (client.middleName() != null) {
            middle(first, usable(field, client.middleName()));
        }
    }

    private void middle(String first, String middle) {
        if (first.isEmpty() || middle.isEmpty() || hasWord(base, middle)) {
            return;
        }
        if (middle.codePointCount(0, middle.length()) > 2) {
            add(withMiddle(first, middle), NameSuggestion.Reason.MIDDLE_NAME);
        }
        String initial = middle.substring(0, middle.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
        if (Character.isLetter(initial.codePointAt(0)) && !hasWord(base, initial)) {
            add(withMiddle(first, initial + "."), NameSuggestion.Reason.MIDDLE_INITIAL);
        }
    }

    /** Puts the middle name behind the first one, in whichever order the display name has first and last. */
    private String withMiddle(String first, String middle) {
        int at = wordAt(base, first);
        if (at < 0) {
            return joined(base, " (" + middle + ")");
        }
        int end = at + first.length();
        return joined(base.substring(0, end), " " + middle + base.substring(end));
    }

    private void addition(@Nullable String text, NameSuggestion.Reason reason) {
        if (text == null) {
            return;
        }
        String addition = NameRules.cut(usable(field, text), LONGEST_ADDITION);
        if (!addition.isEmpty() && !CollisionKey.of(addition).equals(CollisionKey.of(base))) {
            add(joined(base, " (" + addition + ")"), reason);
        }
    }

    /** A number that a person would recognise: not a UUID and the like. */
    private void number(String id) {
        if (id.length() <= LONGEST_NUMBER) {
            addition(id, NameSuggestion.Reason.CLIENT_NUMBER);
        }
    }

    private void add(String name, NameSuggestion.Reason reason) {
        boolean valid = NameRules.check(field, name).isEmpty() && name.length() <= NameRules.PROPOSED_LENGTH;
        if (valid && CollisionKey.withoutDeletedSuffix(name).equals(name) && keys.add(CollisionKey.of(name))) {
            ideas.add(new NameSuggestion(name, reason));
        }
    }

    private static String usable(NameField field, String text) {
        String clean = NameRules.clean(field, CollisionKey.withoutDeletedSuffix(text));
        return CollisionKey.of(clean).isEmpty() ? "" : clean;
    }

    private static String joined(String head, String tail) {
        String end = NameRules.cut(tail, NameRules.PROPOSED_LENGTH - 1);
        return NameRules.cut(head, NameRules.PROPOSED_LENGTH - end.length()) + end;
    }

    private static @Nullable String lastFourDigits(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return digits.length() < 7 ? null : digits.substring(digits.length() - 4);
    }

    private static boolean hasWord(String text, String word) {
        return wordAt(text, word) >= 0;
    }

    private static int wordAt(String text, String word) {
        for (int at = 0; at + word.length() <= text.length(); at++) {
            int end = at + word.length();
            if (text.regionMatches(true, at, word, 0, word.length())
                    && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return at;
            }
        }
        return -1;
    }
}
