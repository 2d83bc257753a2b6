package app.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.qbo.QuickBooks;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.company.FakeCompany;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.HttpMethod;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.htmlunit.util.NameValuePair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A firm is connected, set up, billed, paid, broken, repaired and tied out by clicking alone; QuickBooks is the other window. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FlowsTest {
    private static final int PORT = freePort();
    private static final String APP = "http://localhost:" + PORT;
    private static final FakeQuickBooks FAKE =
            FakeQuickBooks.builder()
                    .clock(Clock.systemUTC())
                    .company(FakeCompany.builder().realmId(FakeQuickBooks.DEFAULT_REALM))
                    .start();

    @Autowired
    private QuickBooks quickBooks;

    private final WebClient browser = new WebClient();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("spring.datasource.url", () -> "jdbc:h2:mem:practice;DB_CLOSE_DELAY=-1");
        registry.add("tieout.url", () -> FAKE.baseUrl().toString());
        registry.add("tieout.client-id", FAKE::clientId);
        registry.add("tieout.client-secret", FAKE::clientSecret);
        registry.add("tieout.webhook-token", FAKE::verifierToken);
        registry.add("tieout.redirect-uri", () -> APP + "/quickbooks/callback");
        registry.add("tieout.key", () -> Base64.getEncoder().encodeToString(new byte[32]));
        registry.add("tieout.worker", () -> false);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void withoutScripts() {
        browser.getOptions().setJavaScriptEnabled(false);
        browser.getOptions().setCssEnabled(false);
        browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @AfterAll
    static void closeFake() {
        FAKE.close();
    }

    private HtmlPage open(String path) throws IOException {
        return browser.getPage(APP + path);
    }

    private HtmlPage signIn(String user) throws IOException {
        HtmlPage page = open("/sign-in");
        type(page, "username", user);
        type(page, "password", "tieout");
        return click(page, "Sign in");
    }

    private static void type(HtmlPage page, String name, String value) {
        page.<HtmlInput>getElementByName(name).setValue(value);
    }

    private static HtmlPage click(HtmlPage page, String words) throws IOException {
        for (DomElement button : page.getElementsByTagName("button")) {
            if (button.asNormalizedText().equals(words)) {
                return button.click();
            }
        }
        for (HtmlAnchor link : page.getAnchors()) {
            if (link.asNormalizedText().equals(words)) {
                return link.click();
            }
        }
        throw new AssertionError("nothing to click is called " + words + " on: " + page.asNormalizedText());
    }

    private static String text(HtmlPage page) {
        return page.asNormalizedText();
    }

    /** QuickBooks tells the app what changed, and the background work has its turn. */
    private void work() {
        FAKE.webhooks().deliver();
        quickBooks.runDue();
    }

    @Test
    @Order(1)
    void nobodySeesAnythingBeforeSigningIn() throws IOException {
        assertThat(open("/clients").getUrl().getPath()).isEqualTo("/sign-in");
        HtmlPage page = open("/sign-in");
        type(page, "username", "ada@harbor");
        type(page, "password", "wrong");
        assertThat(text(click(page, "Sign in"))).contains("wrong");
    }

    @Test
    @Order(2)
    void aFirmIsConnectedByQuickBooksOwnPage() throws IOException {
        HtmlPage home = signIn("ada@harbor");
        assertThat(text(home)).contains("NEVER CONNECTED");

        HtmlPage consent = click(home, "Connect with QuickBooks");
        assertThat(consent.getUrl().getHost()).isEqualTo(FAKE.baseUrl().getHost());
        HtmlPage connected = click(consent, "Connect");
        FAKE.webhooks().subscribe(URI.create(APP + "/webhooks/quickbooks"));

        assertThat(text(connected)).contains("Connected. The setup is next").contains("Vale & Harbor Advisory");
    }

    @Test
    @Order(3)
    void anAccountantNeitherConnectsNorSetsUp() throws IOException {
        signIn("ben@harbor");
        for (String path : new String[] {"/setup", "/settings", "/settings/fix", "/operations", "/quickbooks/callback"}) {
            assertThat(open(path).getWebResponse().getStatusCode()).as(path).isEqualTo(403);
        }
        HtmlPage form = open("/clients");
        WebRequest fix = new WebRequest(URI.create(APP + "/settings/fix").toURL(), HttpMethod.POST);
        fix.setRequestParameters(List.of(
                new NameValuePair("cause", "CUSTOM_NUMBERS_OFF"),
                new NameValuePair("_csrf", form.<HtmlInput>getElementByName("_csrf").getValue())));
        assertThat(browser.getPage(fix).getWebResponse().getStatusCode()).isEqualTo(403);
        assertThat(open("/clients").getWebResponse().getStatusCode()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void theTwoListsOfClientsAreBroughtTogether() throws IOException {
        signIn("ada@harbor");
        HtmlPage preview = open("/setup/clients");
        assertThat(text(preview)).contains("Brightwater Dental Group").contains("matches");

        HtmlPage report = click(preview, "Carry out");
        assertThat(text(report)).contains("linked").contains("created");
        work();
        assertThat(text(open("/clients"))).contains("Synced");
        assertThat(FAKE.company().all("Customer"))
                .extracting(customer -> customer.get("DisplayName"))
                .contains("Northwind Pottery");
    }

    @Test
    @Order(5)
    void servicesFollow() throws IOException {
        signIn("ada@harbor");
        HtmlPage report = click(open("/setup/services"), "Carry out");
        assertThat(text(report)).contains("created");
        assertThat(text(click(open("/setup"), "Let payments go"))).contains("done");
    }

    @Test
    @Order(6)
    void anInvoiceIsSentAndPaid() throws IOException {
        signIn("ben@harbor");
        HtmlPage invoices = open("/invoices");
        ((HtmlInput) invoices.getElementById("amount1")).setValue("120.50");
        type(invoices, "memo", "Advice in November");
        HtmlPage invoice = click(invoices, "Send");
        work();
        HtmlPage sent = (HtmlPage) invoice.refresh();
        assertThat(text(sent)).contains("Synced").contains("open 120.50 USD");

        type(sent, "amount", "120.50");
        HtmlPage paid = click(sent, "Record payment");
        work();
        assertThat(text((HtmlPage) paid.refresh())).contains("open 0.00 USD");
        assertThat(text(open("/tie-out"))).contains("Both sides agree.");
    }

    @Test
    @Order(7)
    void whatABookkeeperChangesIsADifferenceThatAPersonResolves() throws IOException {
        signIn("ben@harbor");
        HtmlPage invoices = open("/invoices");
        ((HtmlInput) invoices.getElementById("amount1")).setValue("80");
        HtmlPage invoice = click(invoices, "Send");
        work();
        Map<String, Object> there = FAKE.company().all("Invoice").stream()
                .filter(each -> each.get("TotalAmt").toString().startsWith("80"))
                .findFirst()
                .orElseThrow();
        FAKE.company().inQuickBooks().addDiscount(there.get("Id").toString(), new BigDecimal("5"));
        assertThat(text(open("/tie-out"))).contains("The sides do not agree.");

        work();
        assertThat(text((HtmlPage) invoice.refresh())).doesNotContain("Synced");
        HtmlPage problems = open("/problems");
        assertThat(text(problems)).contains("differs");
        click(problems, "Take the app's");
        work();
        assertThat(text((HtmlPage) invoice.refresh())).contains("Synced");
        assertThat(text(open("/tie-out"))).contains("Both sides agree.");
    }

    @Test
    @Order(8)
    void aVoidStaysAVoid() throws IOException {
        signIn("ben@harbor");
        HtmlPage invoices = open("/invoices");
        ((HtmlInput) invoices.getElementById("amount1")).setValue("33");
        HtmlPage invoice = click(invoices, "Send");
        work();
        HtmlPage gone = click((HtmlPage) invoice.refresh(), "Void");
        work();
        assertThat(text((HtmlPage) gone.refresh())).contains("open 0.00 USD").doesNotContain("Record payment");
        assertThat(FAKE.company().all("Invoice"))
                .noneMatch(each -> each.get("TotalAmt").toString().startsWith("33"));
    }

    /** What a person is shown is what is carried out. */
    @Test
    @Order(8)
    void aClientThatCameAfterThePreviewIsNotDecidedAbout() throws IOException {
        signIn("ada@harbor");
        HtmlPage preview = open("/setup/clients");
        HtmlPage form = open("/clients");
        type(form, "displayName", "Came Later");
        form.<HtmlInput>getElementByName("on").setChecked(false);
        click(form, "Add");
        assertThat(text(click(preview, "Carry out"))).doesNotContain("Came Later");
        assertThat(FAKE.company().all("Customer"))
                .noneMatch(each -> "Came Later".equals(each.get("DisplayName")));
    }

    @Test
    @Order(8)
    void oneClientIsUnmatchedAndTheUndoBringsItBack() throws IOException {
        signIn("ada@harbor");
        HtmlPage client = click(open("/clients"), "Brightwater Dental Group");
        HtmlPage apart = click(client, "Unmatch");
        assertThat(text(apart)).contains("Unmatched.").contains("Create in QuickBooks");
        assertThat(text(click(apart, "Undo"))).contains("Matched.");
    }

    @Test
    @Order(9)
    void aClientIsFoundConfirmedAndMatched() throws IOException {
        signIn("ada@harbor");
        HtmlPage form = open("/clients");
        type(form, "displayName", "Granite Peak");
        form.<HtmlInput>getElementByName("on").setChecked(false);
        HtmlPage client = click(form, "Add");
        type(client, "q", "granit peak");
        HtmlPage found = click(client, "Search");
        assertThat(text(found)).contains("Granite Peak Construction");
        HtmlPage confirm = click(found, "Match…");
        assertThat(text(confirm)).contains("In QuickBooks now");
        assertThat(text(click(confirm, "Match"))).contains("Matched.");
    }

    @Test
    @Order(9)
    void aTakenNameIsToldAndAnotherIsChosen() throws IOException {
        signIn("ada@harbor");
        HtmlPage form = open("/clients");
        type(form, "displayName", "Foxglove Florist");
        form.<HtmlInput>getElementByName("on").setChecked(false);
        HtmlPage client = click(form, "Add");
        HtmlPage taken = click(client, "Create in QuickBooks");
        assertThat(text(taken)).contains("The name belongs to Customer");

        HtmlForm suggestion = taken.getForms().stream()
                .filter(each -> each.getInputsByName("name").size() == 1)
                .findFirst()
                .orElseThrow();
        String name = suggestion.getInputByName("name").getValue();
        HtmlPage created = suggestion.getElementsByTagName("button").get(0).click();
        assertThat(text(created)).contains("Created in QuickBooks.");
        assertThat(FAKE.company().all("Customer"))
                .extracting(each -> each.get("DisplayName"))
                .contains(name);
    }

    @Test
    @Order(9)
    void aRunIsTakenBack() throws IOException {
        signIn("ada@harbor");
        HtmlPage form = open("/clients");
        type(form, "displayName", "Taken Back Traders");
        form.<HtmlInput>getElementByName("on").setChecked(false);
        HtmlPage client = click(form, "Add");
        click(client, "Keep in step");
        work();
        HtmlPage report = click(open("/setup/clients"), "Carry out");
        HtmlPage plan = click(report, "Take it back…");
        assertThat(text(click(plan, "Take back"))).contains("Take a run back");
        assertThat(text(open("/setup"))).contains("UNDONE");
    }

    @Test
    @Order(9)
    void aCertificateAndAReportAreDownloaded() throws IOException {
        signIn("ada@harbor");
        Page certificate = browser.getPage(APP + "/tie-out/certificate.json");
        assertThat(certificate.getWebResponse().getContentAsString()).contains("agrees");
        HtmlPage run = (HtmlPage) open("/setup").getAnchors().stream()
                .filter(link -> link.getHrefAttribute().startsWith("/setup/runs/"))
                .findFirst()
                .orElseThrow()
                .click();
        Page csv = run.getAnchorByText("Download (CSV)").click();
        assertThat(csv.getWebResponse().getContentType()).isEqualTo("text/csv");
    }

    @Test
    @Order(10)
    void anotherFirmSeesNothingOfIt() throws IOException {
        signIn("cora@quay");
        assertThat(text(open("/clients"))).contains("No clients yet").doesNotContain("Brightwater");
        assertThat(open("/clients/c-1").getWebResponse().getStatusCode()).isEqualTo(404);
        assertThat(open("/actuator/metrics/tieout.records").getWebResponse().getStatusCode()).isEqualTo(403);
        Page health = browser.getPage(APP + "/actuator/health");
        assertThat(health.getWebResponse().getContentAsString()).contains("UP").doesNotContain("harbor");
        HtmlPage form = open("/clients");
        type(form, "displayName", "Before The Connection");
        form.<HtmlInput>getElementByName("on").setChecked(false);
        HtmlPage client = click(form, "Add");
        assertThat(client.getWebResponse().getStatusCode()).isEqualTo(200);
        assertThat(text(client)).contains("not connected yet");
        HtmlPage consent = click(open("/"), "Connect with QuickBooks");
        assertThat(text(click(consent, "Connect"))).contains("connected with another firm already");
    }

    @Test
    @Order(11)
    void settingsAreKeptAndOperationsShown() throws IOException {
        signIn("ada@harbor");
        HtmlPage settings = open("/settings");
        type(settings, "startDate", "2020-01-01");
        HtmlPage saved = click(settings, "Save");
        assertThat(saved.<HtmlInput>getElementByName("startDate").getValue()).isEqualTo("2020-01-01");
        assertThat(text(open("/operations"))).contains("SYNCED").contains("This month");
        assertThat(text(open("/problems"))).contains("Nothing is in the way.");
    }

    @Test
    @Order(12)
    void aNotificationWithoutASignatureIsRefused() throws IOException {
        WebRequest request = new WebRequest(URI.create(APP + "/webhooks/quickbooks").toURL(), HttpMethod.POST);
        request.setAdditionalHeader("Content-Type", "application/json");
        request.setCharset(StandardCharsets.UTF_8);
        request.setRequestBody("[]");
        Page answer = browser.getPage(request);
        assertThat(answer.getWebResponse().getStatusCode()).isEqualTo(401);
    }

    /** Every field has a label, every page a language, a title and a way past the menu. */
    @Test
    @Order(13)
    void pagesCanBeReadAloud() throws IOException {
        signIn("ada@harbor");
        for (String path : new String[] {"/", "/clients", "/clients/c-1", "/services", "/invoices", "/setup", "/setup/clients", "/settings"}) {
            HtmlPage page = open(path);
            assertThat(page.getTitleText()).as(path).isNotBlank();
            assertThat(page.getDocumentElement().getAttribute("lang")).as(path).isEqualTo("en");
            assertThat(page.getAnchors().get(0).getHrefAttribute()).as(path).isEqualTo("#content");
            for (HtmlForm form : page.getForms()) {
                for (DomElement field : form.getElementsByTagName("input")) {
                    assertLabelled(page, field, path);
                }
                for (DomElement field : form.getElementsByTagName("select")) {
                    assertThat(field).isInstanceOf(HtmlSelect.class);
                    assertLabelled(page, field, path);
                }
            }
        }
    }

    private static void assertLabelled(HtmlPage page, DomElement field, String path) {
        boolean labelled = "hidden".equals(field.getAttribute("type"))
                || field.hasAttribute("aria-label")
                || field.getParentNode().getNodeName().equals("label")
                || page.getElementsByTagName("label").stream()
                        .anyMatch(label -> !field.getId().isEmpty() && field.getId().equals(label.getAttribute("for")));
        assertThat(labelled).as(path + ": " + field.asXml()).isTrue();
    }
}
