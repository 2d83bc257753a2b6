package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientCreditMemo;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Firm;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credit memos whose answers do not come: each act is carried out once. */
class CreditMemosLostOnTheWayTest {
    private Firm firm;
    private Client client;
    private ServiceItem item;

    @BeforeEach
    void connect() {
        firm = Firm.withDefaults();
        client = firm.client("c-1", "Credited Client");
        firm.company.clients().sync(client);
        item = firm.linkedItem("s-1");
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private CreditMemoSync credits() {
        return firm.company.creditMemos();
    }

    private SyncStatus sent(ClientCreditMemo credit) {
        SyncStatus status = credits().sync(credit);
        assertThat(status.state()).as("%s", status).isEqualTo(SyncState.SYNCED);
        return status;
    }

    private ClientCreditMemo credit(String amount) {
        return Firm.creditMemo("m-1", client, item, amount);
    }

    private void later(Duration time) {
        firm.fake.clock().advance(time);
        firm.work();
    }

    private Object there(SyncStatus status, String member) {
        return firm.inQuickBooks("CreditMemo", status.remoteId(), member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2500", "6000", "6210", "6140", "5030", "600", "<html>", ""})
    void aLostAnswerWithTheDefaultRetriesNeverDoublesACredit(String then) {
        int before = firm.books.all("CreditMemo").size();
        firm.fake.faults().add(FaultRule.on("CreditMemo", "create"), Fault.answerLost());
        if (!then.isEmpty()) {
            Fault next = then.equals("<html>") ? Fault.text(413, "<html>no</html>") : Fault.code(then);
            firm.fake.faults().add(FaultRule.on("CreditMemo", "create"), next);
        }
        credits().sync(credit("40.00"));
        credits().retry(LocalId.of("m-1"));
        later(Duration.ofHours(1));
        later(Duration.ofHours(26));

        assertThat(firm.books.all("CreditMemo")).hasSize(before + 1);
        assertThat(credits().status(LocalId.of("m-1")).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }

    @Test
    void anEditWhoseAnswerIsLostIsCarriedOutOnce() {
        SyncStatus status = sent(credit("40.00"));
        firm.fake.faults().add(FaultRule.on("CreditMemo", "update").times(8), Fault.answerLost());
        credits().sync(credit("45.00"));
        credits().sync(credit("50.00"));
        firm.fake.faults().clear();
        later(Duration.ofHours(26));

        assertThat(credits().status(status.localId()).state()).isEqualTo(SyncState.SYNCED);
        assertThat((BigDecimal) there(status, "TotalAmt")).isEqualByComparingTo("50");
        assertThat((List<?>) there(status, "Line")).hasSize(2);
    }

    @Test
    void aLostDeleteIsCarriedOutOnce() {
        SyncStatus status = sent(credit("40.00"));
        firm.fake.faults().add(FaultRule.on("CreditMemo", "delete").times(8), Fault.answerLost());
        credits().deleteNow(status.localId());
        firm.fake.faults().clear();
        later(Duration.ofHours(26));

        assertThat(credits().status(status.localId()).state()).isEqualTo(SyncState.SYNCED);
        assertThat(firm.books.find("CreditMemo", status.remoteId().value())).isEmpty();
        assertThat(firm.company.tieOut().agrees()).isTrue();
    }
}
