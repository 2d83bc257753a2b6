package dev.tieout.qbo.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EntityPatchTest {
    private final Customer customer =
            Customer.TYPE.fromJson("{\"Id\":\"5\",\"SyncToken\":\"2\",\"DisplayName\":\"Amy\",\"Notes\":\"n\"}");

    @Test
    void onlyWhatWasSetOrClearedIsSent() {
        Customer.Patch patch = customer.patch()
                .displayName("Bea")
                .clearNotes()
                .clearBillAddr()
                .active(true)
                .raw("New", "[1.0]");

        assertThat(body(patch))
                .isEqualTo("{\"sparse\":true,\"Id\":\"5\",\"SyncToken\":\"2\",\"BillAddr\":null,\"Notes\":\"\","
                        + "\"DisplayName\":\"Bea\",\"Active\":true,\"New\":[1.0]}");
    }

    @Test
    void aFieldThatASparseUpdateCannotClearHasNoMethodForIt() {
        assertThat(Arrays.stream(Customer.Patch.class.getMethods()).map(Method::getName))
                .contains("displayName", "clearNotes")
                .doesNotContain("clearDisplayName");
    }

    @Test
    void aPatchThatChangesNothingSaysSo() {
        assertThat(customer.patch().isEmpty()).isTrue();
        assertThat(customer.patch().clearNotes().isEmpty()).isFalse();
        assertThat(body(customer.patch())).isEqualTo("{\"sparse\":true,\"Id\":\"5\",\"SyncToken\":\"2\"}");
    }

    @Test
    void theSameChangesCanBeSentForANewerVersion() {
        Customer.Patch patch = customer.patch().notes("x");
        Customer.Patch newer = patch.withSyncToken("3");
        newer.notes("y");

        assertThat(body(patch)).contains("\"SyncToken\":\"2\"", "\"x\"");
        assertThat(body(newer)).contains("\"SyncToken\":\"3\"", "\"y\"");
    }

    @Test
    void aPatchKeepsTheLimitsOfTheSchema() {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> customer.patch().notes("x".repeat(2001)))
                .withMessageContaining("Customer.Notes")
                .withMessageContaining("2000");
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> Customer.patch("", "0"))
                .withMessageContaining("Customer.Id");
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> Customer.builder().displayName("A").build().patch())
                .withMessageContaining("Customer.Id");
    }

    @Test
    void theBodyThatMakesARecordInactiveIsSparseOnlyWhereQuickBooksTakesThat() {
        Term term = Term.TYPE.fromJson(
                "{\"Name\":\"Net 30\",\"DueDays\":30,\"Active\":true,\"Id\":\"3\",\"SyncToken\":\"0\"}");

        assertThat(text(Customer.TYPE.codec().inactivation(customer)))
                .isEqualTo("{\"sparse\":true,\"Id\":\"5\",\"SyncToken\":\"2\",\"Active\":false}");
        assertThat(text(Term.TYPE.codec().inactivation(term)))
                .isEqualTo("{\"Name\":\"Net 30\",\"DueDays\":30,\"Active\":false,\"Id\":\"3\",\"SyncToken\":\"0\"}");
    }

    @Test
    void stubsNameTheRecordAndItsVersionOnly() {
        assertThat(text(Invoice.TYPE.codec().stub("7", "1"))).isEqualTo("{\"Id\":\"7\",\"SyncToken\":\"1\"}");
        assertThat(text(Payment.TYPE.codec().sparseStub("7", "1")))
                .isEqualTo("{\"sparse\":true,\"Id\":\"7\",\"SyncToken\":\"1\"}");
    }

    @Test
    void nothingPersonalShowsInTexts() {
        assertThat(customer).hasToString("Customer[id=5, syncToken=2, 4 members]");
        assertThat(customer.patch().displayName("Bea")).hasToString("Customer.Patch[id=5, syncToken=2]");
        assertThat(EmailAddress.of("amy@example.org").toString()).doesNotContain("amy");
    }

    private static String body(Customer.Patch patch) {
        return text(Customer.TYPE.codec().body(patch));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
