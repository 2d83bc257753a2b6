package dev.tieout.qbo.kinds.internal.invoice;

import dev.tieout.RecordKind;
import dev.tieout.model.Address;
import dev.tieout.model.ClientInvoice;
import dev.tieout.qbo.entity.EmailAddress;
import dev.tieout.qbo.entity.EmailStatus;
import dev.tieout.qbo.entity.Invoice;
import dev.tieout.qbo.entity.Memo;
import dev.tieout.qbo.entity.PhysicalAddress;
import dev.tieout.qbo.entity.PrintStatus;
import dev.tieout.qbo.kinds.internal.common.Addresses;
import dev.tieout.qbo.kinds.internal.common.SalesKind;
import dev.tieout.qbo.sync.internal.kind.FieldTable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The fields of an invoice, each once. */
final class InvoiceFields {
    static final String PRINT = "PrintStatus";
    static final String EMAIL = "EmailStatus";

    static final FieldTable<ClientInvoice, Invoice.Builder, Invoice> TABLE = new FieldTable<
                    ClientInvoice, Invoice.Builder, Invoice>()
            .parent(
                    "CustomerRef",
                    RecordKind.CLIENT,
                    ClientInvoice::clientId,
                    Invoice.Builder::customerRef,
                    Invoice::customerRef)
            .value(SalesKind.NUMBER, ClientInvoice::number, Invoice.Builder::docNumber, Invoice::docNumber)
            .value("TxnDate", ClientInvoice::date, Invoice.Builder::txnDate, Invoice::txnDate)
            .value("DueDate", ClientInvoice::dueDate, Invoice.Builder::dueDate, Invoice::dueDate)
            .field(
                    SalesKind.TAX,
                    (invoice, links, to) -> SalesKind.sayTax(invoice.tax(), to::txnTaxDetail),
                    (invoice, to) -> SalesKind.readTax(invoice.txnTaxDetail(), to))
            .wrapped(
                    "CustomerMemo",
                    "value",
                    ClientInvoice::memo,
                    (to, memo) -> to.customerMemo(Memo.builder().value(memo).build()),
                    invoice -> invoice.customerMemo().flatMap(Memo::value))
            .value("PrivateNote", ClientInvoice::privateNote, Invoice.Builder::privateNote, Invoice::privateNote)
            .wrapped(
                    "BillEmail",
                    "Address",
                    ClientInvoice::billEmail,
                    (to, email) ->
                            to.billEmail(EmailAddress.builder().address(email).build()),
                    invoice -> invoice.billEmail().flatMap(EmailAddress::address))
            .reference(
                    "DepartmentRef", ClientInvoice::locationId, Invoice.Builder::departmentRef, Invoice::departmentRef)
            .reference("ClassRef", ClientInvoice::classId, Invoice.Builder::classRef, Invoice::classRef)
            .reference("SalesTermRef", ClientInvoice::termsId, Invoice.Builder::salesTermRef, Invoice::salesTermRef)
            .wrapped(
                    "BillEmailCc",
                    "Address",
                    ClientInvoice::billEmailCc,
                    (to, email) ->
                            to.billEmailCc(EmailAddress.builder().address(email).build()),
                    invoice -> invoice.billEmailCc().flatMap(EmailAddress::address))
            .wrapped(
                    "BillEmailBcc",
                    "Address",
                    ClientInvoice::billEmailBcc,
                    (to, email) -> to.billEmailBcc(
                            EmailAddress.builder().address(email).build()),
                    invoice -> invoice.billEmailBcc().flatMap(EmailAddress::address))
            .field(
                    "BillAddr",
                    (invoice, links, to) -> say(invoice.billingAddress(), to::billAddr),
                    (invoice, to) -> invoice.billAddr().ifPresent(a -> Addresses.project("BillAddr", a, to)),
                    FieldTable.emptying("BillAddr", Addresses.EMPTY))
            .field(
                    "ShipAddr",
                    (invoice, links, to) -> say(invoice.shippingAddress(), to::shipAddr),
                    (invoice, to) -> invoice.shipAddr().ifPresent(a -> Addresses.project("ShipAddr", a, to)),
                    FieldTable.emptying("ShipAddr", Addresses.EMPTY))
            .field(
                    PRINT,
                    (invoice, links, to) -> {
                        if (invoice.printLater() != null) {
                            to.printStatus(invoice.printLater() ? PrintStatus.NEED_TO_PRINT : PrintStatus.NOT_SET);
                        }
                    },
                    (invoice, to) -> to.put(
                            PRINT,
                            invoice.printStatus()
                                    .filter(status -> !status.equals(PrintStatus.NOT_SET))
                                    .orElse(null)),
                    FieldTable.emptying(PRINT, "\"NotSet\""))
            .field(
                    EMAIL,
                    (invoice, links, to) -> {
                        if (invoice.emailLater() != null) {
                            to.emailStatus(invoice.emailLater() ? EmailStatus.NEED_TO_SEND : EmailStatus.NOT_SET);
                        }
                    },
                    (invoice, to) -> to.put(
                            EMAIL,
                            invoice.emailStatus()
                                    .filter(status -> !status.equals(EmailStatus.NOT_SET))
                                    .orElse(null)),
                    FieldTable.emptying(EMAIL, "\"NotSet\""))
            .field(
                    "CustomField",
                    (invoice, links, to) -> {
                        if (!invoice.customFields().isEmpty()) {
                            to.customField(CustomFields.say(invoice.customFields(), links));
                        }
                    },
                    CustomFields::read)
            .value("ExchangeRate", ClientInvoice::exchangeRate, Invoice.Builder::exchangeRate, Invoice::exchangeRate)
            // Said with the lines, by how the company taxes.
            .field(
                    SalesKind.CALCULATION,
                    (invoice, links, to) -> {},
                    (invoice, to) -> to.put(
                            SalesKind.CALCULATION,
                            invoice.globalTaxCalculation().orElse(null)))
            .field(
                    "ApplyTaxAfterDiscount",
                    (invoice, links, to) -> {},
                    (invoice, to) -> to.put(
                            "ApplyTaxAfterDiscount",
                            invoice.applyTaxAfterDiscount().orElse(null)));

    private InvoiceFields() {}

    private static void say(@Nullable Address address, Consumer<PhysicalAddress> to) {
        if (address != null) {
            to.accept(Addresses.say(address));
        }
    }
}
