package dev.tieout.qbo.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceTest {
    private final Once<String> once = new Once<>();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void manyWhoAskGetOneValue() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(() -> once.get(() -> {
                    begun.countDown();
                    await(go);
                    return "read " + reads.incrementAndGet();
                })));
            }
            await(begun);
            go.countDown();
            for (Future<String> one : all) {
                assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo("read 1");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFailureIsPassedOnAndNotRemembered() {
        assertThatThrownBy(() -> once.get(() -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(once.get(() -> "read")).isEqualTo("read");
    }

    @Test
    void whatACacheForgetsWhileItIsReadIsReadAnew() {
        Cache<String, Once<String>> cache = Caffeine.newBuilder().build();
        assertThat(cache.get("a", key -> new Once<>()).get(() -> {
                    cache.invalidate("a");
                    return "old";
                }))
                .isEqualTo("old");
        assertThat(cache.get("a", key -> new Once<>()).get(() -> "new")).isEqualTo("new");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
