package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.call.CallInfo;
import dev.tieout.qbo.call.CallListener;
import dev.tieout.qbo.call.CallResult;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A node falls asleep over a write, another takes it over, and the first wakes: whoever is answered what and when, it is
 * one record, and both sides agree in the end.
 */
class TwoNodesOneWriteTest {
    private static final LocalId ID = LocalId.of("i-1");

    private final Meanwhile meanwhile = new Meanwhile();
    private Firm firm;
    private Client client;
    private ServiceItem item;
    private QuickBooks other;
    private int before;

    @BeforeEach
    void twoNodes() {
        InMemorySyncStore store = new InMemorySyncStore();
        firm = Firm.withDefaults(meanwhile.seen(store));
        other = firm.host("node-2").syncStore(store).build();
        client = firm.client("c-1", "Written Twice");
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
        firm.company.invoices().sync(Firm.invoice("i-0", client, item, "7.00"));
        before = firm.books.all("Invoice").size();
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private ClientInvoice invoice(String amount) {
        return Firm.invoice("i-1", client, item, amount);
    }

    private void otherWorks() {
        while (other.runDue() > 0) {
            // until nothing is due
        }
    }

    private void hours(int hours) {
        for (int hour = 0; hour < hours; hour++) {
            firm.fake.clock().advance(Duration.ofHours(1));
            firm.work();
            otherWorks();
        }
    }

    private void answer(String how) {
        FaultRule rule = FaultRule.on("Invoice", "create");
        switch (how) {
            case "answered" -> {}
            case "lost" -> firm.fake.faults().add(rule.times(4), Fault.answerLost());
            case "HTTP 400" -> firm.fake.faults().add(rule, Fault.text(400, "<html>no</html>"));
            default -> firm.fake.faults().add(rule, Fault.code(how));
        }
    }

    private void assertOne(String amount) {
        SyncStatus status = firm.company.invoices().status(ID);
        assertThat(firm.books.all("Invoice"))
                .extracting(each -> each.get("Id"))
                .as("%s", status)
                .hasSize(before + 1);
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        assertThat((BigDecimal) firm.inQuickBooks("Invoice", status.remoteId(), "TotalAmt"))
                .isEqualByComparingTo(amount);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    static Stream<Arguments> sleepsAndAnswers() {
        return Stream.of("PT5M", "PT20M", "PT23H", "PT25H", "PT49H")
                .flatMap(sleep -> Stream.of("answered", "lost", "2500", "HTTP 400")
                        .flatMap(there -> Stream.of("answered", "lost", "2500", "6000", "HTTP 400")
                                .map(here -> Arguments.of(sleep, there, here))));
    }

    /** It had decided and stored, and was about to send; the other works on every hour meanwhile. */
    @ParameterizedTest
    @MethodSource("sleepsAndAnswers")
    void theFirstSleepsBetweenStoringAndSending(String sleep, String there, String here) {
        meanwhile.at("after saveAll invoice"::equals, () -> {
            answer(there);
            Duration left = Duration.parse(sleep);
            while (left.compareTo(Duration.ZERO) > 0) {
                Duration step = left.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : left;
                firm.fake.clock().advance(step);
                otherWorks();
                left = left.minus(step);
            }
            firm.fake.faults().clear();
            answer(here);
        });
        firm.company.invoices().sync(invoice("100.00"));
        assertThat(meanwhile.waits()).isFalse();
        firm.fake.faults().clear();
        hours(30);
        firm.company.invoices().sync(invoice("120.00"));
        hours(2);

        assertOne("120.00");
    }

    static Stream<Arguments> placesAndRefusals() {
        return Stream.of("stored", "calling")
                .flatMap(place -> Stream.of("2500", "6000", "HTTP 400", "repeats are refused")
                        .map(here -> Arguments.of(place, here)));
    }

    /** The other's write is carried out; before it hears so, the first wakes, is refused, and its user edits. */
    @ParameterizedTest
    @MethodSource("placesAndRefusals")
    void theFirstIsRefusedWhileTheOthersAnswerIsUnderWay(String place, String here) throws Exception {
        CountDownLatch asleep = new CountDownLatch(1);
        CountDownLatch awake = new CountDownLatch(1);
        Callable<Void> sleeping = () -> {
            asleep.countDown();
            await(awake);
            return null;
        };
        QuickBooks one = firm.quickBooks;
        if (place.equals("stored")) {
            meanwhile.at("after saveAll invoice"::equals, () -> {
                asleep.countDown();
                await(awake);
            });
        } else {
            one = node("node-1", new Once(true, sleeping));
        }
        InvoiceSync invoices = one.company(Firm.TENANT).invoices();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<SyncStatus> first = thread.submit(() -> {
                invoices.sync(invoice("100.00"));
                return invoices.sync(invoice("120.00"));
            });
            await(asleep);
            firm.fake.clock().advance(Duration.ofMinutes(5));
            other = node("node-2", new Once(false, () -> {
                if (here.equals("repeats are refused")) {
                    firm.books.switches(firm.books.switches().with(CompanySwitch.REQUEST_ID_REPEAT_IS_6000));
                } else {
                    answer(here);
                }
                awake.countDown();
                return first.get(60, TimeUnit.SECONDS);
            }));
            otherWorks();
            assertThat(first).isDone();
        } finally {
            awake.countDown();
            thread.shutdown();
        }
        firm.fake.faults().clear();
        hours(30);

        assertOne("120.00");
    }

    private QuickBooks node(String name, CallListener listener) {
        return firm.host(name)
                .callSettings(CallSettings.builder()
                        .clock(firm.fake.clock())
                        .sleeper(pause -> firm.fake.clock().advance(pause))
                        .listener(listener)
                        .build())
                .build();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What happens when the first invoice is about to be sent, or is answered and who asked has not heard of it. */
    private static final class Once implements CallListener {
        private final boolean before;
        private final Callable<?> what;
        private boolean done;

        Once(boolean before, Callable<?> what) {
            this.before = before;
            this.what = what;
        }

        @Override
        public void started(CallInfo call) {
            pass(call, true);
        }

        @Override
        public void ended(CallInfo call, CallResult result) {
            pass(call, false);
        }

        private void pass(CallInfo call, boolean isBefore) {
            if (!done && isBefore == before && "Invoice".equals(call.entity()) && call.write()) {
                done = true;
                try {
                    what.call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** Whenever the other stores the same record, whatever fails besides: no exception leaves, and the newest wish arrives. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void theOtherStoresAtAnyMomentWhileAReadFails(int nth) {
        firm.company.invoices().sync(invoice("100.00"), 1);
        String id = firm.company.invoices().status(ID).remoteId().value();
        firm.books.inQuickBooks().change("Invoice", id, Map.of("PONumber", "7"));
        firm.fake.faults().add(FaultRule.on("Invoice", "read").times(4), Fault.html503());
        int[] saves = {0};
        meanwhile.at(
                now -> now.startsWith("before save") && now.endsWith(" invoice") && saves[0]++ == nth,
                () -> other.company(Firm.TENANT).invoices().stage(invoice("130.00"), 3));
        firm.company.invoices().sync(invoice("120.00"), 2);
        firm.work();
        hours(1);
        firm.fake.faults().clear();
        hours(3);
        assertThat(meanwhile.waits()).isFalse();
        assertOne("130.00");
    }

    @Test
    void aRunOfTheBackgroundGoesOnWhereTheOtherStoresWhatItWorksOn() {
        for (String id : new String[] {"i-1", "i-2"}) {
            firm.company.invoices().stage(Firm.invoice(id, client, item, "50.00"));
        }
        meanwhile.at(
                "before saveAll invoice"::equals,
                () -> other.company(Firm.TENANT).invoices().stage(invoice("60.00")));
        assertThat(firm.quickBooks.runDue()).isPositive();
        hours(1);
        before++; // the second of the two
        assertOne("60.00");
    }
}
