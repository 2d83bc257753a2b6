package dev.tieout.testkit.company.internal.serve;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.query.QueryRunner;
import dev.tieout.testkit.company.internal.state.Books;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.Envelopes;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Times;
import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Queries, change data capture and rates: everything that answers with lists (QuickBooks facts P6, P7.1). */
final class Queries {
    /** Kinds whose rows came with a totalCount in 2026 (QuickBooks fact P2.14). */
    private static final Set<EntityKind> COUNTED = Set.of(
            EntityKind.INVOICE,
            EntityKind.BILL,
            EntityKind.BILL_PAYMENT,
            EntityKind.DEPOSIT,
            EntityKind.JOURNAL_ENTRY,
            EntityKind.PURCHASE_ORDER);

    private static final int MOST_CHANGES = 1000;
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private final Ledger ledger;
    private final Answers answers;

    Queries(Ledger ledger, Answers answers) {
        this.ledger = ledger;
        this.answers = answers;
    }

    FakeResponse query(Call call) {
        String text = call.request().parameter("query").orElse("");
        if (text.isBlank() && call.request().method().equals("POST")) {
            text = posted(call);
        }
        if (text.isBlank()) {
            throw QboFault.of(
                    4000,
                    "QueryParserError: Encountered \"<EOF>\" at line 0, column 0.\nWas expecting:\n    \"select\" ...\n    ");
        }
        JsonObject body = JsonObject.of("QueryResponse", response(text, call.now()));
        return Envelopes.success(body, call.now(), call.xml(), call.tid());
    }

    /** The statement of a POST: bare, or behind {@code query=} as a form. */
    private static String posted(Call call) {
        String body = call.text();
        boolean form = call.contentType().contains("form") && body.startsWith("query=");
        return form
                ? new FakeRequest("GET", "/", body, call.request().headers(), new byte[0])
                        .parameter("query")
                        .orElse("")
                : body;
    }

    /** The {@code QueryResponse} of a statement. */
    JsonObject response(String text, Instant now) {
        QueryRunner.Result result =
                new QueryRunner(ledger.books(), now, !ledger.switches().on(CompanySwitch.IDS_NOT_SORTABLE)).run(text);
        JsonObject response = new JsonObject();
        if (result.counted() >= 0) {
            return response.set("totalCount", BigDecimal.valueOf(result.counted()));
        }
        if (result.rows().isEmpty()) {
            return response;
        }
        List<Object> rows = new ArrayList<>(result.rows().size());
        for (JsonObject record : result.rows()) {
            JsonObject shown = answers.render(result.kind(), record, Answers.View.ROW);
            rows.add(QueryRunner.project(shown, result.fields()));
        }
        response.set(result.kind().json(), rows);
        response.set("startPosition", BigDecimal.valueOf(result.start()));
        response.set("maxResults", BigDecimal.valueOf(rows.size()));
        boolean counted = COUNTED.contains(result.kind());
        response.set("totalCount", counted ? BigDecimal.valueOf(rows.size()) : null);
        unsettle(result, now);
        return response;
    }

    private void unsettle(QueryRunner.Result result, Instant now) {
        boolean list = result.rows().size() > 0 && !result.kind().transaction();
        if (list && ledger.switches().on(CompanySwitch.UNSTABLE_PAGES)) {
            String id = result.rows().get(0).text("Id", "");
            ledger.run(now, desk -> {
                desk.work().touch(desk.work().edit(result.kind(), id));
                return id;
            });
        }
    }

    FakeResponse changes(Call call) {
        String names = call.request().parameter("entities").orElse("");
        String since = call.request().parameter("changedSince").orElse("");
        JsonObject body = JsonObject.of("CDCResponse", List.of(changes(names, since, call.now())));
        return Envelopes.success(body, call.now(), call.xml(), call.tid());
    }

    /** One element of a {@code CDCResponse}. */
    JsonObject changes(String names, String since, Instant now) {
        if (names.isBlank()) {
            throw QboFault.missing("entities");
        }
        Instant from = Times.moment(since.replace(' ', '+'));
        from = from == null ? Times.moment(since) : from;
        if (from == null) {
            throw QboFault.of(2070, "Invalid date. Supplied value:" + since, "changedSince");
        }
        boolean tooOld =
                from.isBefore(now.minus(LOOK_BACK)) && !ledger.switches().on(CompanySwitch.CHANGES_WITHOUT_LIMIT);
        if (tooOld) {
            throw QboFault.of(
                    500,
                    "Operation cdc with changedSince date " + since
                            + " which is older than fixed days is not supported.");
        }
        List<Object> groups = new ArrayList<>();
        int room = MOST_CHANGES;
        for (String name : names.split(",")) {
            EntityKind kind = EntityKind.named(name.strip());
            if (kind == null || !kind.can(EntityKind.Can.CHANGE_DATA)) {
                throw QboFault.of(4001, "QueryValidationError: invalid context declaration: " + name.strip());
            }
            List<Object> rows = changed(kind, from, room);
            room -= rows.size();
            groups.add(group(kind, rows));
        }
        return JsonObject.of("QueryResponse", groups);
    }

    private static JsonObject group(EntityKind kind, List<Object> rows) {
        if (rows.isEmpty()) {
            return new JsonObject();
        }
        BigDecimal size = BigDecimal.valueOf(rows.size());
        return JsonObject.of(
                kind.json(),
                rows,
                "startPosition",
                BigDecimal.ONE,
                "maxResults",
                size,
                "totalCount",
                COUNTED.contains(kind) ? size : null);
    }

    /** Full records by time of change, then the stubs of deleted ones. */
    private List<Object> changed(EntityKind kind, Instant from, int room) {
        List<Object> rows = new ArrayList<>();
        for (JsonObject record : ledger.books().table(kind).changedSince(from)) {
            if (rows.size() >= room) {
                return rows;
            }
            rows.add(answers.render(kind, record, Answers.View.ROW));
        }
        for (Books.Tombstone gone : ledger.books().tombstones()) {
            if (gone.kind() == kind && !gone.time().isBefore(from) && rows.size() < room) {
                rows.add(JsonObject.of(
                        "domain",
                        "QBO",
                        "status",
                        "Deleted",
                        "Id",
                        gone.id(),
                        "MetaData",
                        JsonObject.of("LastUpdatedTime", Times.stamp(gone.time()))));
            }
        }
        return rows;
    }

    FakeResponse exchangeRate(Call call) {
        @Nullable String source = call.request().parameter("sourcecurrencycode").orElse(null);
        if (source == null) {
            throw QboFault.missing("sourcecurrencycode");
        }
        String asOf = call.request()
                .parameter("asofdate")
                .orElse(Times.day(call.now()).toString());
        JsonObject rate = Rates.read(ledger, source, asOf, call);
        return Envelopes.success(JsonObject.of("ExchangeRate", rate), call.now(), call.xml(), call.tid());
    }
}
