package dev.tieout.testkit.admin.internal;

import dev.tieout.testkit.company.FakeCompany;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import dev.tieout.testkit.text.internal.JsonText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A company's records as the query answers that a client would get, page by page. */
final class Dump {
    private static final int PAGE = 1000;
    private static final Set<String> WITHOUT_ACTIVE =
            Set.of("CompanyInfo", "Preferences", "Attachable", "Budget", "CompanyCurrency", "ExchangeRate");

    private Dump() {}

    /** An object from realm to entity to a list of query answers. */
    static String of(List<FakeCompany> companies, Optional<String> realm) {
        StringBuilder json = new StringBuilder("{");
        companies.stream()
                .filter(company -> realm.isEmpty() || realm.get().equals(company.realmId()))
                .forEach(company -> append(json, company));
        return json.append("}\n").toString();
    }

    private static void append(StringBuilder json, FakeCompany company) {
        json.append(json.length() > 1 ? "," : "")
                .append(JsonText.write(company.realmId()))
                .append(":{");
        String join = "";
        for (String entity : company.entities()) {
            json.append(join).append(JsonText.write(entity)).append(":[");
            pages(json, company, entity);
            json.append(']');
            join = ",";
        }
        json.append('}');
    }

    private static void pages(StringBuilder json, FakeCompany company, String entity) {
        int records = company.all(entity).size();
        for (int start = 1; start <= records; start += PAGE) {
            json.append(start == 1 ? "" : ",").append(page(company, entity, start));
        }
    }

    private static String page(FakeCompany company, String entity, int start) {
        FakeResponse all = query(company, "select * from " + entity + " where Active in (true,false)", start);
        return WITHOUT_ACTIVE.contains(entity) || all.status() != 200
                ? query(company, "select * from " + entity, start).bodyText()
                : all.bodyText();
    }

    private static FakeResponse query(FakeCompany company, String statement, int start) {
        String paged = statement + " startposition " + start + " maxresults " + PAGE;
        return company.handle(FakeRequest.get("/v3/company/" + company.realmId() + "/query?query="
                + URLEncoder.encode(paged, StandardCharsets.UTF_8)));
    }
}
