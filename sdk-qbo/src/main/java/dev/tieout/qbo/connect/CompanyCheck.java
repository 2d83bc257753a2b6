package dev.tieout.qbo.connect;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.qbo.call.CallSettings;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.FaultReport;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.http.internal.Access;
import dev.tieout.qbo.http.internal.AccessTokens;
import dev.tieout.qbo.http.internal.Transport;
import dev.tieout.qbo.http.internal.Wire;
import java.time.Duration;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

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
     * What QuickBooks said.
     *
     * @param opens whether the tokens open the company
     * @param name what it calls itself, or null if it did not say
     */
    record Answered(boolean opens, @Nullable String name) {}

    /**
     * Reads the company with tokens that are not stored yet.
     *
     * @return whether they open it, and its name
     * @throws QboException if QuickBooks could not be asked
     */
    Answered ask(TenantId tenant, RealmId realm, String token) {
        Transport transport = new Transport(base, wire, new OneToken(new Access(realm, token)), settings);
        try {
            return new Answered(
                    true,
                    transport
                            .call(CompanyAnswer.request(tenant), CompanyAnswer::of)
                            .name());
        } catch (QboException e) {
            return switch (e.kind()) {
                // Not this company's tokens, or none that may be used there (QuickBooks facts P3.9, P3.10).
                case REAUTHORIZE, PERMISSION, NOT_FOUND -> new Answered(false, null);
                // It let us in as far as that.
                case SUBSCRIPTION -> new Answered(true, null);
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
