package dev.tieout.examples.intuitsdk;

import static dev.tieout.testkit.FakeQuickBooks.DEFAULT_REALM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.intuit.ipp.core.Context;
import com.intuit.ipp.core.ServiceType;
import com.intuit.ipp.data.Account;
import com.intuit.ipp.data.AccountTypeEnum;
import com.intuit.ipp.data.Attachable;
import com.intuit.ipp.data.AttachableRef;
import com.intuit.ipp.data.Customer;
import com.intuit.ipp.data.EntityStatusEnum;
import com.intuit.ipp.data.Invoice;
import com.intuit.ipp.data.Item;
import com.intuit.ipp.data.ItemTypeEnum;
import com.intuit.ipp.data.Line;
import com.intuit.ipp.data.LineDetailTypeEnum;
import com.intuit.ipp.data.LinkedTxn;
import com.intuit.ipp.data.OperationEnum;
import com.intuit.ipp.data.Payment;
import com.intuit.ipp.data.Preferences;
import com.intuit.ipp.data.ReferenceType;
import com.intuit.ipp.data.SalesItemLineDetail;
import com.intuit.ipp.exception.AuthenticationException;
import com.intuit.ipp.exception.FMSException;
import com.intuit.ipp.security.OAuth2Authorizer;
import com.intuit.ipp.services.BatchOperation;
import com.intuit.ipp.services.CDCQueryResult;
import com.intuit.ipp.services.DataService;
import com.intuit.ipp.util.Config;
import dev.tieout.testkit.FakeQuickBooks;
import dev.tieout.testkit.TestClock;
import dev.tieout.testkit.history.HistoryAssert;
import dev.tieout.testkit.junit.QuickBooksExtension;
import dev.tieout.testkit.oauth.FakeTokens;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Intuit's own Java SDK, which knows nothing of this project, does its daily work against the fake. */
@ExtendWith(QuickBooksExtension.class)
class IntuitSdkTest {
    private DataService service;

    /** How bodies travel. */
    String form() {
        return "json";
    }

    @BeforeEach
    void connect(FakeQuickBooks qbo, FakeTokens tokens) throws FMSException {
        // Its other transport forgets the port of a base URL.
        Config.setProperty(Config.HTTP_TRANSPORT, "HTTP_URL_CONNECTION");
        Config.setProperty(Config.BASE_URL_QBO, qbo.baseUrl() + "v3/company");
        Config.setProperty(Config.SERIALIZATION_REQUEST_FORMAT, form());
        Config.setProperty(Config.SERIALIZATION_RESPONSE_FORMAT, form());
        service = new DataService(
                new Context(new OAuth2Authorizer(tokens.accessToken()), ServiceType.QBO, DEFAULT_REALM));
    }

    private Customer customer(String name) throws FMSException {
        Customer customer = new Customer();
        customer.setDisplayName(name);
        return service.add(customer);
    }

    private static ReferenceType reference(String id) {
        ReferenceType reference = new ReferenceType();
        reference.setValue(id);
        return reference;
    }

    private Item service(String name) throws FMSException {
        Account account = new Account();
        account.setName("Fees from " + name);
        account.setAccountType(AccountTypeEnum.INCOME);
        Item item = new Item();
        item.setName(name);
        item.setType(ItemTypeEnum.SERVICE);
        item.setIncomeAccountRef(reference(service.add(account).getId()));
        return service.add(item);
    }

    private Invoice invoice(String customerId, String itemId, String amount) throws FMSException {
        SalesItemLineDetail detail = new SalesItemLineDetail();
        detail.setItemRef(reference(itemId));
        Line line = new Line();
        line.setAmount(new BigDecimal(amount));
        line.setDetailType(LineDetailTypeEnum.SALES_ITEM_LINE_DETAIL);
        line.setSalesItemLineDetail(detail);
        Invoice invoice = new Invoice();
        invoice.setCustomerRef(reference(customerId));
        invoice.setLine(List.of(line));
        return service.add(invoice);
    }

    @Test
    void createReadUpdateAndInactivateACustomer(FakeQuickBooks qbo) throws FMSException {
        Customer created = customer("Fern & Sons");
        assertThat(created.getSyncToken()).isEqualTo("0");

        Customer change = new Customer();
        change.setId(created.getId());
        change.setSyncToken("0");
        change.setSparse(true);
        change.setNotes("pays late");
        Customer updated = service.update(change);
        assertThat(updated.getSyncToken()).isEqualTo("1");
        assertThat(updated.getDisplayName()).isEqualTo("Fern & Sons");

        Customer probe = new Customer();
        probe.setId(created.getId());
        assertThat(service.findById(probe).getNotes()).isEqualTo("pays late");

        Customer inactive = new Customer();
        inactive.setId(created.getId());
        inactive.setSyncToken("1");
        inactive.setSparse(true);
        inactive.setActive(false);
        assertThat(service.update(inactive).getDisplayName()).isEqualTo("Fern & Sons (deleted)");
        HistoryAssert.assertThat(qbo.history()).received("customer", "update", 2);
    }

    @Test
    void queryFindsWhatWasWritten() throws FMSException {
        customer("Ada's Shop");
        customer("Bea's Shop");

        var result = service.executeQuery("select * from Customer where DisplayName = 'Ada\\'s Shop'");

        assertThat(result.getEntities())
                .singleElement()
                .isInstanceOfSatisfying(
                        Customer.class,
                        found -> assertThat(found.getDisplayName()).isEqualTo("Ada's Shop"));
        assertThat(service.executeQuery("select count(*) from Customer").getTotalCount())
                .isEqualTo(2);
    }

    @Test
    void invoicePaymentVoidAndDelete() throws FMSException {
        Customer customer = customer("Ada");
        Item item = service("Advice");
        Invoice paid = invoice(customer.getId(), item.getId(), "120.50");
        assertThat(paid.getBalance()).isEqualByComparingTo("120.50");

        LinkedTxn link = new LinkedTxn();
        link.setTxnId(paid.getId());
        link.setTxnType("Invoice");
        Line line = new Line();
        line.setAmount(new BigDecimal("120.50"));
        line.setLinkedTxn(List.of(link));
        Payment payment = new Payment();
        payment.setCustomerRef(reference(customer.getId()));
        payment.setTotalAmt(new BigDecimal("120.50"));
        payment.setLine(List.of(line));
        service.add(payment);
        Invoice probe = new Invoice();
        probe.setId(paid.getId());
        assertThat(service.findById(probe).getBalance()).isEqualByComparingTo("0");

        Invoice voided = service.voidRequest(invoice(customer.getId(), item.getId(), "10"));
        assertThat(voided.getTotalAmt()).isEqualByComparingTo("0");
        Invoice deleted = service.delete(invoice(customer.getId(), item.getId(), "11"));
        assertThat(deleted.getStatus()).isEqualTo(EntityStatusEnum.DELETED);
    }

    @Test
    void batchMixesWritesAndQueries() throws FMSException {
        customer("Ada");
        Customer next = new Customer();
        next.setDisplayName("Bea");
        Customer twin = new Customer();
        twin.setDisplayName("Ada");
        BatchOperation batch = new BatchOperation();
        batch.addEntity(next, OperationEnum.CREATE, "one");
        batch.addEntity(twin, OperationEnum.CREATE, "two");
        batch.addQuery("select * from Customer", "three");

        service.executeBatch(batch);

        assertThat(((Customer) batch.getEntity("one")).getDisplayName()).isEqualTo("Bea");
        assertThat(batch.getFault("two").getError().get(0).getCode()).isEqualTo("6240");
        assertThat(batch.getQueryResponse("three").getEntities()).isNotEmpty();
    }

    @Test
    void changeDataCaptureShowsChangesAndDeletes(TestClock clock) throws FMSException {
        Customer customer = customer("Ada");
        Item item = service("Advice");
        service.delete(invoice(customer.getId(), item.getId(), "11"));
        String since = clock.instant().minusSeconds(3600).toString();

        List<CDCQueryResult> answers = service.executeCDCQuery(List.of(new Customer(), new Invoice()), since);

        var results = answers.get(0).getQueryResults();
        assertThat(results.get("Customer").getEntities()).hasSize(1);
        assertThat(results.get("Invoice").getEntities())
                .singleElement()
                .isInstanceOfSatisfying(
                        Invoice.class, found -> assertThat(found.getStatus()).isEqualTo(EntityStatusEnum.DELETED));
    }

    @Test
    void preferencesAreReadAndSent() throws FMSException {
        Preferences preferences = (Preferences)
                service.executeQuery("select * from Preferences").getEntities().get(0);
        preferences.getSalesFormsPrefs().setAllowDeposit(true);

        Preferences changed = service.update(preferences);

        assertThat(changed.getSalesFormsPrefs().isAllowDeposit()).isTrue();
        assertThat(changed.getId()).isEqualTo(preferences.getId());
    }

    @Test
    void aFileIsUploadedWithItsMetadata() throws FMSException {
        Customer customer = customer("Ada");
        ReferenceType reference = reference(customer.getId());
        reference.setType("Customer");
        AttachableRef link = new AttachableRef();
        link.setEntityRef(reference);
        Attachable metadata = new Attachable();
        metadata.setFileName("note.txt");
        metadata.setContentType("text/plain");
        metadata.setAttachableRef(List.of(link));

        Attachable stored =
                service.upload(metadata, new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)));

        assertThat(stored.getSize()).isEqualTo(5);
        assertThat(stored.getAttachableRef().get(0).getEntityRef().getValue()).isEqualTo(customer.getId());
    }

    @Test
    void faultsArriveAsTheSdksExceptions(FakeQuickBooks qbo) throws FMSException {
        customer("Ada");
        assertThatThrownBy(() -> customer("Ada"))
                .isInstanceOfSatisfying(
                        FMSException.class,
                        fault -> assertThat(fault.getErrorList())
                                .extracting(com.intuit.ipp.data.Error::getCode)
                                .containsExactly("6240"));

        qbo.oauth().expireAccessTokens(DEFAULT_REALM);
        assertThatThrownBy(() -> customer("Bea")).isInstanceOf(AuthenticationException.class);
    }
}
