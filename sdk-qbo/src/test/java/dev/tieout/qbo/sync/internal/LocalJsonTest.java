package dev.tieout.qbo.sync.internal;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalJsonTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Test
    void aClientSurvivesTheRoundTrip() {
        Client full = Client.builder(LocalId.of("c-1"), "O’Brien & Søn \"株式\" \\ \uD83D\uDE00")
                .kind(ClientKind.HOUSEHOLD)
                .firstName("A")
                .middleName("B")
                .lastName("C")
                .companyName("D")
                .emails(List.of("a@example.com", "b@example.com"))
                .phones(List.of("1", "2"))
                .address(Address.builder()
                        .lines(List.of("1 Main St", "Unit 2"))
                        .city("York")
                        .region("YS")
                        .postalCode("1")
                        .country("UK")
                        .build())
                .active(false)
                .build();
        assertThat(LocalJson.readClient(LocalJson.write(full))).isEqualTo(full);
        Client bare = Client.builder(LocalId.of("c-2"), "Ann").build();
        assertThat(LocalJson.readClient(LocalJson.write(bare))).isEqualTo(bare);
    }

    @Test
    void aServiceItemSurvivesTheRoundTrip() {
        ServiceItem full = ServiceItem.builder(LocalId.of("s-1"), "1040")
                .code("T1")
                .description("Return")
                .rate(new BigDecimal("0.5306667"))
                .taxRate(new BigDecimal("7.50"))
                .taxable(true)
                .incomeAccount("79")
                .build();
        assertThat(LocalJson.readServiceItem(LocalJson.write(full))).isEqualTo(full);
    }

    @Test
    void anInvoiceSurvivesTheRoundTrip() {
        ClientInvoice full = ClientInvoice.builder(LocalId.of("i-1"), LocalId.of("c-1"), DAY)
                .number("T-1")
                .dueDate(DAY.plusDays(30))
                .lines(List.of(
                        InvoiceLine.builder(Money.usd("337.50"))
                                .serviceItemId(LocalId.of("s-1"))
                                .description("Advice")
                                .quantity(new BigDecimal("2.25"))
                                .unitPrice(new BigDecimal("150"))
                                .taxable(true)
                                .classId("5000000000000007280")
                                .build(),
                        InvoiceLine.builder(Money.usd("1.00")).build()))
                .tax(Money.usd("27.00"))
                .memo("Thanks")
                .privateNote("note")
                .billEmail("a@example.com")
                .locationId("1")
                .classId("2")
                .build();
        assertThat(LocalJson.readInvoice(LocalJson.write(full))).isEqualTo(full);
    }

    @Test
    void aPaymentSurvivesTheRoundTrip() {
        ClientPayment full = ClientPayment.builder(LocalId.of("p-1"), LocalId.of("c-1"), DAY, Money.usd("10.00"))
                .allocations(List.of(new PaymentAllocation(LocalId.of("i-1"), Money.usd("9.99"))))
                .method("Check")
                .reference("1001")
                .privateNote("note")
                .build();
        assertThat(LocalJson.readPayment(LocalJson.write(full))).isEqualTo(full);
    }
}
