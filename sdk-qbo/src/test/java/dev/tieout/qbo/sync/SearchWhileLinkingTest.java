package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.matching.search.CustomerHit;
import dev.tieout.model.Client;
import dev.tieout.qbo.Firm;
import dev.tieout.spi.SyncStore;
import dev.tieout.store.InMemorySyncStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Links were forgotten before they were written: whoever searched meanwhile kept the old state for ten minutes. */
class SearchWhileLinkingTest {
    private final AtomicReference<Runnable> beforeSave = new AtomicReference<>(() -> {});
    private final Firm firm = Firm.connected(watched(new InMemorySyncStore()));

    @AfterEach
    void stop() {
        firm.close();
    }

    @Test
    void aSearchDuringAMatchDoesNotHideTheLink() {
        assertThat(linked()).isFalse();
        Client client = firm.client("c-1", "Brightwater Dental Group");
        beforeSave.set(this::linked);
        firm.company.clients().match(client, first().customer().id());
        assertThat(linked()).isTrue();
        firm.company.clients().unmatch(client.id());
        assertThat(linked()).isFalse();
    }

    private boolean linked() {
        return first().customer().linked();
    }

    private CustomerHit first() {
        return firm.company.clients().search("brightw").get(0);
    }

    private SyncStore watched(SyncStore store) {
        return (SyncStore) Proxy.newProxyInstance(
                SyncStore.class.getClassLoader(), new Class<?>[] {SyncStore.class}, (proxy, method, args) -> {
                    if (method.getName().equals("save")) {
                        beforeSave.get().run();
                    }
                    try {
                        return method.invoke(store, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
