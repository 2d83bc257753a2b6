package dev.tieout.testkit.company;

import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One QuickBooks company. Thread-safe: requests of one company run one after the other, as far as anybody can tell.
 * Deterministic: the same requests at the same times with the same seed give the same answers, byte for byte.
 */
public final class FakeCompany {
    private final String realmId;
    private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();

    FakeCompany(String realmId) {
        this.realmId = Objects.requireNonNull(realmId, "realmId");
    }

    /** The company's id in paths. */
    public String realmId() {
        return realmId;
    }

    /**
     * Answers a request whose credentials have been checked by the caller. Never throws, whatever the request holds.
     */
    public FakeResponse handle(FakeRequest request) {
        return FakeResponse.json(404, "{}");
    }

    /** Calls {@code listener} for every change from now on. */
    public void onChange(ChangeListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }
}
