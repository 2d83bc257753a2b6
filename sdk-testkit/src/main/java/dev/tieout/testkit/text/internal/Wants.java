package dev.tieout.testkit.text.internal;

import dev.tieout.testkit.exchange.FakeRequest;
import java.util.List;
import java.util.Locale;

/** What a client accepts, told as QuickBooks tells it: XML unless JSON is asked for (QuickBooks fact P2.3). */
public final class Wants {
    private Wants() {}

    /**
     * Whether an answer is to be XML: the client does not name JSON, or prefers XML, by quality or by naming it first.
     *
     * @param request what was asked
     * @return whether it is
     */
    public static boolean xml(FakeRequest request) {
        List<String> fields = request.headers().all("Accept");
        if (fields.size() == 1 && fields.get(0).equals("application/json")) {
            return false;
        }
        double json = 0;
        double xml = 0;
        for (String range : String.join(",", fields).toLowerCase(Locale.ROOT).split(",")) {
            double quality = quality(range);
            if (range.contains("json")) {
                json = Math.max(json, quality);
            } else if (range.contains("/xml") || range.contains("+xml")) {
                // Of two that are wanted alike the first one counts.
                xml = quality > json ? Math.max(xml, quality) : xml;
            }
        }
        return json == 0 || xml >= json;
    }

    private static double quality(String range) {
        int at = range.indexOf("q=");
        if (at < 0) {
            return 1;
        }
        try {
            double quality =
                    Double.parseDouble(range.substring(at + 2).split(";")[0].strip());
            return Double.isNaN(quality) ? 0 : Math.min(1, Math.max(0, quality));
        } catch (NumberFormatException broken) {
            return 0;
        }
    }
}
