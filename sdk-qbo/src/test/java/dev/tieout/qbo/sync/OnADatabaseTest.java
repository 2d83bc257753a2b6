package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.spi.StoredTokens;
import dev.tieout.store.EncryptedSyncStore;
import dev.tieout.store.EncryptedTokenStore;
import dev.tieout.store.KeyRing;
import dev.tieout.store.jdbc.JdbcDatabase;
import dev.tieout.store.jdbc.JdbcSyncStore;
import dev.tieout.store.jdbc.JdbcTokenStore;
import dev.tieout.sync.SyncState;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine on a database that outlives its processes. */
class OnADatabaseTest {
    @TempDir
    Path folder;

    private JdbcDataSource source;
    private JdbcDatabase database;

    @BeforeEach
    void create() {
        source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("books"));
        database = JdbcDatabase.of(source);
        database.migrate();
    }

    /** Nothing that a firm knows of its clients is read in the database, and the engine goes on as ever. */
    @Test
    void itRunsOnSealedRows() throws SQLException {
        KeyRing keys = KeyRing.of("k1", new byte[32]);
        try (Firm firm = Firm.withDefaults(new EncryptedSyncStore(new JdbcSyncStore(database), keys))) {
            Client client = firm.client("c-1", "Ann Ledger");
            firm.company.clients().sync(client);
            ClientInvoice invoice = Firm.invoice("i-1", client, firm.linkedItem("s-1"), "4321.00");
            firm.company.invoices().stage(invoice);
            firm.work();

            assertThat(firm.company.invoices().status(LocalId.of("i-1")).state())
                    .isEqualTo(SyncState.SYNCED);
            assertThat(firm.company.tieOut().agrees()).isTrue();
        }
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select document from tieout_sync")) {
            int seen = 0;
            while (rows.next()) {
                seen++;
                assertThat(rows.getString(1)).startsWith("tieout1:k1:").doesNotContain("Ledger", "4321");
            }
            assertThat(seen).isGreaterThan(3);
        }
    }

    @Test
    void whatOneProcessBeganAnotherFinishes() {
        try (Firm firm = Firm.withDefaults(new JdbcSyncStore(database))) {
            int invoices = firm.books.all("Invoice").size();
            int payments = firm.books.all("Payment").size();
            Client client = firm.client("c-1", "Ann Ledger");
            firm.company.clients().sync(client);
            ServiceItem item = firm.linkedItem("s-1");
            IntStream.range(0, 70).forEach(i -> {
                ClientInvoice invoice = Firm.invoice("i-" + i, client, item, "10" + i + ".00");
                firm.company.invoices().stage(invoice);
                firm.company.payments().stage(Firm.payment("p-" + i, invoice, "10" + i + ".00"));
            });
            firm.fake.faults().add(FaultRule.on("Batch", "batch"), Fault.answerLost());

            QuickBooks other = firm.process("other");
            Company there = other.company(Firm.TENANT);
            for (int run = 0; run < 200 && other.runDue() + firm.quickBooks.runDue() > 0; run++) {
                firm.fake.clock().advance(Duration.ofMinutes(1));
            }

            assertThat(firm.books.all("Invoice").size() - invoices).isEqualTo(70);
            assertThat(firm.books.all("Payment").size() - payments).isEqualTo(70);
            assertThat(there.payments().status(LocalId.of("p-69")).state()).isEqualTo(SyncState.SYNCED);
            assertThat(there.tieOut().agrees()).isTrue();
        }
    }

    @Test
    void whatTheHostRollsBackWasNeverStaged() throws SQLException {
        try (Firm firm = Firm.withDefaults(new JdbcSyncStore(database))) {
            int invoices = firm.books.all("Invoice").size();
            Client client = firm.client("c-1", "Ann Ledger");
            firm.company.clients().sync(client);
            ServiceItem item = firm.linkedItem("s-1");
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                QuickBooks inside = firm.host("inside")
                        .syncStore(new JdbcSyncStore(JdbcDatabase.of(connection)))
                        .build();
                inside.company(Firm.TENANT).invoices().stage(Firm.invoice("i-1", client, item, "10.00"));
                connection.rollback();
                inside.company(Firm.TENANT).invoices().stage(Firm.invoice("i-2", client, item, "20.00"));
                connection.commit();
            }
            firm.work();

            assertThat(firm.books.all("Invoice").size() - invoices).isEqualTo(1);
            assertThat(firm.company.tieOut().agrees()).isTrue();
        }
    }

    @Test
    void tokensLieEncryptedInTheDatabase() {
        byte[] key = new byte[32];
        try (Firm firm = Firm.withDefaults()) {
            JdbcTokenStore bare = new JdbcTokenStore(database);
            EncryptedTokenStore sealed = new EncryptedTokenStore(bare, KeyRing.of("k1", key));
            firm.tokens
                    .find(Firm.TENANT)
                    .ifPresent(held -> sealed.save(new StoredTokens(held.tenant(), held.realm(), held.document(), 0)));
            QuickBooks host = firm.host("sealed").tokenStore(sealed).build();

            assertThat(host.company(Firm.TENANT).catalog().incomeAccounts()).isNotEmpty();
            assertThat(bare.find(Firm.TENANT).orElseThrow().document()).startsWith("tieout1:k1:");
        }
    }
}
