package dev.tieout.examples.benchmarks;

import com.squareup.moshi.JsonReader;
import dev.tieout.qbo.entity.Customer;
import java.io.IOException;
import okio.Buffer;

/** Reading answers: a page of 1,000 customers, and one customer. */
final class ReadingBenchmarks {
    private static final String OURS = "tieout";
    private static final String TYPED = "tieout, then 12 typed fields of each";
    private static final String INTUIT = "intuit";
    private static final String SCAN = "moshi scan";

    private ReadingBenchmarks() {}

    static void page(Report report) throws Exception {
        byte[] page = CustomerJson.page(0, 1000);
        report.title(String.format("page: 1,000 customers, %,d bytes, unknown fields kept", page.length));
        Meter.Costs costs = new Meter()
                .add(OURS, () -> ours(page))
                .add(TYPED, () -> typed(page))
                .add(INTUIT, () -> Peer.page(page))
                .add(SCAN, () -> scan(page))
                .run(25, 60, 1);
        print(report, costs);
        Meter.Cost ours = costs.of(OURS);
        Meter.Cost intuit = costs.of(INTUIT);
        Meter.Cost scan = costs.of(SCAN);
        report.atMost("CPU, of Intuit's", ours.minMillis() / intuit.minMillis(), 1.0 / 3, "x");
        report.atMost(
                "CPU with typed fields, of Intuit's", costs.of(TYPED).minMillis() / intuit.minMillis(), 1.0 / 3, "x");
        report.atMost("allocation, of Intuit's", (double) ours.bytes() / intuit.bytes(), 1.0 / 6, "x");
        report.atMost("CPU, of a scan of every name and value", ours.minMillis() / scan.minMillis(), 1.6, "x");
    }

    static void single(Report report) throws Exception {
        byte[] json = CustomerJson.envelope(7);
        report.title(String.format("single: one customer, %,d bytes", json.length));
        Meter.Costs costs = new Meter()
                .add(OURS, () -> one(json))
                .add(INTUIT, () -> Peer.single(json).hashCode())
                .run(60, 200, 5);
        print(report, costs);
        Meter.Cost ours = costs.of(OURS);
        Meter.Cost intuit = costs.of(INTUIT);
        report.atMost("CPU, of Intuit's", ours.minMillis() / intuit.minMillis(), 1.0 / 20, "x");
        report.atMost("allocation, of Intuit's", (double) ours.bytes() / intuit.bytes(), 1.0 / 40, "x");
    }

    private static void print(Report report, Meter.Costs costs) {
        report.line("%-40s %12s %12s %14s", "", "min CPU ms", "median ms", "bytes");
        costs.byName()
                .forEach((name, cost) -> report.line(
                        "%-40s %12.4f %12.4f %,14d", name, cost.minMillis(), cost.medianMillis(), cost.bytes()));
    }

    private static long ours(byte[] page) throws IOException {
        long[] members = new long[1];
        Customer.TYPE.codec().readQuery(new Buffer().write(page), customer -> members[0]++);
        return members[0];
    }

    private static long typed(byte[] page) throws IOException {
        long[] sum = new long[1];
        Customer.TYPE.codec().readQuery(new Buffer().write(page), customer -> sum[0] += touch(customer));
        return sum[0];
    }

    private static long touch(Customer customer) {
        return 0L
                + customer.id().hashCode()
                + customer.displayName().hashCode()
                + customer.companyName().hashCode()
                + customer.primaryEmailAddr().hashCode()
                + customer.primaryPhone().hashCode()
                + customer.active().hashCode()
                + customer.balance().hashCode()
                + customer.balanceWithJobs().hashCode()
                + customer.openBalanceDate().hashCode()
                + customer.preferredDeliveryMethod().hashCode()
                + customer.metaData().flatMap(m -> m.createTime()).hashCode()
                + customer.metaData().flatMap(m -> m.lastUpdatedTime()).hashCode();
    }

    private static long one(byte[] json) throws IOException {
        return Customer.TYPE
                .codec()
                .readEnvelope(new Buffer().write(json))
                .memberNames()
                .size();
    }

    private static long scan(byte[] page) throws IOException {
        return scan(JsonReader.of(new Buffer().write(page)));
    }

    private static long scan(JsonReader reader) throws IOException {
        long sum = 0;
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                reader.beginObject();
                while (reader.hasNext()) {
                    sum += reader.nextName().length() + scan(reader);
                }
                reader.endObject();
            }
            case BEGIN_ARRAY -> {
                reader.beginArray();
                while (reader.hasNext()) {
                    sum += scan(reader);
                }
                reader.endArray();
            }
            case STRING, NUMBER -> sum += reader.nextString().length();
            case BOOLEAN -> sum += reader.nextBoolean() ? 1 : 0;
            default -> reader.nextNull();
        }
        return sum;
    }
}
