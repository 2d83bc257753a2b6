package dev.tieout.examples.benchmarks;

import dev.tieout.qbo.api.Query;
import dev.tieout.qbo.call.PaceLimits;
import dev.tieout.qbo.entity.Customer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.net.URI;
import java.util.stream.Stream;

/** A process that reads all customers of a server through a query and prints their number, balance and its peak heap. */
final class StreamAll {
    private StreamAll() {}

    public static void main(String[] args) {
        long count = 0;
        BigDecimal balance = BigDecimal.ZERO;
        try (Stream<Customer> all =
                Connected.tieout(URI.create(args[0]), PaceLimits.unlimited()).query(Query.of(Customer.TYPE))) {
            for (Customer customer : (Iterable<Customer>) all::iterator) {
                balance = balance.add(customer.balance().orElseThrow());
                count++;
            }
        }
        System.out.println(count + " " + balance + " " + peakHeap());
    }

    private static long peakHeap() {
        long sum = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            sum += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
        }
        return sum;
    }
}
