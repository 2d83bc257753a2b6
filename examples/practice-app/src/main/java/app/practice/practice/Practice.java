package app.practice.practice;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.ServiceItem;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.sync.SyncStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the firm's staff does: each record is saved and handed over in one transaction, or neither. */
@Service
public class Practice {
    static final String CLIENT = "client";
    static final String SERVICE = "service";
    static final String INVOICE = "invoice";
    static final String PAYMENT = "payment";
    private static final String VOIDED = "voided";

    private final Documents documents;
    private final QuickBooks quickBooks;

    Practice(Documents documents, QuickBooks quickBooks) {
        this.documents = documents;
        this.quickBooks = quickBooks;
    }

    public List<Client> clients(TenantId firm) {
        return documents.all(firm, CLIENT, Client.class);
    }

    public Client client(TenantId firm, LocalId id) {
        return required(documents.find(firm, CLIENT, id, Client.class), "client", id);
    }

    @Transactional
    public void save(TenantId firm, Client client) {
        documents.save(firm, CLIENT, client.id(), client.displayName(), client);
        if (isConnected(firm)) {
            company(firm).clients().stage(client);
        }
    }

    /** Saves a client that is kept out from the start: nothing of it is ever on its way. */
    @Transactional
    public void saveKeptOut(TenantId firm, Client client) {
        documents.save(firm, CLIENT, client.id(), client.displayName(), client);
        if (isConnected(firm)) {
            company(firm).clients().toggle(client, false);
        }
    }

    public List<ServiceItem> services(TenantId firm) {
        return documents.all(firm, SERVICE, ServiceItem.class);
    }

    public ServiceItem service(TenantId firm, LocalId id) {
        return required(documents.find(firm, SERVICE, id, ServiceItem.class), "service", id);
    }

    @Transactional
    public void save(TenantId firm, ServiceItem item) {
        documents.save(firm, SERVICE, item.id(), item.name(), item);
        if (isConnected(firm)) {
            company(firm).serviceItems().stage(item);
        }
    }

    public List<ClientInvoice> invoices(TenantId firm) {
        return documents.all(firm, INVOICE, ClientInvoice.class);
    }

    public ClientInvoice invoice(TenantId firm, LocalId id) {
        return required(documents.find(firm, INVOICE, id, ClientInvoice.class), "invoice", id);
    }

    @Transactional
    public void save(TenantId firm, ClientInvoice invoice) {
        if (isVoid(firm, invoice.id())) {
            throw new IllegalArgumentException("The invoice is void and stays as it is.");
        }
        documents.save(firm, INVOICE, invoice.id(), invoice.date().toString(), invoice);
        if (isConnected(firm)) {
            company(firm).invoices().stage(invoice);
        }
    }

    /** The void is kept in the app and handed over, or neither. */
    @Transactional
    public void withdraw(TenantId firm, LocalId id) {
        documents.save(firm, VOIDED, id, id.value(), invoice(firm, id).id());
        if (isConnected(firm)) {
            company(firm).invoices().stageVoid(id);
        }
    }

    public boolean isVoid(TenantId firm, LocalId id) {
        return documents.find(firm, VOIDED, id, LocalId.class).isPresent();
    }

    public List<ClientPayment> payments(TenantId firm) {
        return documents.all(firm, PAYMENT, ClientPayment.class);
    }

    @Transactional
    public void save(TenantId firm, ClientPayment payment) {
        documents.save(firm, PAYMENT, payment.id(), payment.date().toString(), payment);
        if (isConnected(firm)) {
            company(firm).payments().stage(payment);
        }
    }

    /** Before its first connection a firm has nothing to hand over; the setup finds what there is. */
    public boolean isConnected(TenantId firm) {
        return company(firm).health().realm().isPresent();
    }

    /** How records stand with QuickBooks; empty for a firm that was never connected. */
    public Map<LocalId, SyncStatus> statuses(TenantId firm, RecordKind kind, List<LocalId> ids) {
        return isConnected(firm) ? company(firm).statuses(kind, ids) : Map.of();
    }

    private Company company(TenantId firm) {
        return quickBooks.company(firm);
    }

    private static <T> T required(Optional<Documents.Stored<T>> found, String what, LocalId id) {
        return found.map(Documents.Stored::record).orElseThrow(() -> new NotFound("There is no " + what + " " + id + "."));
    }

    /** Nothing of that id is in this firm. */
    public static class NotFound extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotFound(String message) {
            super(message);
        }
    }
}
