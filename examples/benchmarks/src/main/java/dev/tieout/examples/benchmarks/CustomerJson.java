package dev.tieout.examples.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Makes customers as QuickBooks sends them in a query answer of 2026: about 1.59 KB each, 35 known members, two
 * addresses, an escape and a letter beyond ASCII, and four members this library does not know.
 */
final class CustomerJson {
    private static final OffsetDateTime FIRST = OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(-7));

    private CustomerJson() {}

    /** The answer to a query: {@code count} customers from number {@code first} on. */
    static byte[] page(int first, int count) {
        StringBuilder json = new StringBuilder(count * 1600 + 100);
        json.append("{\"QueryResponse\":{\"Customer\":[");
        for (int i = first; i < first + count; i++) {
            json.append(i == first ? "" : ",");
            append(json, i);
        }
        json.append("],\"startPosition\":1,\"maxResults\":").append(count);
        json.append("},\"time\":\"2026-05-05T03:13:29.123-07:00\"}");
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The answer to a read. */
    static byte[] envelope(int number) {
        StringBuilder json = new StringBuilder("{\"Customer\":");
        append(json, number);
        return json.append(",\"time\":\"2026-05-05T03:13:29.123-07:00\"}")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** When a customer was last changed: a second after the one before. */
    static String changed(int number) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(FIRST.plusSeconds(number));
    }

    /** The number of the first customer changed at this time or later. */
    static int firstChangedAt(OffsetDateTime time) {
        return (int) Math.max(0, time.toEpochSecond() - FIRST.toEpochSecond());
    }

    private static void append(StringBuilder json, int i) {
        String name = "Müller & \\\"Sons\\\" " + i;
        json.append("{\"Taxable\":true,\"BillAddr\":");
        address(json, i);
        json.append(",\"ShipAddr\":");
        address(json, i + 1);
        json.append(",\"Notes\":\"Prefers calls.\"");
        json.append(",\"Job\":false,\"BillWithParent\":false,\"SalesTermRef\":{\"value\":\"3\"},");
        json.append("\"PaymentMethodRef\":{\"value\":\"1\"},\"Balance\":")
                .append(i % 9000)
                .append(".50,");
        json.append("\"BalanceWithJobs\":").append(i % 9000).append(".50,");
        json.append("\"CurrencyRef\":{\"value\":\"USD\",\"name\":\"United States Dollar\"},");
        json.append("\"PreferredDeliveryMethod\":\"Print\",\"ResaleNum\":\"R-")
                .append(i)
                .append("\",");
        json.append("\"IsProject\":false,\"ClientEntityId\":\"0\",\"domain\":\"QBO\",\"sparse\":false,\"Id\":\"");
        json.append(i + 1).append("\",\"SyncToken\":\"").append(i % 7).append("\",\"MetaData\":{\"CreateTime\":\"");
        json.append(changed(i))
                .append("\",\"LastUpdatedTime\":\"")
                .append(changed(i))
                .append("\"},");
        json.append(
                "\"OpenBalanceDate\":\"2026-01-31\",\"Title\":\"Ms.\",\"GivenName\":\"Änne\",\"MiddleName\":\"B.\",");
        json.append("\"FamilyName\":\"Müller\",\"Suffix\":\"Jr.\",\"FullyQualifiedName\":\"")
                .append(name);
        json.append("\",\"CompanyName\":\"")
                .append(name)
                .append("\",\"DisplayName\":\"")
                .append(name);
        json.append("\",\"PrintOnCheckName\":\"").append(name).append("\",\"Active\":true,\"V4IDPseudonym\":\"");
        json.append("0020985f6b1e9c7a4f3d8e2b5c6a7d8e9f0a").append(i).append("\",\"PrimaryPhone\":");
        json.append("{\"FreeFormNumber\":\"(555) 555-0").append(100 + i % 900).append("\"},\"Mobile\":");
        json.append("{\"FreeFormNumber\":\"(555) 555-1").append(100 + i % 900).append("\"},\"PrimaryEmailAddr\":");
        json.append("{\"Address\":\"customer").append(i).append("@example.org\"},\"WebAddr\":{\"URI\":");
        json.append("\"https://example.org/").append(i).append("\"},\"DefaultTaxCodeRef\":{\"value\":\"2\"},");
        json.append("\"NewFlag\":true,\"NewNumber\":12.30,\"NewText\":\"something added later\",");
        json.append("\"NewObject\":{\"kind\":\"future\",\"values\":[1,2.50,null]}}");
    }

    private static void address(StringBuilder json, int i) {
        json.append("{\"Id\":\"").append(i).append("\",\"Line1\":\"").append(i).append(" Finch St.\",\"Line2\":");
        json.append("\"Building 7, second floor\",\"City\":\"Bayshore\",\"Country\":\"USA\",");
        json.append(
                "\"CountrySubDivisionCode\":\"CA\",\"PostalCode\":\"94326\",\"Lat\":\"INVALID\",\"Long\":\"INVALID\"}");
    }
}
