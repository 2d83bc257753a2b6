package dev.tieout.examples.benchmarks.matching.peers;

import com.sun.management.OperatingSystemMXBean;
import dev.tieout.examples.benchmarks.matching.data.AllPairs;
import dev.tieout.examples.benchmarks.matching.data.LabelledLists;
import dev.tieout.examples.benchmarks.matching.data.Pair;
import dev.tieout.examples.benchmarks.matching.data.Sets;
import dev.tieout.matching.CustomerRecord;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that lets one peer score one set and prints the CPU seconds, then a line a pair. */
public final class PeerMain {
    private PeerMain() {}

    /**
     * Runs it.
     *
     * @param args the peer: rule, duke, fuzzy or fuzzy-exact; the set; the folder of the sets
     * @throws Exception if the peer fails
     */
    public static void main(String[] args) throws Exception {
        Peer peer = switch (args[0]) {
            case "rule" -> new Rule();
            case "duke" -> new Duke();
            default -> new Fuzzy(args[0].equals("fuzzy-exact"));
        };
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        List<Pair> pairs;
        if (args[1].equals(Sets.COMPANIES)) {
            AllPairs companies = Sets.companies(Path.of(args[2]));
            List<Fields> fields = new ArrayList<>();
            for (int i = 0; i < companies.size(); i++) {
                fields.add(Fields.of(i, companies.client(i)));
            }
            pairs = LastStep.distinct(eachOnce(peer.score(fields, fields)));
        } else {
            LabelledLists lists = Sets.read(args[1], Path.of(args[2]));
            pairs = LastStep.mutualBest(peer.score(clients(lists), customers(lists)));
        }
        out.println(system.getProcessCpuTime() / 1e9);
        pairs.forEach(p -> out.println(p.client() + " " + p.customer() + " " + p.score()));
        out.flush();
    }

    private static List<Pair> eachOnce(List<Pair> pairs) {
        return pairs.stream()
                .filter(p -> p.client() != p.customer())
                .map(p -> new Pair(Math.min(p.client(), p.customer()), Math.max(p.client(), p.customer()), p.score()))
                .toList();
    }

    private static List<Fields> clients(LabelledLists lists) {
        List<Fields> fields = new ArrayList<>();
        for (int i = 0; i < lists.clients().size(); i++) {
            fields.add(Fields.of(i, lists.clients().get(i)));
        }
        return fields;
    }

    private static List<Fields> customers(LabelledLists lists) {
        List<Fields> fields = new ArrayList<>();
        for (int j = 0; j < lists.customers().size(); j++) {
            CustomerRecord customer = lists.customers().get(j);
            if (customer.active() && !customer.subCustomer()) {
                fields.add(Fields.of(j, customer));
            }
        }
        return fields;
    }
}
