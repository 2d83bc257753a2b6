package dev.tieout.qbo.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import dev.tieout.qbo.setup.SetupDecision.Action;
import dev.tieout.qbo.setup.SetupReport.Entry;
import dev.tieout.qbo.setup.SetupReport.Result;
import dev.tieout.qbo.setup.SetupReport.Undecided;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A report goes out by mail and into spreadsheets: whatever a client is called. */
class SetupReportTest {
    private static final SetupRun RUN = new SetupRun(
            "r-1",
            SetupStep.CLIENTS,
            SetupRun.State.DONE,
            1,
            1,
            "dana <d@firm>",
            Instant.parse("2026-11-30T17:00:00Z"),
            Instant.parse("2026-11-30T17:05:00Z"));

    private static SetupReport report(String name) {
        SetupDecision link = new SetupDecision(Action.LINK, LocalId.of("c-1"), RemoteId.of("58"));
        Entry entry = new Entry(
                link,
                Result.NAME_TAKEN,
                link.local(),
                name,
                link.remote(),
                "Plain",
                "The name belongs to Vendor 4.",
                List.of("Plain Ltd"),
                null);
        Undecided undecided =
                new Undecided(Bucket.DUPLICATE, LocalId.of("c-2"), null, name, List.of("Plain", "Plain & Co"));
        return new SetupReport(RUN, List.of(entry), List.of(undecided));
    }

    @Test
    void theTableIsWellFormed() {
        assertThat(report("O'Brien, \"Ltd\"\nDublin").toCsv())
                .isEqualTo(
                        "Result,Decision,Id in the app,Name in the app,Id in QuickBooks,Name in QuickBooks,Note,Remedy,"
                                + "Suggestions\r\n"
                                + "NAME_TAKEN,LINK,c-1,\"O'Brien, \"\"Ltd\"\"\nDublin\",58,Plain,The name belongs to Vendor 4.,,"
                                + "Plain Ltd\r\n"
                                + "UNDECIDED_DUPLICATE,,c-2,\"O'Brien, \"\"Ltd\"\"\nDublin\",,,,,Plain | Plain & Co\r\n");
    }

    @Test
    void noCellActsAsAFormula() {
        for (String bad : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =cmd|' /C calc'!A0", "＝1")) {
            assertThat(report(bad).toCsv()).as(bad).contains("'" + bad);
        }
        assertThat(report("A-1 = fine").toCsv()).contains(",A-1 = fine,");
    }

    @Test
    void theMailShowsNamesAndNeverRunsThem() {
        String html = report("<script>alert('x')</script> & \"Co\"").toHtml();
        assertThat(html)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Co&quot;")
                .contains("dana &lt;d@firm&gt;")
                .contains("name taken", "Free names: Plain Ltd.", "Could be: Plain, Plain &amp; Co", "Not decided (1)")
                .doesNotContain("<script", "javascript:", "src=", "href=");
    }

    @Test
    void theMailIsASmallOne() {
        SetupReport many = new SetupReport(
                RUN,
                List.of(),
                Collections.nCopies(
                        50_000, report("Client Of Some Length").undecided().get(0)));
        assertThat(many.toHtml()).contains("and 49900 more").hasSizeLessThan(50_000);
    }
}
