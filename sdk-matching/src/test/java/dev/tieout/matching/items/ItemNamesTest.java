package dev.tieout.matching.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import dev.tieout.matching.MatchDecisions;
import dev.tieout.model.ServiceItem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Monthly Bookkeeping - Basic | MONTHLY BOOKKEEPING (BASIC)",
                "1040 Individual Tax Return | Tax:1040 Individual Tax Return",
                "Tax: 1040 Individual | 1040 Individual",
                "Tax 1040 Individual | Tax:1040 Individual",
                "1040-X Amended Return | 1040X Amended Returns",
                "Payroll & Benefits | Payroll and Benefits",
                "Payroll Set-up | Payroll Setup",
                "Quarterly Payroll | Payroll, Qtrly",
                "Individual Return Preparation | Individual Return Prep Services",
                "Level II Support | Support Level 2",
                "Bookkeeping cleanup | Bookeeping cleanup",
                "S-Corp Formation | S Corporation Formation",
                "Estate Planning | Estate Plng",
                "Consulting | Consulting - Hourly",
                "Non-profit Audit | Nonprofit audit",
                "1st Quarter 941 | 1 quarter 941",
                "Bookkeeping w/o Payroll | Bookkeeping without payroll",
                "Will (Simple) | Simple Will",
                "Tax Prep & Filing - Form 1065 | Form 1065 Tax Preparation and Filing",
                "Business Valuation Report | Business Valuation Reporting"
            })
    void oneServiceUnderTwoSpellingsIsMatched(String itemName, String recordName) {
        assertThat(bucket(itemName, recordName)).isEqualTo(Bucket.MATCH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1040 Tax Return | 1040-X Tax Return",
                "1040 Tax Return | 1120 Tax Return",
                "Form 990 | Form 990-EZ",
                "Bookkeeping Basic | Bookkeeping Premium",
                "Bookkeeping | Bookkeeping Premium",
                "Support Level 1 | Support Level 2",
                "Tax Return 2025 | Tax Return 2026",
                "Tax Return | Tax Return 2026",
                "Monthly Payroll | Quarterly Payroll",
                "Federal Return | State Return",
                "Consulting - Hourly | Consulting - Flat fee",
                "Payroll | Payroll Audit",
                "Lease Review | Contract Review",
                "State Filing | Estate Filing",
                "Filing with penalty | Filing without penalty",
                "Tax: Review | Payroll:Review",
                "Payroll Pro | Payroll Processing",
                "Schedule C | Schedule E",
                "Will | Will Review",
                "990 | 990-T",
                "W-2 Filing | W-3 Filing",
                "Bookkeeping+ | Bookkeeping",
                "Payroll up to 10 employees | Payroll up to 25 employees"
            })
    void twoServicesThatLookAlikeAreNeverMatched(String itemName, String recordName) {
        assertThat(bucket(itemName, recordName)).isNotEqualTo(Bucket.MATCH);
    }

    private static Bucket bucket(String itemName, String fullRecordName) {
        ServiceItem item = ServiceItem.builder(LocalId.of("a"), itemName).build();
        ItemRecord record = ItemRecord.builder(
                        RemoteId.of("1"), fullRecordName.substring(fullRecordName.lastIndexOf(':') + 1))
                .fullyQualifiedName(fullRecordName)
                .build();
        ItemMatchPlan plan = ItemMatcher.match(List.of(item), List.of(record), MatchDecisions.none());
        return plan.item(LocalId.of("a")).orElseThrow().bucket();
    }
}
