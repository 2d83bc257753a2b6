package dev.tieout.examples.benchmarks.engine;

import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.TestClock;
import dev.tieout.testkit.company.FakeCompany;
import java.io.IOException;

/** The fake as it stands alone, limits off, with several invented companies. Ends when its input does. */
public final class FakeMain {
    static final String TOKEN = "FLOOR";

    private FakeMain() {}

    static String realm(int company) {
        return "934145200000000" + company;
    }

    /**
     * Prints where it listens, then serves.
     *
     * @param args how many companies
     * @throws IOException if its input fails
     */
    public static void main(String... args) throws IOException {
        FakeQuickBooks.Builder builder = FakeQuickBooks.builder()
                .plainServer()
                .port(0)
                .clock(TestClock.running())
                .anyClient();
        int companies = Integer.parseInt(args[0]);
        for (int i = 1; i <= companies; i++) {
            builder.company(FakeCompany.builder().realmId(realm(i))).tokens(realm(i), TOKEN + i, null);
        }
        try (FakeQuickBooks fake = builder.start()) {
            System.out.println(fake.baseUrl());
            while (System.in.read() >= 0) {
                // Lives as long as the process that started it.
            }
        }
    }
}
