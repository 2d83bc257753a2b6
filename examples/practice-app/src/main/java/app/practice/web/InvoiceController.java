package app.practice.web;

import app.practice.practice.Documents;
import app.practice.practice.Practice;
import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.RecordKind;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.qbo.Company;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.sync.SyncStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Invoices and their payments. */
@Controller
class InvoiceController {
    private final Practice practice;
    private final QuickBooks quickBooks;

    InvoiceController(Practice practice, QuickBooks quickBooks) {
        this.practice = practice;
        this.quickBooks = quickBooks;
    }

    @GetMapping("/invoices")
    String list(@ModelAttribute("firm") TenantId firm, Model model) {
        List<ClientInvoice> invoices = practice.invoices(firm);
        model.addAttribute("invoices", invoices);
        model.addAttribute("names", names(firm));
        model.addAttribute("clients", practice.clients(firm));
        model.addAttribute("services", practice.services(firm));
        model.addAttribute("today", LocalDate.now());
        model.addAttribute(
                "statuses",
                practice.statuses(firm, RecordKind.INVOICE, invoices.stream().map(ClientInvoice::id).toList()));
        return "invoices";
    }

    private Map<LocalId, String> names(TenantId firm) {
        return practice.clients(firm).stream().collect(Collectors.toMap(Client::id, Client::displayName));
    }

    @PostMapping("/invoices")
    String add(
            @ModelAttribute("firm") TenantId firm,
            @RequestParam String client,
            @RequestParam LocalDate date,
            @RequestParam List<String> service,
            @RequestParam List<String> amount,
            @RequestParam(defaultValue = "") String memo) {
        List<InvoiceLine> lines = new ArrayList<>();
        for (int i = 0; i < amount.size(); i++) {
            if (!amount.get(i).isBlank()) {
                lines.add(InvoiceLine.builder(Money.usd(amount.get(i)))
                        .serviceItemId(LocalId.of(service.get(i)))
                        .build());
            }
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An invoice needs a line with an amount.");
        }
        ClientInvoice invoice = ClientInvoice.builder(Documents.fresh("i"), LocalId.of(client), date)
                .memo(memo.isBlank() ? null : memo)
                .lines(lines)
                .build();
        practice.save(firm, invoice);
        return "redirect:/invoices/" + invoice.id().value();
    }

    @GetMapping("/invoices/{id}")
    String one(@ModelAttribute("firm") TenantId firm, @PathVariable String id, Model model) {
        ClientInvoice invoice = practice.invoice(firm, LocalId.of(id));
        Company company = quickBooks.company(firm);
        List<ClientPayment> payments = practice.payments(firm).stream()
                .filter(payment -> payment.allocations().stream()
                        .anyMatch(part -> part.invoiceId().equals(invoice.id())))
                .toList();
        Map<LocalId, SyncStatus> paid =
                practice.statuses(firm, RecordKind.PAYMENT, payments.stream().map(ClientPayment::id).toList());
        model.addAttribute("invoice", invoice);
        model.addAttribute("client", practice.client(firm, invoice.clientId()));
        model.addAttribute("total", total(invoice));
        boolean connected = practice.isConnected(firm);
        model.addAttribute("status", connected ? company.invoices().status(invoice.id()) : null);
        model.addAttribute("isVoid", practice.isVoid(firm, invoice.id()));
        model.addAttribute("link", connected ? company.linkTo(RecordKind.INVOICE, invoice.id()).orElse(null) : null);
        model.addAttribute("payments", payments);
        model.addAttribute("paymentStatuses", paid);
        model.addAttribute("today", LocalDate.now());
        return "invoice";
    }

    private static Money total(ClientInvoice invoice) {
        return invoice.lines().stream().map(InvoiceLine::amount).reduce(Money::plus).orElseThrow();
    }

    @PostMapping("/invoices/{id}")
    String save(@ModelAttribute("firm") TenantId firm, @PathVariable String id, @RequestParam String memo) {
        ClientInvoice invoice = practice.invoice(firm, LocalId.of(id));
        practice.save(firm, invoice.toBuilder().memo(memo.isBlank() ? null : memo).build());
        return "redirect:/invoices/" + id;
    }

    @PostMapping("/invoices/{id}/void")
    String withdraw(@ModelAttribute("firm") TenantId firm, @PathVariable String id) {
        practice.withdraw(firm, LocalId.of(id));
        return "redirect:/invoices/" + id;
    }

    @PostMapping("/invoices/{id}/pay")
    String pay(
            @ModelAttribute("firm") TenantId firm,
            @PathVariable String id,
            @RequestParam BigDecimal amount,
            @RequestParam LocalDate date) {
        ClientInvoice invoice = practice.invoice(firm, LocalId.of(id));
        Money money = Money.usd(amount.toPlainString());
        practice.save(
                firm,
                ClientPayment.builder(Documents.fresh("p"), invoice.clientId(), date, money)
                        .allocations(List.of(new PaymentAllocation(invoice.id(), money)))
                        .build());
        return "redirect:/invoices/" + id;
    }
}
