package dev.tieout.examples.benchmarks;

import dev.tieout.RemoteId;
import dev.tieout.matching.search.CustomerSearch;
import dev.tieout.matching.search.CustomerSearchEntry;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** How long a dialog waits for its hits among a million customers, and how many times longer a scan of all takes. */
final class SearchBenchmark {
    private static final int CUSTOMERS = 1_000_000;
    private static final int QUERIES = 5_000;
    private static final int WARM_UP = 3_000;
    private static final int CHANGES = 2_000;
    private static final int SCANS = 20;
    private static final long SEED = 1;

    private static final String[] STARTS = {
        "Al", "An", "Bar", "Bel", "Ber", "Bo", "Bran", "Cal", "Car", "Chan", "Cla", "Col", "Cor", "Dal", "Dan", "Del",
        "Don", "Dor", "El", "Em", "Er", "Fa", "Fer", "Fin", "Gar", "Ger", "Gol", "Gra", "Hal", "Har", "Hen", "Her",
        "Hol", "Is", "Jan", "Jo", "Kal", "Kar", "Ken", "Kor", "Lan", "Lar", "Len", "Lin", "Lo", "Mac", "Mal", "Mar",
        "Mel", "Mi", "Mor", "Na", "Nel", "Nor", "Ol", "Or", "Pal", "Par", "Per", "Pol", "Ra", "Ren", "Ri", "Ro", "Ros",
        "Sal", "San", "Sha", "Sil", "Sor", "Stan", "Tal", "Tan", "Ter", "Tor", "Ul", "Va", "Ver", "Vin", "Wal", "War",
        "Wil", "Yor", "Za"
    };
    private static final String[] MIDDLES = {
        "", "a", "e", "i", "o", "ber", "den", "di", "le", "man", "ne", "ri", "ta", "ver"
    };
    private static final String[] ENDS = {
        "son", "ton", "er", "man", "ley", "sen", "ski", "ez", "ard", "bach", "berg", "field", "ford", "gan", "ham",
        "holm", "land", "lin", "low", "mer", "ney", "rick", "stein", "ter", "vich", "ward", "well", "wood", "worth", "y"
    };
    private static final String[] GIVEN = {
        "James",
        "Mary",
        "John",
        "Patricia",
        "Robert",
        "Jennifer",
        "Michael",
        "Linda",
        "William",
        "Elizabeth",
        "David",
        "Barbara",
        "Richard",
        "Susan",
        "Joseph",
        "Jessica",
        "Thomas",
        "Sarah",
        "Charles",
        "Karen",
        "Daniel",
        "Lisa",
        "Matthew",
        "Nancy",
        "Anthony",
        "Betty",
        "Mark",
        "Sandra",
        "Paul",
        "Ashley",
        "Steven",
        "Emily",
        "Andrew",
        "Donna"
    };
    private static final String[] TRADES = {
        "Plumbing", "Consulting", "Bakery", "Landscaping", "Dental", "Holdings", "Properties", "Construction", "Design",
        "Auto Repair", "Medical Group", "Farms", "Media", "Foundation", "Trust", "Electric", "Logistics", "Studio"
    };
    private static final String[] FORMS = {"LLC", "Inc", "Corp", "LLP", "", ""};
    private static final String[] DOMAINS = {"gmail.com", "yahoo.com", "outlook.com", "aol.com", "icloud.com"};

    private final Random random = new Random(SEED);
    private final Report report;

    private SearchBenchmark(Report report) {
        this.report = report;
    }

    static void run(Report report) {
        report.title("search: 5,000 queries among 1,000,000 customers, seed " + SEED);
        new SearchBenchmark(report).run();
    }

    private void run() {
        List<CustomerSearchEntry> entries = new ArrayList<>(CUSTOMERS);
        for (int i = 1; i <= CUSTOMERS; i++) {
            entries.add(customer(i));
        }
        long before = used();
        CustomerSearch search = new CustomerSearch();
        long start = System.nanoTime();
        search.putAll(entries);
        report.line("loaded in %.1f s", (System.nanoTime() - start) / 1e9);
        report.line("index holds %d MB", (used() - before) >> 20);

        List<String> typed = new ArrayList<>(QUERIES);
        for (int i = 0; i < QUERIES; i++) {
            typed.add(query(entries.get(random.nextInt(entries.size()))));
        }
        typed.subList(0, WARM_UP).forEach(search::find);
        double mean = measure("", search, typed);
        for (int i = 0; i < CHANGES; i++) {
            search.put(customer(1 + random.nextInt(CUSTOMERS)));
        }
        measure(" after 2,000 changes", search, typed);
        report.line("a scan of all customers takes %.0f times as long", scan(entries, typed.subList(0, SCANS)) / mean);
    }

    /** The target is for the processor's time: the clock's says more about what else the machine does. */
    private double measure(String when, CustomerSearch search, List<String> typed) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] wall = new long[typed.size()];
        long[] cpu = new long[typed.size()];
        for (int i = 0; i < wall.length; i++) {
            long cpuStart = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            search.find(typed.get(i));
            wall[i] = System.nanoTime() - start;
            cpu[i] = threads.getCurrentThreadCpuTime() - cpuStart;
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        report.line(
                "clock%s: p50 %.3f ms, p99 %.3f ms, most %.3f ms", when, at(wall, 0.5), at(wall, 0.99), at(wall, 1));
        report.line("processor%s: p50 %.3f ms, p99.9 %.3f ms", when, at(cpu, 0.5), at(cpu, 0.999));
        report.atMost("p99 of the processor's time" + when, at(cpu, 0.99), 5, "ms");
        return Arrays.stream(cpu).average().orElse(0) / 1e6;
    }

    /** The floor: look for the text in each name and address, without ranking. Returns the mean in milliseconds. */
    private static double scan(List<CustomerSearchEntry> entries, List<String> typed) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long found = 0;
        long start = threads.getCurrentThreadCpuTime();
        for (String one : typed) {
            String text = one.toLowerCase(Locale.ROOT);
            for (CustomerSearchEntry entry : entries) {
                boolean hit = entry.displayName().toLowerCase(Locale.ROOT).contains(text)
                        || entry.emails().stream().anyMatch(email -> email.contains(text));
                found += hit ? 1 : 0;
            }
        }
        long nanos = threads.getCurrentThreadCpuTime() - start;
        return found < typed.size() ? Double.NaN : nanos / 1e6 / typed.size();
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))] / 1e6;
    }

    private CustomerSearchEntry customer(int id) {
        String surname = surname();
        String given = pick(GIVEN);
        boolean business = random.nextInt(3) == 0;
        String company = (surname + " " + pick(TRADES) + " " + pick(FORMS)).strip();
        String name = business ? company : random.nextInt(4) == 0 ? surname + ", " + given : given + " " + surname;
        String local = random.nextBoolean() ? given + "." + surname : given.charAt(0) + surname + random.nextInt(100);
        String domain = business ? surname + ".com" : pick(DOMAINS);
        List<String> emails =
                random.nextInt(5) == 0 ? List.of() : List.of((local + "@" + domain).toLowerCase(Locale.ROOT));
        return new CustomerSearchEntry(
                RemoteId.of(Integer.toString(id)),
                name,
                business || random.nextInt(10) == 0 ? company : null,
                emails,
                random.nextInt(12) > 0,
                random.nextInt(3) > 0);
    }

    /** Some thousand surnames, few of them common. */
    private String surname() {
        double skew = random.nextDouble() * random.nextDouble();
        int number = (int) (skew * STARTS.length * MIDDLES.length * ENDS.length);
        return STARTS[number % STARTS.length]
                + MIDDLES[number / STARTS.length % MIDDLES.length]
                + ENDS[number / STARTS.length / MIDDLES.length];
    }

    /** What a person has typed so far: the start of a name, of an address, two words, a slip, a part from inside. */
    private String query(CustomerSearchEntry entry) {
        String name = entry.displayName();
        String text = !entry.emails().isEmpty() && random.nextInt(4) == 0
                ? entry.emails().get(0)
                : name;
        int from = random.nextInt(10) == 0 ? random.nextInt(text.length()) : 0;
        int to = Math.min(text.length(), from + 1 + random.nextInt(16));
        StringBuilder typed = new StringBuilder(text.substring(from, to));
        if (random.nextInt(5) == 0 && typed.length() > 3) {
            typed.setCharAt(1 + random.nextInt(typed.length() - 1), (char) ('a' + random.nextInt(26)));
        }
        return typed.toString();
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
