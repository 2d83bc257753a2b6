package dev.tieout.examples.benchmarks;

import com.intuit.ipp.data.Customer;
import com.sun.management.OperatingSystemMXBean;
import dev.tieout.RemoteId;
import dev.tieout.qbo.call.PaceLimits;
import java.lang.management.ManagementFactory;
import java.net.URI;
import okio.Buffer;

/**
 * A process that makes one call, or reads one answer, with one of the SDKs and prints the CPU time that took, from the start of {@code main}.
 * Both are given their tokens. Intuit's client goes by way of a proxy, which is the server itself or opens a tunnel to it.
 */
final class FirstCall {
    private FirstCall() {}

    public static void main(String[] args) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = system.getProcessCpuTime();
        URI server = URI.create(args[1]);
        String name = switch (args[0]) {
            case "tieout" -> tieout(server, args[2]);
            case "tieout-read" -> tieoutRead();
            case "intuit" -> intuit(server);
            default -> intuitRead();
        };
        long nanos = system.getProcessCpuTime() - start;
        if (name.isEmpty()) {
            throw new IllegalStateException("The call answered nothing");
        }
        System.out.println(nanos);
    }

    private static String tieout(URI server, String tokens) {
        return Connected.tieout(server, PaceLimits.standard(), Connected.tokens(tokens))
                .read(dev.tieout.qbo.entity.Customer.TYPE, RemoteId.of("8"))
                .displayName()
                .orElse("");
    }

    private static String tieoutRead() throws Exception {
        return dev.tieout.qbo.entity.Customer.TYPE
                .codec()
                .readEnvelope(new Buffer().write(CustomerJson.envelope(7)))
                .displayName()
                .orElse("");
    }

    private static String intuitRead() throws Exception {
        return ((Customer) Peer.single(CustomerJson.envelope(7))).getDisplayName();
    }

    private static String intuit(URI server) throws Exception {
        Customer customer = new Customer();
        customer.setId("8");
        return Connected.intuit(server).findById(customer).getDisplayName();
    }
}
