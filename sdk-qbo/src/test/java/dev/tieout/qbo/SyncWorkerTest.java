package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.qbo.call.CallInfo;
import dev.tieout.qbo.call.CallListener;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.sync.Progress;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemorySyncStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worker ends in silence neither of an exception nor of an error. */
class SyncWorkerTest {
    /** A store that fails from some moment on, in the way given. */
    private static final class Failing {
        private final CountDownLatch asked;
        private volatile Throwable failure;

        Failing(int times) {
            asked = new CountDownLatch(times);
        }

        SyncStore over(SyncStore store) {
            return (SyncStore) Proxy.newProxyInstance(
                    SyncStore.class.getClassLoader(), new Class<?>[] {SyncStore.class}, (proxy, method, args) -> {
                        if (method.getName().equals("dueTenants") && failure != null) {
                            asked.countDown();
                            throw failure;
                        }
                        try {
                            return method.invoke(store, args);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NoClassDefFoundError", "StackOverflowError", "OutOfMemoryError"})
    void anErrorIsTold(String name) throws Exception {
        Failing failing = new Failing(1);
        try (Firm firm = Firm.connected(failing.over(new InMemorySyncStore()))) {
            failing.failure = switch (name) {
                case "NoClassDefFoundError" -> new NoClassDefFoundError("canary");
                case "StackOverflowError" -> new StackOverflowError();
                default -> new OutOfMemoryError("canary");
            };
            RecordedLogs.clear();
            try (SyncWorker worker = firm.quickBooks.startWorker()) {
                assertThat(worker).isNotNull();
                assertThat(failing.asked.await(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(RecordedLogs.lines())
                    .anyMatch(line -> line.startsWith("ERROR dev.tieout.qbo.SyncWorker") && line.contains(name));
        }
    }

    @Test
    void anExceptionIsToldAndTheNextSecondIsTried() throws Exception {
        Failing failing = new Failing(2);
        try (Firm firm = Firm.connected(failing.over(new InMemorySyncStore()))) {
            failing.failure = new IllegalStateException("canary");
            RecordedLogs.clear();
            try (SyncWorker worker = firm.quickBooks.startWorker()) {
                assertThat(worker).isNotNull();
                assertThat(failing.asked.await(30, TimeUnit.SECONDS))
                        .as("asked again")
                        .isTrue();
            }
            assertThat(RecordedLogs.lines())
                    .anyMatch(line -> line.startsWith("ERROR dev.tieout.qbo.SyncWorker")
                            && line.contains("IllegalStateException"))
                    .noneMatch(line -> line.contains("canary"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_001})
    void threadsOutOfRangeAreRefused(int threads) {
        try (Firm firm = Firm.connected()) {
            assertThatThrownBy(() -> firm.quickBooks.startWorker(threads))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("threads is " + threads);
        }
    }

    /** What another thread of the process works on is left to it, though the lease is the process's own. */
    @Test
    void oneThreadOfAProcessWorksOnAFirmAtATime() throws Exception {
        AtomicReference<Progress> meanwhile = new AtomicReference<>();
        AtomicReference<Company> company = new AtomicReference<>();
        try (Firm firm = Firm.connected()) {
            CallListener asking = new CallListener() {
                @Override
                public void started(CallInfo call) {
                    if (meanwhile.get() == null && call.write()) {
                        meanwhile.set(company.get().runDue(Duration.ofSeconds(1)));
                    }
                }
            };
            QuickBooks process = firm.host("node-2")
                    .callSettings(CallSettings.builder()
                            .clock(firm.fake.clock())
                            .sleeper(pause -> firm.fake.clock().advance(pause))
                            .listener(asking)
                            .build())
                    .build();
            company.set(process.company(Firm.TENANT));
            company.get().clients().stage(firm.client("c-1", "Fiona Gallagher"));
            process.runDue();
            assertThat(meanwhile.get().why()).isEqualTo(Progress.Why.BUSY);
            assertThat(firm.count("Customer", "DisplayName", "Fiona Gallagher")).isOne();
            process.close();
        }
    }
}
