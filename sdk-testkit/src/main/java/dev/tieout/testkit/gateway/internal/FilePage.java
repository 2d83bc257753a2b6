package dev.tieout.testkit.gateway.internal;

import dev.tieout.testkit.exchange.FakeRequest;
import dev.tieout.testkit.exchange.FakeResponse;
import java.util.List;
import java.util.Optional;

/** Serves uploaded files at their temporary addresses, where QuickBooks has a file store of another host. */
public final class FilePage {
    private final Companies companies;

    /**
     * A page.
     *
     * @param companies whose files it serves
     */
    public FilePage(Companies companies) {
        this.companies = companies;
    }

    /**
     * Answers a request for a file.
     *
     * @param request the request
     * @return the answer; empty if it is about something else
     */
    public Optional<FakeResponse> handle(FakeRequest request) {
        List<String> path = request.segments();
        if (path.size() != 3 || !path.get(0).equals("_files")) {
            return Optional.empty();
        }
        String expires = request.parameter("expires").orElse("");
        return Optional.of(companies
                .find(path.get(1))
                .map(company -> company.file(path.get(2), expires))
                .orElseGet(
                        () -> FakeResponse.text(404, "application/xml", "<Error><Code>NoSuchBucket</Code></Error>")));
    }
}
