package dev.tieout.qbo.connect;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.FaultReport;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.http.internal.Access;
import dev.tieout.qbo.http.internal.AccessTokens;
import dev.tieout.qbo.http.internal.Answer;
import dev.tieout.qbo.http.internal.ApiRequest;
import dev.tieout.qbo.http.internal.Transport;
import dev.tieout.qbo.http.internal.Wire;
import java.time.Duration;
import okhttp3.HttpUrl;

/**
 * Asks QuickBooks whether new tokens open the company that a callback named. The callback came through a browser, where
 * anybody can write another company's id into it; who did so would hold that company's place. Thread-safe.
 */
final class CompanyCheck {
    private final HttpUrl base;
    private final Wire wire;
    private final CallSettings settings;

    CompanyCheck(HttpUrl base, Wire wire, CallSettings settings) {
        this.base = base;
        this.wire = wire;
        this.settings = settings;
    }

    /**
     * Reads the company with tokens that are not stored yet.
     *
     * @return whether they open it
     * @throws QboException if QuickBooks could not be asked
     */
    boolean opens(TenantId tenant, RealmId realm, String token) {
        Transport transport = new Transport(base, wire, new OneToken(new Access(realm, token)), settings);
        ApiRequest call = ApiRequest.builder(tenant, "CompanyInfo", "read")
                .path("companyinfo/{realm}")
                .build();
        try {
            transport.call(call, Answer::realm);
            return true;
        } catch (QboException e) {
            return switch (e.kind()) {
                // Not this company's tokens, or none that may be used there (QuickBooks facts P3.9, P3.10).
                case REAUTHORIZE, PERMISSION, NOT_FOUND -> false;
                // It let us in as far as that.
                case SUBSCRIPTION -> true;
                default -> throw e;
            };
        }
    }

    /** Tokens that are not a connection yet: they cannot be renewed, and say nothing about one. */
    private record OneToken(Access access) implements AccessTokens {
        @Override
        public Access current(TenantId tenant, Duration maxWait) {
            return access;
        }

        @Override
        public Access renewed(TenantId tenant, Access rejected, Duration maxWait) {
            throw QboException.of("use new tokens", FaultReport.of(FaultKind.REAUTHORIZE), null);
        }

        @Override
        public void failed(TenantId tenant, Access used, QboException failure) {}

        @Override
        public void worked(TenantId tenant, Access used, boolean write) {}
    }
}
