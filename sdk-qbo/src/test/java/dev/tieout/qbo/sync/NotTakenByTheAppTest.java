package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.LocalRecord;
import dev.tieout.spi.LocalRecords;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncState;
import dev.tieout.sync.SyncStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer that the app does not take: told, offered again, and in nobody's way. */
class NotTakenByTheAppTest {
    private final Firm firm = Firm.connected();
    private @Nullable Supplier<LocalOutcome> instead;
    private int offered;
    private QuickBooks host;
    private Company company;

    /** The app's clients, with a will of their own. */
    private final class Clients implements LocalRecords<Client> {
        @Override
        public Stream<Client> all(TenantId tenant) {
            return firm.clients.all(tenant);
        }

        @Override
        public Optional<LocalRecord<Client>> find(TenantId tenant, LocalId id) {
            return firm.clients.find(tenant, id);
        }

        @Override
        public LocalOutcome create(TenantId tenant, String idempotencyKey, Client proposal) {
            offered++;
            return instead == null || !proposal.displayName().startsWith("Unwanted")
                    ? firm.clients.create(tenant, idempotencyKey, proposal)
                    : instead.get();
        }

        @Override
        public LocalOutcome update(TenantId tenant, Client record, String basedOn) {
            return firm.clients.update(tenant, record, basedOn);
        }

        @Override
        public LocalOutcome deactivate(TenantId tenant, LocalId id) {
            return firm.clients.deactivate(tenant, id);
        }
    }

    @BeforeEach
    void aHostOfItsOwnMind() {
        host = firm.host("node-2").clients(new Clients()).build();
        company = host.company(Firm.TENANT);
        company.setup().apply(company.setup().preview());
        pass(Duration.ofHours(1));
        offered = 0;
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private void pass(Duration time) {
        firm.fake.clock().advance(time.plusMinutes(1));
        for (int i = 0; i < 20 && host.runDue() > 0; i++) {
            // Until nothing is due.
        }
    }

    private String customer(String name) {
        return firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", name));
    }

    private List<SyncStatus> told() {
        return company.problems().stream()
                .flatMap(group -> group.examples().stream())
                .toList();
    }

    private boolean has(String name) {
        try (Stream<Client> all = firm.clients.all(Firm.TENANT)) {
            return all.anyMatch(client -> client.displayName().equals(name));
        }
    }

    @Test
    void aRefusalIsToldWithTheAppsOwnWordsAndTheOthersCome() {
        instead = () -> new LocalOutcome.Refused("clients need a partner in charge");
        String id = customer("Unwanted Customer");
        customer("Welcome Customer");
        pass(Duration.ofHours(1));
        assertThat(has("Welcome Customer")).isTrue();
        assertThat(told()).singleElement().satisfies(status -> {
            assertThat(status.state()).isEqualTo(SyncState.NEEDS_ATTENTION);
            assertThat(status.remoteId().value()).isEqualTo(id);
            assertThat(status.problem().cause()).isEqualTo(ProblemCause.REFUSED_BY_APP);
            assertThat(status.problem().message()).contains("clients need a partner in charge");
            assertThat(status.toString()).doesNotContain("partner");
        });
    }

    @Test
    void whoThrowsIsAskedAgainByItselfEverMoreRarely() {
        instead = () -> {
            throw new IllegalStateException("the client table is locked");
        };
        customer("Unwanted Customer");
        pass(Duration.ofHours(1));
        assertThat(told()).singleElement().satisfies(status -> {
            assertThat(status.problem().cause()).isEqualTo(ProblemCause.APP_FAILED);
            assertThat(status.problem().message()).doesNotContain("locked");
        });
        for (int i = 0; i < 24; i++) {
            pass(Duration.ofHours(1));
        }
        assertThat(offered).isBetween(5, 40);

        instead = null;
        pass(Duration.ofHours(7));
        assertThat(has("Unwanted Customer")).isTrue();
        assertThat(told()).isEmpty();
        int before = offered;
        pass(Duration.ofHours(24));
        assertThat(offered).isEqualTo(before);
    }

    @Test
    void itIsFoundAndRetriedByTheIdThatTheProblemNames() {
        instead = () -> new LocalOutcome.Refused("not now");
        customer("Unwanted Customer");
        pass(Duration.ofHours(1));
        LocalId id = told().get(0).localId();
        assertThat(company.clients().status(id).problem().cause()).isEqualTo(ProblemCause.REFUSED_BY_APP);
        assertThat(company.serviceItems().status(id).state()).isEqualTo(SyncState.NOT_SYNCED);
        instead = null;
        company.clients().retry(id);
        pass(Duration.ZERO);
        assertThat(has("Unwanted Customer")).isTrue();
    }

    @Test
    void retryAllOffersItAtOnce() {
        instead = () -> new LocalOutcome.Refused("not now");
        customer("Unwanted Customer");
        pass(Duration.ofHours(1));
        instead = null;
        assertThat(company.retryAll(ProblemCause.REFUSED_BY_APP)).isEqualTo(1);
        pass(Duration.ZERO);
        assertThat(has("Unwanted Customer")).isTrue();
        assertThat(told()).isEmpty();
    }

    @Test
    void whatIsCorrectedInQuickBooksIsOfferedAtOnce() {
        instead = () -> new LocalOutcome.Refused("a bad name");
        String id = customer("Unwanted Customer");
        pass(Duration.ofHours(1));
        pass(Duration.ofHours(1));
        firm.books.inQuickBooks().change("Customer", id, Map.of("DisplayName", "Corrected Customer"));
        pass(Duration.ofHours(1));
        assertThat(has("Corrected Customer")).isTrue();
        assertThat(told()).isEmpty();
    }

    @Test
    void whatIsWantedNoLongerIsForgotten() {
        instead = () -> new LocalOutcome.Refused("no");
        String id = customer("Unwanted Customer");
        pass(Duration.ofHours(1));
        firm.books.inQuickBooks().change("Customer", id, Map.of("Active", false));
        pass(Duration.ofHours(7));
        assertThat(told()).isEmpty();
    }

    @Test
    void theClientIsMadeOnceThoughTheAnswerGotLost() {
        instead = () -> {
            throw new IllegalStateException("the connection broke");
        };
        customer("Unwanted Customer");
        pass(Duration.ofHours(1));
        company.retryAll();
        instead = null;
        pass(Duration.ofHours(1));
        pass(Duration.ofHours(1));
        try (Stream<Client> all = firm.clients.all(Firm.TENANT)) {
            assertThat(all.filter(client -> client.displayName().equals("Unwanted Customer")))
                    .hasSize(1);
        }
    }
}
