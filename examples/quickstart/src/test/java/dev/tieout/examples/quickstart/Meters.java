package dev.tieout.examples.quickstart;

import dev.tieout.TenantId;
import dev.tieout.qbo.call.CallInfo;
import dev.tieout.qbo.call.CallListener;
import dev.tieout.qbo.call.CallResult;
import dev.tieout.qbo.connect.Connection;
import dev.tieout.qbo.connect.ConnectionListener;
import dev.tieout.sync.SyncListener;
import dev.tieout.sync.SyncStatus;
import io.micrometer.core.instrument.MeterRegistry;

/** The meters of docs/operate.md. */
// tag::meters
final class Meters implements CallListener, SyncListener, ConnectionListener {
    private final MeterRegistry registry;

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void ended(CallInfo call, CallResult result) {
        registry.timer(
                        "tieout.calls",
                        "entity",
                        call.entity(),
                        "operation",
                        call.operation(),
                        "status",
                        Integer.toString(result.status()),
                        "failure",
                        result.failure().map(Enum::name).orElse("none"))
                .record(result.duration());
    }

    @Override
    public void changed(TenantId tenant, SyncStatus before, SyncStatus after) {
        if (before.state() != after.state()) {
            registry.counter(
                            "tieout.records",
                            "kind",
                            after.kind().word(),
                            "state",
                            after.state().name())
                    .increment();
        }
    }

    @Override
    public void changed(Connection before, Connection after) {
        registry.counter("tieout.connections", "state", after.state().name()).increment();
    }
}
// end::meters
