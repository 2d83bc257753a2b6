package dev.tieout.qbo.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.LocalId;
import dev.tieout.RealmId;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.matching.Bucket;
import dev.tieout.model.ClientKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan can be stored, hashed, sent to a browser, and come back. */
class PlanJsonTest {
    private static final TenantId FIRM = TenantId.of("firm-1");
    private static final RealmId REALM = RealmId.of("9130350000000001");
    private static final Instant AT = Instant.parse("2026-11-30T17:00:00.5Z");
    private static final LocalId CLIENT = LocalId.of("c \"1\" \u2028");
    private static final RemoteId CUSTOMER = RemoteId.of("58");

    private static final SetupContact NOBODY = new SetupContact(ClientKind.UNKNOWN, null, null);

    private static SetupPlan clients() {
        SetupClient match = new SetupClient(
                CLIENT,
                "Ünal & Söhne",
                Bucket.MATCH,
                CUSTOMER,
                false,
                "name: same.",
                true,
                new SetupContact(ClientKind.BUSINESS, "a@b.example", "555"),
                List.of(new FieldChange("Mobile", null, "555")),
                List.of(),
                null);
        SetupClient open = new SetupClient(
                LocalId.of("c-2"),
                "O'Brien \"Ltd\"",
                Bucket.DUPLICATE,
                null,
                false,
                "",
                false,
                NOBODY,
                List.of(),
                List.of(new SetupClient.Option(
                        RemoteId.of("59"),
                        "O'Brien",
                        1 / 3d,
                        "near.",
                        List.of(new FieldChange("GivenName", "Pat", "Patricia")))),
                "Vendor 4");
        SetupCustomer one = new SetupCustomer(CUSTOMER, "Ünal & Söhne", true, NOBODY, Bucket.MATCH, CLIENT, List.of());
        SetupCustomer other = new SetupCustomer(
                RemoteId.of("59"), "O'Brien", true, NOBODY, Bucket.DUPLICATE, null, List.of(LocalId.of("c-2"), CLIENT));
        SetupCustomer fresh = new SetupCustomer(RemoteId.of("60"), "New", false, NOBODY, Bucket.NEW, null, List.of());
        return new SetupPlan(FIRM, REALM, AT, List.of(match, open), List.of(one, other, fresh), List.of(), List.of())
                .link(CLIENT, CUSTOMER)
                .createInApp(RemoteId.of("60"))
                .skip(LocalId.of("c-2"));
    }

    private static ServiceItemPlan items() {
        SetupServiceItem item = new SetupServiceItem(
                LocalId.of("s-1"),
                "Advisory",
                Bucket.UNMATCHED,
                null,
                false,
                "",
                List.of(),
                List.of(new SetupServiceItem.Option(RemoteId.of("7"), "Fees:Advice", 0.25, "near.", List.of())));
        SetupItem remote =
                new SetupItem(RemoteId.of("7"), "Fees:Advice", "Service", Bucket.NEW, null, List.of(LocalId.of("s-1")));
        return new ServiceItemPlan(FIRM, REALM, AT, List.of(item), List.of(remote), List.of(), List.of())
                .createUnmatchedInQuickBooks();
    }

    @Test
    void aPlanOfClientsComesBackWhole() {
        SetupPlan plan = clients();

        SetupPlan back = SetupPlan.fromJson(plan.toJson());

        assertThat(back.tenant()).isEqualTo(FIRM);
        assertThat(back.realm()).isEqualTo(REALM);
        assertThat(back.madeAt()).isEqualTo(AT);
        assertThat(back.clients()).isEqualTo(plan.clients());
        assertThat(back.customers()).isEqualTo(plan.customers());
        assertThat(back.decisions()).isEqualTo(plan.decisions());
        assertThat(back.toJson()).isEqualTo(plan.toJson());
    }

    @Test
    void aPlanOfServiceItemsComesBackWhole() {
        ServiceItemPlan plan = items();

        ServiceItemPlan back = ServiceItemPlan.fromJson(plan.toJson());

        assertThat(back.serviceItems()).isEqualTo(plan.serviceItems());
        assertThat(back.items()).isEqualTo(plan.items());
        assertThat(back.decisions()).isEqualTo(plan.decisions());
        assertThat(back.digest()).isEqualTo(plan.digest());
    }

    @Test
    void theFormIsStable() {
        assertThat(items().toJson())
                .isEqualTo("{\"format\":\"1\",\"plan\":\"service_items\",\"tenant\":\"firm-1\","
                        + "\"realm\":\"9130350000000001\",\"madeAt\":\"2026-11-30T17:00:00.500Z\","
                        + "\"serviceItems\":[{\"id\":\"s-1\",\"name\":\"Advisory\",\"bucket\":\"UNMATCHED\","
                        + "\"linked\":false,\"why\":\"\",\"changes\":[],\"candidates\":[{\"id\":\"7\","
                        + "\"name\":\"Fees:Advice\",\"confidence\":\"0.25\",\"why\":\"near.\",\"changes\":[]}]}],"
                        + "\"items\":[{\"id\":\"7\",\"name\":\"Fees:Advice\",\"bucket\":\"NEW\",\"type\":\"Service\","
                        + "\"claimedBy\":[\"s-1\"]}],"
                        + "\"decisions\":[{\"action\":\"CREATE_IN_QUICKBOOKS\",\"local\":\"s-1\"}]}");
        assertThat(items().digest()).matches("[0-9a-f]{64}").isEqualTo(items().digest());
    }

    @Test
    void anotherDecisionIsAnotherDigest() {
        SetupPlan plan = clients();
        assertThat(plan.skip(CLIENT).digest()).isNotEqualTo(plan.digest());
    }

    @Test
    void membersThatANewerVersionAddsAreLeftAlone() {
        String newer = clients().toJson().replace("\"plan\":", "\"colour\":{\"is\":[1]},\"plan\":");
        assertThat(SetupPlan.fromJson(newer).decisions()).isEqualTo(clients().decisions());
    }

    @Test
    void whatIsNoSuchPlanIsRefusedWithoutQuotingIt() {
        String json = clients().toJson();
        for (String bad : List.of(
                "",
                "[]",
                "{}",
                "{\"secret",
                items().toJson(),
                json.replace("\"format\":\"1\"", "\"format\":\"2\""),
                json.replace("\"MATCH\"", "\"secret\""),
                json.replace("2026-11-30T17", "secret"),
                json.replace("\"decisions\":[", "\"decisions\":[\"secret\","),
                json.replace("\"confidence\":\"0", "\"confidence\":\"secret"))) {
            assertThatThrownBy(() -> SetupPlan.fromJson(bad))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .doesNotContain("secret", "Söhne");
        }
    }
}
