package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemorySyncStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
}
