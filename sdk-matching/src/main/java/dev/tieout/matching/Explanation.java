package dev.tieout.matching;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a client was, or was not, matched with a customer.
 *
 * <p>Immutable.
 *
 * @param client the client
 * @param customer the customer it was compared with; {@code null} if there is none worth comparing
 * @param bucket the client's list
 * @param score the sum of the evidence, in natural log odds
 * @param confidence how likely the two are the same, 0 to 1; 1 or 0 for what a person decided
 * @param decidedByPerson whether a remembered decision settled this pair
 * @param evidence what each field says; the weights sum to the score
 * @param contradictions what keeps the pair from being matched without a person
 * @param runnerUp the client's next best customer, or {@code null}
 * @param margin the score less the runner-up's; infinite if there is none
 * @param clientsSharingEmail how many clients have the e-mail address that the two share; 0 if they share none
 * @param customersSharingEmail how many customers have it
 */
public record Explanation(
        LocalId client,
        @Nullable RemoteId customer,
        Bucket bucket,
        double score,
        double confidence,
        boolean decidedByPerson,
        List<Evidence> evidence,
        List<Contradiction> contradictions,
        @Nullable Candidate runnerUp,
        double margin,
        int clientsSharingEmail,
        int customersSharingEmail) {
    public Explanation {
        evidence = List.copyOf(evidence);
        contradictions = List.copyOf(contradictions);
    }

    /**
     * Tells the decision in one line.
     *
     * @param locale the reader's language; English where there is no translation
     * @return the line; it holds no personal data
     */
    public String text(Locale locale) {
        ResourceBundle words = Contradiction.bundle(locale);
        if (customer == null) {
            return words.getString("none");
        }
        String fields = evidence.stream()
                .filter(e -> words.containsKey(key(e)))
                .map(e -> words.getString(key(e)))
                .collect(Collectors.joining("; "));
        String against = contradictions.stream().map(c -> c.text(locale)).collect(Collectors.joining("; "));
        StringBuilder line = new StringBuilder(words.getString(decidedByPerson ? "decided" : "bucket." + bucket));
        line.append(": ").append(fields);
        if (!against.isEmpty()) {
            line.append(". ").append(MessageFormat.format(words.getString("against"), against));
        }
        if (clientsSharingEmail > 1 || customersSharingEmail > 1) {
            line.append(". ")
                    .append(new MessageFormat(words.getString("shared"), locale)
                            .format(new Object[] {clientsSharingEmail, customersSharingEmail}));
        }
        return line.append('.').toString();
    }

    private static String key(Evidence e) {
        return e.field() + "." + e.level();
    }

    /** Names the ids and the outcome; the evidence holds personal data. */
    @Override
    public String toString() {
        return "Explanation[client=" + client + ", customer=" + customer + ", bucket=" + bucket + ", score=" + score
                + "]";
    }
}
