package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.wire.Envelopes;
import dev.tieout.testkit.exchange.FakeResponse;
import java.nio.charset.StandardCharsets;

/** What the company's plan includes; always XML (QuickBooks fact E1.10). A small subset. */
final class Entitlements {
    private Entitlements() {}

    static FakeResponse answer(Ledger ledger, Call call) {
        boolean lapsed = ledger.switches().on(CompanySwitch.SUBSCRIPTION_LAPSED);
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                + "<EntitlementsResponse xmlns=\"http://schema.intuit.com/finance/v3\">"
                + "<QboCompany>true</QboCompany><PlanName>QuickBooks Online Plus</PlanName>"
                + "<MaxUsers>5</MaxUsers><CurrentUsers>2</CurrentUsers><DaysRemainingTrial>0</DaysRemainingTrial>"
                + entitlement(1, "Subscription", !lapsed) + entitlement(2, "Class tracking", true)
                + entitlement(3, "Location tracking", true) + "</EntitlementsResponse>";
        return Envelopes.success(body.getBytes(StandardCharsets.UTF_8), "application/xml;charset=utf-8", call.tid());
    }

    private static String entitlement(int id, String name, boolean on) {
        return "<Entitlement id=\"" + id + "\"><name>" + name + "</name><term>" + (on ? "On" : "Off")
                + "</term></Entitlement>";
    }
}
