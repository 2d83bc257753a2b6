package dev.tieout.examples.cluster;

import dev.tieout.TenantId;
import dev.tieout.testkit.company.FakeCompany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at both sides without the library: each record that a user made must be in its firm's books once, with its amount, and
 * in no other firm's. Not thread-safe.
 */
final class Books {
    private final List<String> findings = new ArrayList<>();
    private long records;

    List<String> findings() {
        return findings;
    }

    long records() {
        return records;
    }

    /** @param app what users of the firm made: the mark of each record, and its amount */
    void compare(TenantId tenant, Map<String, BigDecimal> app, FakeCompany company) {
        Map<String, List<BigDecimal>> there = new HashMap<>();
        for (Map<String, Object> customer : company.all("Customer")) {
            add(there, String.valueOf(customer.get("DisplayName")), BigDecimal.ZERO);
        }
        for (Map<String, Object> invoice : company.all("Invoice")) {
            add(there, String.valueOf(invoice.get("PrivateNote")), amount(invoice, "TotalAmt"));
        }
        for (Map<String, Object> payment : company.all("Payment")) {
            add(there, String.valueOf(payment.get("PaymentRefNum")), amount(payment, "TotalAmt"));
            String reference = String.valueOf(payment.get("PaymentRefNum"));
            if (app.containsKey(reference) && amount(payment, "UnappliedAmt").signum() != 0) {
                findings.add(tenant + ": payment " + reference + " is not applied");
            }
        }
        app.forEach((mark, amount) -> {
            records++;
            List<BigDecimal> found = there.getOrDefault(mark, List.of());
            if (found.size() != 1) {
                findings.add(tenant + ": " + mark + " is there " + found.size() + " times");
            } else if (found.get(0).compareTo(amount) != 0) {
                findings.add(tenant + ": " + mark + " comes to " + found.get(0) + " and not to " + amount);
            }
        });
        there.keySet().stream()
                .filter(mark -> Load.isMark(mark) && !app.containsKey(mark))
                .forEach(mark -> findings.add(tenant + ": " + mark + " is another firm's, or nobody's"));
    }

    private static void add(Map<String, List<BigDecimal>> there, String mark, BigDecimal amount) {
        there.computeIfAbsent(mark, m -> new ArrayList<>()).add(amount);
    }

    private static BigDecimal amount(Map<String, Object> record, String member) {
        Object value = record.get(member);
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }
}
