package dev.tieout.qbo.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.qbo.fault.FaultCatalog;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.FaultReport;
import dev.tieout.qbo.fault.QboFault;
import java.util.List;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultReaderTest {
    private static List<QboFault> read(String body, int status) {
        return FaultReader.read(new Buffer().writeUtf8(body), status);
    }

    private static FaultReport report(String body, int status) {
        return FaultRules.report(read(body, status), status, null, null);
    }

    @Test
    void upperCaseJsonIsRead() {
        QboFault fault = read(
                        "{\"Fault\":{\"Error\":[{\"Message\":\"m\",\"Detail\":\"d\",\"code\":\"2020\",\"element\":\"Name\"}],"
                                + "\"type\":\"ValidationFault\"},\"time\":\"x\"}",
                        400)
                .get(0);
        assertThat(fault.code()).isEqualTo("2020");
        assertThat(fault.element()).contains("Name");
        assertThat(fault.kind()).isEqualTo(FaultKind.NEEDS_FIX);
    }

    @Test
    void lowerCaseJsonWithNullsAndALeadingZeroIsRead() {
        QboFault fault = read(
                        "{\"warnings\":null,\"fault\":{\"error\":[{\"message\":\"m\",\"detail\":null,\"code\":\"003200\",\"element\":null}],"
                                + "\"type\":\"AUTHENTICATION\"},\"time\":1601391072830}",
                        401)
                .get(0);
        assertThat(fault.code()).isEqualTo("3200");
        assertThat(fault.element()).isEmpty();
    }

    @Test
    void aSingleErrorObjectAndSeveralErrorsAreRead() {
        assertThat(read("{\"Fault\":{\"Error\":{\"code\":\"610\"}}}", 400)).hasSize(1);
        assertThat(read("{\"Fault\":{\"Error\":[{\"code\":\"2050\"},{\"code\":\"2020\"}]}}", 400))
                .extracting(QboFault::code)
                .containsExactly("2050", "2020");
    }

    @Test
    void aFaultInsideAQueryResponseIsFound() {
        assertThat(read("{\"QueryResponse\":{\"Fault\":{\"Error\":[{\"code\":\"4001\"}]}}}", 200))
                .hasSize(1);
    }

    @Test
    void xmlIsReadAndExternalEntitiesAreNot() {
        assertThat(report(
                                "<IntuitResponse xmlns=\"http://schema.intuit.com/finance/v3\"><Fault"
                                        + " type=\"SERVICE\"><Error"
                                        + " code=\"003001\"><Message>m</Message></Error></Fault></IntuitResponse>",
                                200)
                        .kind())
                .isEqualTo(FaultKind.THROTTLED);
        assertThat(read(
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x><Error"
                                + " code=\"610\"><Detail>&e;</Detail></Error></x>",
                        400))
                .allSatisfy(fault -> assertThat(fault.detail()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "<html><body>503</body></html>,503,TRANSIENT",
        "stream timeout,504,TRANSIENT",
        "upstream connect error,502,TRANSIENT",
        "'',500,TRANSIENT",
        "<html>moved</html>,302,CONFIGURATION",
        "not found,404,BUG",
        "too many,429,THROTTLED",
        "nope,403,PERMISSION",
        "'{',400,NEEDS_FIX",
        "message=ThrottleExceeded; errorCode=003001; statusCode=403,403,THROTTLED"
    })
    void whatIsNoFaultGoesByItsStatus(String body, int status, FaultKind kind) {
        assertThat(report(body, status).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "5010,The account period has closed,CLOSED_PERIOD",
        "5010,Stale Object Error : You and NAME,STALE",
        "6000,Business Validation Error: You can only add or edit one name at a time. Please try again.,TRANSIENT",
        "6000,another user was creating a transaction with inventory products at exactly the same time,TRANSIENT",
        "6000,the account period has closed,CLOSED_PERIOD",
        "6000,You must set a transaction amount.,NEEDS_FIX",
        "3100,message=InternalServerError; errorCode=003100; statusCode=500,TRANSIENT",
        "3100,message=AuthorizationFailed; errorCode=003100; statusCode=403,PERMISSION",
        "99999,never seen,NEEDS_FIX"
    })
    void theTextDecidesWhereTheCodeDoesNot(String code, String detail, FaultKind kind) {
        assertThat(FaultRules.kind(code, "", detail, 400)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":[1,2", "{\"Fault\":{\"Error\":[{\"code\":", "<Fault><Error code=\"6", "{\"Fault\":7}"})
    void brokenBodiesNeverThrow(String body) {
        assertThat(report(body, 400).kind()).isEqualTo(FaultKind.NEEDS_FIX);
    }

    @Test
    void aHundredThousandNestedArraysDoNotOverflowTheStack() {
        String body = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThat(read(body, 400)).isEmpty();
    }

    @Test
    void everyCodeOfTheCatalogHasMeaningAndRemedy() {
        assertThat(FaultCatalog.all()).hasSizeGreaterThan(100).allSatisfy(entry -> {
            assertThat(entry.meaning()).isNotBlank().doesNotEndWith(".");
            assertThat(entry.remedy()).endsWith(".");
            assertThat(entry.code()).isEqualTo(FaultCatalog.normalise(entry.code()));
        });
    }
}
