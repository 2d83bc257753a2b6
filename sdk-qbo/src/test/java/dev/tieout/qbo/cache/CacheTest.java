package dev.tieout.qbo.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CacheTest {
    private final AtomicLong seconds = new AtomicLong(Long.MAX_VALUE / 1_000_000_000L);

    private Cache<String, String> cache(int most, boolean renewedByUse) {
        return new Cache<>(
                most,
                Duration.ofSeconds(10),
                renewedByUse,
                () -> Duration.ofSeconds(1).toNanos() * seconds.get());
    }

    @Test
    void aValueIsMadeOnceAndFoundAgain() {
        Cache<String, String> cache = cache(10, true);
        AtomicInteger made = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            assertThat(cache.get("a", key -> key + made.incrementAndGet())).isEqualTo("a1");
        }
        assertThat(cache.find("a")).isEqualTo("a1");
        assertThat(cache.find("b")).isNull();
    }

    @Test
    void useRenewsWhereThatIsMeant() {
        Cache<String, String> used = cache(10, true);
        Cache<String, String> fresh = cache(10, false);
        used.put("a", "1");
        fresh.put("a", "1");
        for (int i = 0; i < 3; i++) {
            seconds.addAndGet(4);
            assertThat(used.find("a")).isEqualTo("1");
            assertThat(fresh.find("a")).isEqualTo(i < 2 ? "1" : null);
        }
        // Past where the clock's number turns negative, as System.nanoTime() may.
        seconds.addAndGet(10);
        assertThat(used.find("a")).isNull();
    }

    @Test
    void theLongestUnusedGoesWhenItIsFull() {
        Cache<String, String> cache = cache(2, true);
        cache.put("a", "1");
        cache.put("b", "2");
        cache.find("a");
        cache.put("c", "3");
        assertThat(cache.find("a")).isEqualTo("1");
        assertThat(cache.find("b")).isNull();
        assertThat(cache.find("c")).isEqualTo("3");
    }

    @Test
    void aPutMakesYoungAgain() {
        Cache<String, String> cache = cache(2, false);
        cache.put("a", "1");
        cache.put("b", "2");
        seconds.addAndGet(6);
        cache.put("a", "3");
        seconds.addAndGet(6);
        assertThat(cache.find("a")).isEqualTo("3");
        assertThat(cache.find("b")).isNull();
    }

    @Test
    void aFailureIsPassedOnAndNotRemembered() {
        Cache<String, String> cache = cache(2, false);
        assertThatThrownBy(() -> cache.get("a", key -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(cache.find("a")).isNull();
        assertThat(cache.get("a", key -> "1")).isEqualTo("1");
    }

    @Test
    void manyWhoAskForOneKeyGetOneValueAndOtherKeysAreNotHeldUp() throws Exception {
        Cache<String, String> cache = cache(2, false);
        AtomicInteger made = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(() -> cache.get("a", key -> {
                    begun.countDown();
                    await(go);
                    return "a" + made.incrementAndGet();
                })));
            }
            await(begun);
            assertThat(cache.get("b", key -> "b")).isEqualTo("b");
            go.countDown();
            for (Future<String> one : all) {
                assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo("a1");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatIsForgottenWhileItIsMadeIsMadeAnew() {
        Cache<String, String> cache = cache(2, false);
        assertThat(cache.get("a", key -> {
                    cache.forget(key);
                    return "old";
                }))
                .isEqualTo("old");
        assertThat(cache.find("a")).isNull();
        assertThat(cache.get("a", key -> "new")).isEqualTo("new");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
