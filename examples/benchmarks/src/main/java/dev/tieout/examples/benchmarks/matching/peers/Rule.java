package dev.tieout.examples.benchmarks.matching.peers;

import dev.tieout.examples.benchmarks.matching.data.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The only safe simple rule: the same e-mail address and the same name. */
final class Rule implements Peer {
    @Override
    public List<Pair> score(List<Fields> clients, List<Fields> customers) {
        Map<String, List<Fields>> byKey = new HashMap<>();
        for (Fields customer : customers) {
            byKey.computeIfAbsent(key(customer), k -> new ArrayList<>()).add(customer);
        }
        List<Pair> pairs = new ArrayList<>();
        for (Fields client : clients) {
            if (!client.email().isEmpty()) {
                byKey.getOrDefault(key(client), List.of()).forEach(c -> pairs.add(new Pair(client.at(), c.at(), 1)));
            }
        }
        return pairs;
    }

    private static String key(Fields record) {
        return record.email() + " " + record.cleanName();
    }
}
