package dev.tieout.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.InvoiceLine;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.call.CallListener;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.connect.AppCredentials;
import dev.tieout.qbo.connect.AuthorizationRequest;
import dev.tieout.qbo.connect.Environment;
import dev.tieout.store.InMemoryLocalRecords;
import dev.tieout.store.InMemorySyncStore;
import dev.tieout.store.InMemoryTokenStore;
import dev.tieout.sync.SyncState;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import dev.tieout.testkit.junit.QuickBooksExtension;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** docs/operate.md names every line and every hook, and its snippets see what the page says, and no secret. */
@ExtendWith(QuickBooksExtension.class)
class OperateTest {
    private static final Path ROOT = Path.of(System.getProperty("tieout.root"));
    private static final TenantId FIRM = TenantId.of("firm-1");
    private static final LocalId CLIENT = LocalId.of("c-1");
    private static final String MARK = "canary";
    private static final Pattern LOG_CALL = Pattern.compile(
            "(?:log|LOG)\\s*\\.(?:debug|info|warn|error)\\(\\s*\"((?:[^\"\\\\]|\\\\.|\"\\s*\\+\\s*\")*)\"");

    private static QuickBooks.Builder builder(FakeQuickBooks fake) {
        InMemoryLocalRecords<Client> clients = InMemoryLocalRecords.clients();
        clients.put(FIRM, List.of(Client.builder(CLIENT, MARK + " client").build()));
        return QuickBooks.builder()
                .environment(Environment.at(fake.baseUrl()))
                .app(AppCredentials.of(fake.clientId(), fake.clientSecret(), URI.create("https://app.example/cb")))
                .tokenStore(new InMemoryTokenStore())
                .syncStore(new InMemorySyncStore())
                .clients(clients);
    }

    /** Connects, sets up, sends an invoice whose answer is lost. */
    private static void work(FakeQuickBooks fake, QuickBooks quickBooks) {
        AuthorizationRequest request = quickBooks.connections().authorize(FIRM);
        URI callback = fake.approve(request.url(), FakeQuickBooks.DEFAULT_REALM);
        quickBooks.connections().complete(FIRM, request.state(), callback.getRawQuery());
        String income = fake.company().seed().account("Fees", "Income").lastId();
        fake.company().seed().item("Hours", new BigDecimal("98765.00"), income);
        var company = quickBooks.company(FIRM);
        company.setup().apply(company.setup().preview().createUnmatchedInQuickBooks());
        company.settings(company.settings()
                .withDefaultItem(company.catalog().items().get(0).id()));
        fake.faults().add(FaultRule.on("Invoice", "create").alsoInBatches(), Fault.answerLost());
        company.invoices()
                .sync(ClientInvoice.builder(LocalId.of("i-1"), CLIENT, LocalDate.of(2026, 3, 2))
                        .memo(MARK)
                        .lines(List.of(InvoiceLine.of(BigDecimal.ONE, Money.usd("98765.00"))))
                        .build());
        assertThat(company.status(RecordKind.INVOICE, LocalId.of("i-1")).state())
                .isEqualTo(SyncState.SYNCED);
    }

    @Test
    void metersCountCallsTokensRecordsAndConnections(FakeQuickBooks fake) {
        MeterRegistry registry = new SimpleMeterRegistry();
        QuickBooks.Builder builder = OperateSnippets.hooked(builder(fake), registry, Clock.systemUTC());
        try (QuickBooks quickBooks = builder.build()) {
            work(fake, quickBooks);
            assertThat(OperateSnippets.healthy(quickBooks, FIRM, Clock.systemUTC()))
                    .isTrue();
        }
        assertThat(registry.get("tieout.calls")
                        .tags("entity", "token", "operation", "exchange", "status", "200", "failure", "none")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("tieout.calls")
                        .tags("entity", "Invoice", "operation", "create", "status", "0")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("tieout.records")
                        .tags("kind", "invoice", "state", "SYNCED")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("tieout.connections")
                        .tags("state", "CONNECTED")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.getMeters().stream()
                        .flatMap(meter -> meter.getId().getTags().stream())
                        .map(Tag::getValue))
                .noneMatch(value -> isSecret(fake, value));
    }

    @Test
    void spansSayWhatBecameOfEachAttempt(FakeQuickBooks fake) {
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                        .build();
                QuickBooks quickBooks = builder(fake)
                        .callSettings(settings(fake, new Spans(provider.get("tieout"))))
                        .build()) {
            work(fake, quickBooks);
            List<SpanData> spans = exporter.getFinishedSpanItems();
            assertThat(spans)
                    .extracting(SpanData::getName)
                    .contains("quickbooks exchange token", "quickbooks create Customer");
            assertThat(spans)
                    .filteredOn(span -> span.getName().equals("quickbooks create Invoice"))
                    .extracting(span -> span.getStatus().getStatusCode())
                    .containsExactly(StatusCode.ERROR, StatusCode.UNSET);
            assertThat(spans.stream()
                            .flatMap(span -> span.getAttributes().asMap().values().stream())
                            .map(Object::toString))
                    .noneMatch(value -> isSecret(fake, value));
        }
    }

    private static CallSettings settings(FakeQuickBooks fake, CallListener listener) {
        return CallSettings.builder()
                .clock(fake.clock())
                .sleeper(pause -> fake.clock().advance(pause))
                .listener(listener)
                .build();
    }

    private static boolean isSecret(FakeQuickBooks fake, String value) {
        return value.contains(MARK) || value.contains("98765") || value.contains(fake.clientSecret());
    }

    @Test
    void everyLineOfTheLogIsOnThePage() throws IOException {
        Set<String> lines = new TreeSet<>();
        for (Path file : sources()) {
            Matcher matcher = LOG_CALL.matcher(Files.readString(file));
            while (matcher.find()) {
                lines.add(matcher.group(1).replaceAll("\"\\s*\\+\\s*\"", ""));
            }
        }
        assertThat(lines).hasSizeGreaterThan(10);
        String page = Files.readString(ROOT.resolve("docs/operate.md"));
        assertThat(lines).allSatisfy(line -> assertThat(page).contains("`" + line.replace("{}", "…") + "`"));
    }

    @Test
    void everyHookIsOnThePage() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/operate.md"));
        List<String> hooks = sources().stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(name -> name.endsWith("Listener"))
                .toList();
        assertThat(hooks)
                .hasSizeGreaterThan(3)
                .allSatisfy(hook -> assertThat(page).contains("`" + hook + "`"));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.filter(module -> module.getFileName().toString().startsWith("sdk-"))
                    .filter(module -> !module.endsWith("sdk-testkit"))
                    .flatMap(OperateTest::javaFiles)
                    .toList();
        }
    }

    private static Stream<Path> javaFiles(Path module) {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
