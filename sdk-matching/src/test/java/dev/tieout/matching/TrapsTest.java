package dev.tieout.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.practice.Practice;
import dev.tieout.matching.practice.PracticeGenerator;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ClientKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs as people write them, each among strangers: what must match, what must at least be suggested, what must not match. */
class TrapsTest {
    private static final Practice STRANGERS = PracticeGenerator.generate(300, 4_711);
    private static final LocalId CLIENT = LocalId.of("trap");
    private static final RemoteId CUSTOMER = RemoteId.of("990001");

    static Stream<String> traps() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TrapsTest.class.getResourceAsStream("traps.txt")), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("traps")
    void trap(String line) {
        String[] trap = line.split(" \\| ");
        List<Client> clients = new ArrayList<>(STRANGERS.clients());
        List<CustomerRecord> customers = new ArrayList<>(STRANGERS.customers());
        clients.add(client(trap[1].strip()));
        customers.add(customer(trap[2].strip()));
        MatchPlan plan = ClientMatcher.of(MatchPolicy.balanced()).match(clients, customers, MatchDecisions.none());
        ClientMatch match = plan.client(CLIENT).orElseThrow();
        boolean matched = CUSTOMER.equals(match.customer());
        boolean suggested =
                match.candidates().stream().anyMatch(c -> c.customer().equals(CUSTOMER));
        String why = plan.explain(CLIENT, CUSTOMER).toString()
                + plan.explain(CLIENT, CUSTOMER).contradictions();
        switch (trap[0].charAt(0)) {
            case '=' -> assertThat(matched).as(why).isTrue();
            case '?' -> assertThat(matched || suggested).as(why).isTrue();
            default -> assertThat(matched).as(why).isFalse();
        }
    }

    private static Client client(String text) {
        Map<String, String> fields = fields(text.substring(2));
        String name = Objects.requireNonNull(fields.get("name"));
        ClientKind kind = switch (text.charAt(0)) {
            case 'P' -> ClientKind.INDIVIDUAL;
            case 'B' -> ClientKind.BUSINESS;
            default -> ClientKind.UNKNOWN;
        };
        return Client.builder(CLIENT, name)
                .kind(kind)
                .companyName(fields.get("co"))
                .firstName(fields.get("gn"))
                .lastName(fields.get("fn"))
                .emails(list(fields.get("e")))
                .phones(list(fields.get("p")))
                .address(address(fields.get("a")))
                .build();
    }

    private static CustomerRecord customer(String text) {
        Map<String, String> fields = fields(text);
        return CustomerRecord.builder(CUSTOMER, Objects.requireNonNull(fields.get("name")))
                .companyName(fields.get("co"))
                .givenName(fields.get("gn"))
                .familyName(fields.get("fn"))
                .emails(fields.get("e"))
                .phones(list(fields.get("p")))
                .address(address(fields.get("a")))
                .build();
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        String[] parts = text.split("; ");
        fields.put("name", parts[0]);
        for (int i = 1; i < parts.length; i++) {
            int at = parts[i].indexOf('=');
            fields.put(parts[i].substring(0, at), parts[i].substring(at + 1));
        }
        return fields;
    }

    private static List<String> list(String text) {
        return text == null ? List.of() : List.of(text);
    }

    private static Address address(String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split("/");
        return Address.builder()
                .lines(List.of(parts[0]))
                .city(parts[1])
                .postalCode(parts[2])
                .build();
    }
}
