package dev.tieout.qbo.sync.internal;

import dev.tieout.LocalId;
import dev.tieout.Money;
import dev.tieout.model.Address;
import dev.tieout.model.Client;
import dev.tieout.model.ClientInvoice;
import dev.tieout.model.ClientKind;
import dev.tieout.model.ClientPayment;
import dev.tieout.model.InvoiceLine;
import dev.tieout.model.PaymentAllocation;
import dev.tieout.model.ServiceItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The app's records as JSON: a staged record must survive a restart until it can be sent. */
public final class LocalJson {
    private LocalJson() {}

    public static String write(Client c) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("id", c.id());
        o.put("kind", c.kind().name());
        o.put("displayName", c.displayName());
        o.put("firstName", c.firstName());
        o.put("middleName", c.middleName());
        o.put("lastName", c.lastName());
        o.put("companyName", c.companyName());
        o.put("emails", c.emails());
        o.put("phones", c.phones());
        o.put("address", address(c.address()));
        o.put("active", c.active());
        return Json.write(o);
    }

    public static Client readClient(String text) {
        Map<String, Object> o = Json.read(text);
        return Client.builder(LocalId.of(Json.required(o, "id")), Json.required(o, "displayName"))
                .kind(ClientKind.valueOf(Json.required(o, "kind")))
                .firstName(Json.text(o, "firstName"))
                .middleName(Json.text(o, "middleName"))
                .lastName(Json.text(o, "lastName"))
                .companyName(Json.text(o, "companyName"))
                .emails(Json.texts(o, "emails"))
                .phones(Json.texts(o, "phones"))
                .address(readAddress(o))
                .active(Json.flag(o, "active"))
                .build();
    }

    public static String write(ServiceItem item) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("id", item.id());
        o.put("name", item.name());
        o.put("code", item.code());
        o.put("description", item.description());
        o.put("rate", plain(item.rate()));
        o.put("taxRate", plain(item.taxRate()));
        o.put("taxable", item.taxable());
        o.put("incomeAccount", item.incomeAccount());
        o.put("active", item.active());
        return Json.write(o);
    }

    public static ServiceItem readServiceItem(String text) {
        Map<String, Object> o = Json.read(text);
        return ServiceItem.builder(LocalId.of(Json.required(o, "id")), Json.required(o, "name"))
                .code(Json.text(o, "code"))
                .description(Json.text(o, "description"))
                .rate(decimal(o, "rate"))
                .taxRate(decimal(o, "taxRate"))
                .taxable(Json.flag(o, "taxable"))
                .incomeAccount(Json.text(o, "incomeAccount"))
                .active(Json.flag(o, "active"))
                .build();
    }

    public static String write(ClientInvoice invoice) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("id", invoice.id());
        o.put("clientId", invoice.clientId());
        o.put("number", invoice.number());
        o.put("date", invoice.date());
        o.put("dueDate", invoice.dueDate());
        o.put("lines", invoice.lines().stream().map(LocalJson::line).toList());
        o.put("tax", money(invoice.tax()));
        o.put("memo", invoice.memo());
        o.put("privateNote", invoice.privateNote());
        o.put("billEmail", invoice.billEmail());
        o.put("locationId", invoice.locationId());
        o.put("classId", invoice.classId());
        return Json.write(o);
    }

    public static ClientInvoice readInvoice(String text) {
        Map<String, Object> o = Json.read(text);
        @Nullable String due = Json.text(o, "dueDate");
        return ClientInvoice.builder(
                        LocalId.of(Json.required(o, "id")),
                        LocalId.of(Json.required(o, "clientId")),
                        LocalDate.parse(Json.required(o, "date")))
                .number(Json.text(o, "number"))
                .dueDate(due == null ? null : LocalDate.parse(due))
                .lines(Json.objects(o, "lines").stream()
                        .map(LocalJson::readLine)
                        .toList())
                .tax(o.containsKey("tax") ? readMoney(o, "tax") : null)
                .memo(Json.text(o, "memo"))
                .privateNote(Json.text(o, "privateNote"))
                .billEmail(Json.text(o, "billEmail"))
                .locationId(Json.text(o, "locationId"))
                .classId(Json.text(o, "classId"))
                .build();
    }

    public static String write(ClientPayment payment) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("id", payment.id());
        o.put("clientId", payment.clientId());
        o.put("date", payment.date());
        o.put("amount", money(payment.amount()));
        o.put(
                "allocations",
                payment.allocations().stream()
                        .map(a -> Map.of(
                                "invoiceId", a.invoiceId(), "amount", a.amount().toString()))
                        .toList());
        o.put("method", payment.method());
        o.put("reference", payment.reference());
        o.put("privateNote", payment.privateNote());
        return Json.write(o);
    }

    public static ClientPayment readPayment(String text) {
        Map<String, Object> o = Json.read(text);
        return ClientPayment.builder(
                        LocalId.of(Json.required(o, "id")),
                        LocalId.of(Json.required(o, "clientId")),
                        LocalDate.parse(Json.required(o, "date")),
                        readMoney(o, "amount"))
                .allocations(Json.objects(o, "allocations").stream()
                        .map(a -> new PaymentAllocation(
                                LocalId.of(Json.required(a, "invoiceId")), readMoney(a, "amount")))
                        .toList())
                .method(Json.text(o, "method"))
                .reference(Json.text(o, "reference"))
                .privateNote(Json.text(o, "privateNote"))
                .build();
    }

    private static Map<String, @Nullable Object> line(InvoiceLine line) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("serviceItemId", line.serviceItemId());
        o.put("description", line.description());
        o.put("quantity", plain(line.quantity()));
        o.put("unitPrice", plain(line.unitPrice()));
        o.put("amount", money(line.amount()));
        o.put("taxable", line.taxable());
        o.put("classId", line.classId());
        return o;
    }

    private static InvoiceLine readLine(Map<String, Object> o) {
        @Nullable String item = Json.text(o, "serviceItemId");
        return InvoiceLine.builder(readMoney(o, "amount"))
                .serviceItemId(item == null ? null : LocalId.of(item))
                .description(Json.text(o, "description"))
                .quantity(new BigDecimal(Json.required(o, "quantity")))
                .unitPrice(decimal(o, "unitPrice"))
                .taxable(Json.flag(o, "taxable"))
                .classId(Json.text(o, "classId"))
                .build();
    }

    private static @Nullable Map<String, @Nullable Object> address(@Nullable Address address) {
        if (address == null) {
            return null;
        }
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("lines", address.lines());
        o.put("city", address.city());
        o.put("region", address.region());
        o.put("postalCode", address.postalCode());
        o.put("country", address.country());
        return o;
    }

    private static @Nullable Address readAddress(Map<String, ?> client) {
        if (!client.containsKey("address")) {
            return null;
        }
        Map<String, Object> o = Json.object(client, "address");
        return Address.builder()
                .lines(Json.texts(o, "lines"))
                .city(Json.text(o, "city"))
                .region(Json.text(o, "region"))
                .postalCode(Json.text(o, "postalCode"))
                .country(Json.text(o, "country"))
                .build();
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static @Nullable BigDecimal decimal(Map<String, ?> o, String name) {
        @Nullable String text = Json.text(o, name);
        return text == null ? null : new BigDecimal(text);
    }

    private static @Nullable String money(@Nullable Money money) {
        return money == null ? null : money.toString();
    }

    private static Money readMoney(Map<String, ?> o, String name) {
        String text = Json.required(o, name);
        int blank = text.indexOf(' ');
        return Money.of(text.substring(0, blank), text.substring(blank + 1));
    }
}
