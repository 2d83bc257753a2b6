package dev.tieout.matching;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.internal.deciding.Decision;
import dev.tieout.matching.internal.scoring.Score;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds explanations from a plan. */
final class Explainer {
    private static final List<Evidence.Field> FIELDS = List.of(Evidence.Field.values());
    private static final List<Evidence.Level> LEVELS = List.of(Evidence.Level.values());
    private static final List<Contradiction.Kind> KINDS = List.of(Contradiction.Kind.values());

    private final MatchPlan plan;
    private final Roster input;
    private final Decision decision;

    Explainer(MatchPlan plan) {
        this.plan = plan;
        this.input = plan.input;
        this.decision = plan.decision;
        if (!input.policy.keepRecords()) {
            throw new IllegalStateException("the policy keeps no records, so there is nothing to explain from");
        }
    }

    Explanation explain(LocalId client, @Nullable RemoteId wanted) {
        int i = input.clientRow(client);
        if (i < 0) {
            throw new IllegalArgumentException("client " + client + " was not in the input");
        }
        ClientMatch match = plan.clients().get(i);
        RemoteId customer = wanted != null ? wanted : match.customer() != null ? match.customer() : best(i);
        if (customer == null) {
            return new Explanation(
                    client, null, match.bucket(), 0, 0, match.decidedByPerson(), List.of(), List.of(), null, 0, 0, 0);
        }
        int index = input.customerPlace(customer);
        if (index < 0 || input.engineRow.get(index) < 0) {
            throw new IllegalArgumentException("customer " + customer + " was not in the input, or was skipped");
        }
        int j = input.engineRow.get(index);
        Score score = plan.matching.compare(i, j);
        int[] sharing = plan.matching.sharing(i, j);
        boolean decided = customer.equals(input.decisions.confirmed().get(client))
                || input.decisions.refused().contains(new MatchDecisions.Pair(client, customer));
        Candidate runnerUp = runnerUp(i, customer);
        return new Explanation(
                client,
                customer,
                match.bucket(),
                score.total(),
                confidence(match, customer, score, decided),
                decided,
                evidence(i, index, score),
                contradictions(score.vetoes()),
                runnerUp,
                runnerUp == null ? Double.POSITIVE_INFINITY : score.total() - runnerUp.score(),
                sharing[0],
                sharing[1]);
    }

    private static double confidence(ClientMatch match, RemoteId customer, Score score, boolean decided) {
        if (decided) {
            return customer.equals(match.customer()) ? 1 : 0;
        }
        return MatchPlan.confidence(score.total() - (score.vetoes() == 0 ? 0 : 5));
    }

    private @Nullable RemoteId best(int i) {
        int j = decision.candidate(i, 0);
        return j < 0 ? null : plan.customerId(j);
    }

    private @Nullable Candidate runnerUp(int i, RemoteId customer) {
        for (Candidate c : plan.candidates(i, false)) {
            if (!c.customer().equals(customer)) {
                return c;
            }
        }
        return null;
    }

    private static List<Contradiction> contradictions(int bits) {
        List<Contradiction> list = new ArrayList<>();
        for (int k = 0; k < KINDS.size(); k++) {
            if ((bits >> k & 1) != 0) {
                list.add(new Contradiction(KINDS.get(k)));
            }
        }
        return list;
    }

    private List<Evidence> evidence(int i, int customerIndex, Score score) {
        Client c = input.clients.get(i);
        CustomerRecord q = input.customers.get(customerIndex);
        List<Evidence> list = new ArrayList<>();
        for (int f = 0; f < FIELDS.size(); f++) {
            Evidence.Field field = FIELDS.get(f);
            Evidence.Level level = LEVELS.get(score.level(f));
            if (score.weight(f) != 0 || level != Evidence.Level.ABSENT) {
                list.add(new Evidence(field, value(field, c), value(field, q), level, score.weight(f)));
            }
        }
        return list;
    }

    private static String value(Evidence.Field field, Client c) {
        return switch (field) {
            case START -> "";
            case NAME, LEGAL_FORM, GENERATION -> both(c.displayName(), c.companyName());
            case MIDDLE_NAME -> Objects.requireNonNullElse(c.middleName(), c.displayName());
            case EMAIL -> String.join(", ", c.emails());
            case PHONE -> String.join(", ", c.phones());
            case ADDRESS -> text(c.address());
            case CONTACT -> joined(c.firstName(), c.lastName());
        };
    }

    private static String value(Evidence.Field field, CustomerRecord q) {
        return switch (field) {
            case START -> "";
            case NAME, LEGAL_FORM, GENERATION -> both(q.displayName(), q.companyName());
            case MIDDLE_NAME -> Objects.requireNonNullElse(q.middleName(), q.displayName());
            case EMAIL -> Objects.requireNonNullElse(q.emails(), "");
            case PHONE -> String.join(", ", q.phones());
            case ADDRESS -> text(q.address());
            case CONTACT -> joined(q.givenName(), q.familyName());
        };
    }

    private static String both(String display, @Nullable String company) {
        return company == null || company.equals(display) ? display : display + " / " + company;
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private static String text(@Nullable Address a) {
        if (a == null) {
            return "";
        }
        return joined(String.join(", ", a.lines()), a.city(), a.region(), a.postalCode());
    }
}
