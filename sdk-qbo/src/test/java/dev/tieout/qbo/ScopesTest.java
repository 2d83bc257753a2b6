package dev.tieout.qbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.TenantId;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.ConnectOutcome;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.qbo.connect.Scope;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.store.InMemoryTokenStore;
import dev.tieout.testkit.FakeQuickBooks;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What is asked for at Intuit's consent page is an option of the entry point. */
class ScopesTest {
    private static final TenantId FIRM = TenantId.of("firm-1");

    private static QuickBooks.Builder builder(FakeQuickBooks fake) {
        return QuickBooks.builder()
                .environment(Environment.at(fake.baseUrl()))
                .app(AppCredentials.of(fake.clientId(), fake.clientSecret(), URI.create("https://app.example/cb")))
                .tokenStore(new InMemoryTokenStore())
                .syncStore(new InMemorySyncStore())
                .callSettings(CallSettings.builder().clock(fake.clock()).build());
    }

    private static ConnectOutcome connect(FakeQuickBooks fake, QuickBooks quickBooks) {
        AuthorizationRequest request = quickBooks.connections().authorize(FIRM);
        URI callback = fake.approve(request.url(), FakeQuickBooks.DEFAULT_REALM);
        return quickBooks.connections().complete(FIRM, request.state(), callback.getRawQuery());
    }

    @Test
    void withOpenIdTheOutcomeSaysWhoConnected() {
        try (FakeQuickBooks fake = FakeQuickBooks.start();
                QuickBooks quickBooks =
                        builder(fake).scopes(Scope.ACCOUNTING, Scope.OPENID).build()) {
            assertThat(connect(fake, quickBooks))
                    .isInstanceOfSatisfying(
                            ConnectOutcome.Connected.class,
                            connected -> assertThat(connected.user()).isPresent());
        }
    }

    @Test
    void withoutItNobodyIsAsked() {
        try (FakeQuickBooks fake = FakeQuickBooks.start();
                QuickBooks quickBooks = builder(fake).build()) {
            assertThat(connect(fake, quickBooks))
                    .isInstanceOfSatisfying(
                            ConnectOutcome.Connected.class,
                            connected -> assertThat(connected.user()).isEmpty());
        }
    }

    @Test
    void accountingMustBeAmongThem() {
        try (FakeQuickBooks fake = FakeQuickBooks.start()) {
            assertThatThrownBy(() -> builder(fake).scopes(Scope.OPENID).build())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ACCOUNTING");
        }
    }
}
