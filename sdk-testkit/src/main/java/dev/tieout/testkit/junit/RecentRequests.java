package dev.tieout.testkit.junit;

import dev.tieout.testkit.history.Exchange;
import java.util.List;

/** Rides along with a test's failure to show what the fake was asked last. */
final class RecentRequests extends RuntimeException {
    private static final long serialVersionUID = 1;

    RecentRequests(List<Exchange> exchanges) {
        super(text(exchanges), null, false, false);
    }

    private static String text(List<Exchange> exchanges) {
        StringBuilder text = new StringBuilder("the last requests that the fake QuickBooks got:");
        exchanges.forEach(exchange -> text.append("\n    ").append(exchange));
        return exchanges.isEmpty() ? "the fake QuickBooks got no request" : text.toString();
    }
}
