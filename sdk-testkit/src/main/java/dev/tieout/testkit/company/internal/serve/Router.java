package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.BatchFaults;
import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.Envelopes;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the operation a request asks for, and remembers the answers to request ids (QuickBooks facts P2.7, P8). */
public final class Router {
    private static final int LONGEST_REQUEST_ID = 50;

    private final String realmId;
    private final Ledger ledger;
    private final Records records;
    private final Queries queries;
    private final Batches batches;
    private final Files files;
    private final Taxes taxes;
    private final Reports reports;
    private final Map<String, FakeResponse> answered = new HashMap<>();

    /** A router over a company's ledger. */
    public Router(String realmId, Ledger ledger) {
        this.realmId = realmId;
        this.ledger = ledger;
        Answers answers = new Answers(ledger);
        this.records = new Records(ledger, answers);
        this.queries = new Queries(ledger, answers);
        this.batches = new Batches(ledger, records, queries);
        this.files = new Files(realmId, ledger, answers);
        this.taxes = new Taxes(ledger);
        this.reports = new Reports(ledger);
    }

    /** Answers a request; refusals come out as faults, never as exceptions of another kind. */
    public FakeResponse answer(FakeRequest request, Instant now, String tid, BatchFaults faults) {
        List<String> segments = request.segments();
        List<String> rest = segments.size() < 3 ? List.of() : segments.subList(3, segments.size());
        Call call = new Call(request, rest, now, tid, faults);
        try {
            return remembered(call, segments);
        } catch (QboFault fault) {
            FakeResponse refused = Envelopes.fault(fault, now, call.xml(), tid);
            boolean lapsed = fault.problems().get(0).code().equals("6190")
                    && ledger.switches().on(CompanySwitch.LAPSED_ANSWERS_200);
            return lapsed ? refused.withStatus(200) : refused;
        }
    }

    private FakeResponse remembered(Call call, List<String> segments) {
        String requestId = call.request().parameter("requestid").orElse("");
        boolean write = call.request().method().equals("POST") && !first(call).equals("query");
        if (requestId.isEmpty() || !write || ledger.switches().on(CompanySwitch.REQUEST_IDS_IGNORED)) {
            return route(call, segments);
        }
        if (requestId.length() > LONGEST_REQUEST_ID) {
            throw QboFault.of(2130, "Invalid Request Id Format : the request id has more than 50 characters.");
        }
        if (first(call).equals("batch")) {
            return route(call, segments);
        }
        FakeResponse earlier = answered.get(requestId);
        if (earlier != null) {
            return repeated(earlier);
        }
        FakeResponse answer = route(call, segments);
        answered.put(requestId, answer);
        return answer;
    }

    private FakeResponse repeated(FakeResponse earlier) {
        if (ledger.switches().on(CompanySwitch.REQUEST_ID_REPEAT_IS_600)) {
            throw QboFault.of(600, "Duplicate Request ID");
        }
        if (ledger.switches().on(CompanySwitch.REQUEST_ID_REPEAT_IS_6000)) {
            throw QboFault.business("Unexpected Internal Error. (-30000)");
        }
        return earlier;
    }

    private static String first(Call call) {
        return call.rest().isEmpty() ? "" : call.rest().get(0);
    }

    private FakeResponse route(Call call, List<String> segments) {
        boolean entitlements = segments.size() == 4 && segments.get(0).equals("manage");
        if (entitlements) {
            return Entitlements.answer(ledger, call);
        }
        boolean company = segments.size() > 3
                && segments.get(0).equals("v3")
                && segments.get(1).equals("company");
        if (!company || !segments.get(2).equals(realmId)) {
            throw unknown(call);
        }
        return switch (first(call) + " " + call.request().method()) {
            case "query GET", "query POST" -> queries.query(call);
            case "cdc GET" -> queries.changes(call);
            case "batch POST" -> batches.batch(call);
            case "upload POST" -> files.upload(call);
            case "download GET" -> files.download(call);
            case "reports GET" -> reports.report(call);
            case "taxservice POST" -> taxes.create(call);
            case "exchangerate GET" -> queries.exchangeRate(call);
            default -> entity(call);
        };
    }

    private FakeResponse entity(Call call) {
        EntityKind named = EntityKind.named(first(call));
        // Paths are case-sensitive (QuickBooks fact P2.1).
        EntityKind kind = named == null || !named.path().equals(first(call)) ? null : named;
        int depth = call.rest().size();
        String method = call.request().method();
        if (kind == null) {
            throw unknown(call);
        }
        boolean single = kind == EntityKind.PREFERENCES || kind == EntityKind.COMPANY_INFO;
        if (method.equals("GET") && (depth == 2 || (depth == 1 && single))) {
            return records.read(call, kind);
        }
        if (method.equals("GET") && depth == 3 && call.rest().get(2).equals("pdf")) {
            return records.pdf(call, kind);
        }
        if (method.equals("POST") && depth == 3 && call.rest().get(2).equals("send")) {
            return records.send(call, kind);
        }
        if (method.equals("POST") && depth == 1) {
            return records.write(call, kind);
        }
        throw unknown(call);
    }

    private static QboFault unknown(Call call) {
        String path = call.request().path();
        return QboFault.of(
                500,
                "Operation Could not find resource for relative : " + path
                        + " of full path: https://c50.sandbox.qbo.intuit.com/qbo50" + path + " is not supported.");
    }

    /** The two fields a delete needs of a body. */
    static JsonObject stub(JsonObject body) {
        return JsonObject.of("Id", body.text("Id"), "SyncToken", body.text("SyncToken"));
    }
}
