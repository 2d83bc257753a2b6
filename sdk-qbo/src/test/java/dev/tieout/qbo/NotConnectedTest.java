package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.qbo.fault.NotConnectedException;
import dev.tieout.qbo.sync.DifferencePlan;
import dev.tieout.qbo.sync.TieOut;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a controller catches where a firm has no company: one type, whatever was called. */
class NotConnectedTest {
    @Test
    void everyCallOnAFirmWithoutACompanySaysSoByType() {
        try (Firm w = Firm.connected()) {
            Company stranger = w.quickBooks.company(TenantId.of("stranger"));
            LocalId id = LocalId.of("c-1");
            Client client = Client.builder(id, "Fiona Gallagher").build();
            Map<String, ThrowingCallable> calls = Map.ofEntries(
                    Map.entry("sync", () -> stranger.clients().sync(client)),
                    Map.entry("stage", () -> stranger.clients().stage(client)),
                    Map.entry("preview", () -> stranger.setup().preview()),
                    Map.entry("catalog", () -> stranger.catalog().classes()),
                    Map.entry("api", stranger::api),
                    Map.entry("status", () -> stranger.status(RecordKind.CLIENT, id)),
                    Map.entry("statuses", () -> stranger.statuses(RecordKind.CLIENT, List.of(id))),
                    Map.entry("retry", () -> stranger.retry(RecordKind.CLIENT, id)),
                    Map.entry("retryAll", stranger::retryAll),
                    Map.entry("problems", stranger::problems),
                    Map.entry("overview", stranger::overview),
                    Map.entry("records", () -> stranger.records(RecordKind.CLIENT, SyncState.SYNCED, null, 10)),
                    Map.entry("creditMemos", () -> stranger.creditMemos().status(id)),
                    Map.entry("payouts", () -> stranger.payouts().status(id)),
                    Map.entry("refunds", () -> stranger.refunds().status(id)),
                    Map.entry("resolve", () -> stranger.invoices().resolve(id, Side.QUICKBOOKS)),
                    Map.entry("differences", () -> stranger.differences(RecordKind.CLIENT)),
                    Map.entry(
                            "settle",
                            () -> stranger.settle(new DifferencePlan(RecordKind.CLIENT, null, List.of()), Side.APP)),
                    Map.entry(
                            "repair",
                            () -> stranger.repair(
                                    new TieOut.Difference(RecordKind.CLIENT, id, null, Set.of(), null, null))),
                    Map.entry("linkTo", () -> stranger.linkTo(RecordKind.CLIENT, id)),
                    Map.entry("tieOut", stranger::tieOut));
            calls.forEach((name, call) -> assertThatThrownBy(call)
                    .as(name)
                    .isInstanceOf(NotConnectedException.class)
                    .hasMessageContaining("tenant stranger has no QuickBooks company: connect one first"));
        }
    }
}
