package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.LocalId;
import dev.tieout.RealmId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.model.Client;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.qbo.sync.ProblemGroup;
import dev.tieout.qbo.sync.ProblemPage;
import dev.tieout.sync.Blame;
import dev.tieout.sync.FixedBy;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.SyncStatus;
import dev.tieout.testkit.company.CompanySwitch;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is stuck leads to where it can be put right. */
class LinksTest {
    private static final RealmId COMPANY = RealmId.of("9130000000000001");

    private final Firm firm = Firm.connected();

    @AfterEach
    void close() {
        firm.close();
    }

    @Test
    void aLinkNamesTheCompanyInEachEnvironment() {
        assertThat(new Links(Environment.PRODUCTION.appBase()).to(COMPANY, "invoice?txnId=130"))
                .isEqualTo(URI.create("https://qbo.intuit.com/login?deeplinkcompanyid=9130000000000001"
                        + "&pagereq=invoice%3FtxnId%3D130"));
        assertThat(new Links(Environment.SANDBOX.appBase()).to(COMPANY, "items").getHost())
                .isEqualTo("sandbox.qbo.intuit.com");
    }

    @Test
    void everyKindAndEveryRecordOfQuickBooksHasOne() {
        RemoteId id = RemoteId.of("12");
        Map<RecordKind, String> pages = Map.of(
                RecordKind.CLIENT, "customerdetail%3FnameId%3D12",
                RecordKind.SERVICE_ITEM, "items",
                RecordKind.INVOICE, "invoice%3FtxnId%3D12",
                RecordKind.PAYMENT, "recvpayment%3FtxnId%3D12",
                RecordKind.CREDIT_MEMO, "creditmemo%3FtxnId%3D12",
                RecordKind.REFUND, "refundreceipt%3FtxnId%3D12",
                RecordKind.PAYOUT, "deposit%3FtxnId%3D12");
        assertThat(pages).containsOnlyKeys(Firm.kinds());
        pages.forEach((kind, page) -> assertThat(
                        firm.company.linkTo(kind, id).orElseThrow().toString())
                .endsWith("deeplinkcompanyid=" + firm.books.realmId() + "&pagereq=" + page));
        assertThat(firm.company
                        .linkTo(new Blame("Customer", id, null, null))
                        .orElseThrow()
                        .toString())
                .endsWith("customerdetail%3FnameId%3D12");
        assertThat(firm.company
                        .linkTo(new Blame("Account", id, null, null))
                        .orElseThrow()
                        .toString())
                .endsWith("pagereq=chartofaccounts");
        assertThat(firm.company.linkTo(new Blame("Klass", id, null, null))).isEmpty();
    }

    @Test
    void allRecordsOfAProblemAreListedPageByPage() {
        firm.books.switches(firm.books.switches().with(CompanySwitch.SUBSCRIPTION_LAPSED));
        IntStream.range(10, 35)
                .forEach(i -> firm.company
                        .clients()
                        .stage(Client.builder(LocalId.of("c-" + i), "Client " + i)
                                .build()));
        firm.work();
        ProblemGroup group = firm.company.problems().get(0);
        assertThat(group.count()).isEqualTo(25);
        assertThat(group.fixedBy()).isEqualTo(FixedBy.SUBSCRIBER);

        List<String> seen = new ArrayList<>();
        Optional<RecordRef> next = Optional.empty();
        int pages = 0;
        do {
            ProblemPage page = firm.company.records(group, next.orElse(null), 10);
            page.records().stream().map(SyncStatus::localId).map(LocalId::value).forEach(seen::add);
            next = page.next();
            pages++;
        } while (next.isPresent());

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> firm.company.records(group, null, 0))
                .withMessageContaining("limit");
    }
}
