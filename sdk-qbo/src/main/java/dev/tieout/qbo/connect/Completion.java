package dev.tieout.qbo.connect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.TieoutException;
import dev.tieout.qbo.connect.ConnectOutcome.CodeRejected;
import dev.tieout.qbo.connect.ConnectOutcome.CompanyRejected;
import dev.tieout.qbo.connect.ConnectOutcome.CompanyTaken;
import dev.tieout.qbo.connect.ConnectOutcome.Connected;
import dev.tieout.qbo.connect.ConnectOutcome.IdentityRejected;
import dev.tieout.qbo.connect.ConnectOutcome.OtherCompanyChosen;
import dev.tieout.qbo.connect.ConnectOutcome.Refused;
import dev.tieout.qbo.connect.ConnectOutcome.StateMismatch;
import dev.tieout.qbo.connect.internal.IdTokens;
import dev.tieout.qbo.connect.internal.TokenDocument;
import dev.tieout.qbo.connect.internal.TokenEndpoint;
import dev.tieout.qbo.connect.internal.TokenGrant;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.FaultReport;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.spi.SaveResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Turns a callback into a stored connection, each code once. Thread-safe. */
final class Completion {
    private static final String WHAT = "connect the company";

    private final ConnectionRows rows;
    private final TokenEndpoint endpoint;
    private final TokenKeeper keeper;
    private final Clock clock;
    private final String issuer;
    private final String clientId;
    private final @Nullable CompanyCheck companies;
    private final KeyedLocks underWay = new KeyedLocks();
    private final Cache<String, ConnectOutcome> done = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    Completion(
            ConnectionRows rows,
            TokenEndpoint endpoint,
            TokenKeeper keeper,
            Clock clock,
            String issuer,
            String clientId,
            @Nullable CompanyCheck companies) {
        this.companies = companies;
        this.issuer = issuer;
        this.clientId = clientId;
        this.rows = rows;
        this.endpoint = endpoint;
        this.keeper = keeper;
        this.clock = clock;
    }

    ConnectOutcome complete(
            TenantId tenant, @Nullable String expectedState, Callback callback, OtherCompany otherCompany) {
        // Without a state of the session: it expired while the user was at Intuit.
        if (expectedState == null
                || !callback.find("state")
                        .map(state -> same(state, expectedState))
                        .orElse(false)) {
            return new StateMismatch();
        }
        Optional<String> error = callback.find("error");
        if (error.isPresent()) {
            return new Refused(error.get());
        }
        Optional<String> code = callback.find("code");
        Optional<String> realm = callback.find("realmId");
        if (code.isEmpty() || realm.isEmpty()) {
            return new Refused(code.isEmpty() ? "no_code" : "no_company");
        }
        return once(tenant, code.get(), realmOf(realm.get()), otherCompany);
    }

    /** Forgets what was answered to callbacks. */
    void forgetAll() {
        done.invalidateAll();
    }

    private static RealmId realmOf(String text) {
        try {
            return RealmId.of(text);
        } catch (IllegalArgumentException e) {
            throw QboException.of(WHAT + ", because the callback's realmId is no id", FaultReport.of(FaultKind.BUG), e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private ConnectOutcome once(TenantId tenant, String code, RealmId realm, OtherCompany otherCompany) {
        String hash = hash(code);
        ReentrantLock lock = underWay.of(hash);
        lock.lock();
        try {
            @Nullable ConnectOutcome before = done.getIfPresent(tenant + " " + hash);
            if (before != null) {
                return before;
            }
            ConnectOutcome outcome = decide(tenant, code, hash, realm, otherCompany);
            if (outcome instanceof Connected
                    || outcome instanceof CodeRejected
                    || outcome instanceof CompanyRejected
                    || outcome instanceof IdentityRejected) {
                done.put(tenant + " " + hash, outcome);
            }
            return outcome;
        } finally {
            lock.unlock();
        }
    }

    /** Everything that can be refused is refused before the code is spent, so that the user's choice can follow. */
    private ConnectOutcome decide(TenantId tenant, String code, String hash, RealmId realm, OtherCompany otherCompany) {
        @Nullable Held before = rows.find(tenant);
        if (before != null && before.document().codeHash().equals(hash)) {
            return new Connected(rows.snapshot(tenant, before), Optional.empty());
        }
        if (before != null && !before.realm().equals(realm) && otherCompany == OtherCompany.REFUSE) {
            return new OtherCompanyChosen(before.realm(), realm);
        }
        Optional<TenantId> holder = otherHolder(tenant, realm);
        if (holder.isPresent()) {
            return new CompanyTaken(realm, holder.get());
        }
        TokenEndpoint.Outcome answer = endpoint.exchange(new TokenEndpoint.Whose(tenant, realm), code);
        @Nullable TokenGrant grant = answer.grant();
        if (grant != null) {
            return identified(tenant, realm, grant, hash);
        }
        FaultReport failure = answer.failure() == null ? FaultReport.of(FaultKind.TRANSIENT) : answer.failure();
        if (failure.kind() != FaultKind.REAUTHORIZE) {
            throw QboException.of(WHAT, failure, answer.cause());
        }
        // A code is good once: another node may have been quicker with this one.
        @Nullable Held after = rows.find(tenant);
        return after != null && after.document().codeHash().equals(hash)
                ? new Connected(rows.snapshot(tenant, after), Optional.empty())
                : new CodeRejected();
    }

    /** Another firm that really has the company; one that was disconnected gives way. */
    private Optional<TenantId> otherHolder(TenantId tenant, RealmId realm) {
        Optional<TenantId> holder = rows.holder(realm).filter(other -> !other.equals(tenant));
        if (holder.isEmpty()) {
            return holder;
        }
        @Nullable Held held = rows.find(holder.get());
        if (held != null && held.tokens().refresh().isEmpty()) {
            rows.delete(holder.get());
            return Optional.empty();
        }
        return holder;
    }

    /** An ID token is there only if OpenID was asked for; then it must be right. */
    private ConnectOutcome identified(TenantId tenant, RealmId realm, TokenGrant grant, String hash) {
        @Nullable String idToken = grant.idToken();
        if (idToken == null) {
            return store(tenant, realm, grant, hash, Optional.empty());
        }
        Optional<IdTokens.Claims> claims = IdTokens.check(
                idToken, endpoint.keys(new TokenEndpoint.Whose(tenant, realm)), issuer, clientId, clock.instant());
        boolean sameCompany = claims.flatMap(IdTokens.Claims::realm)
                .map(named -> named.equals(realm.value()))
                .orElse(true);
        return claims.isPresent() && sameCompany
                ? store(tenant, realm, grant, hash, claims.map(IdTokens.Claims::subject))
                : new IdentityRejected();
    }

    private ConnectOutcome store(TenantId tenant, RealmId realm, TokenGrant grant, String hash, Optional<String> user) {
        Instant now = clock.instant();
        TokenDocument.Notes notes = TokenDocument.Notes.NONE;
        if (companies != null) {
            CompanyCheck.Answered company = companies.ask(tenant, realm, grant.accessToken());
            if (!company.opens()) {
                return new CompanyRejected(realm);
            }
            notes = new TokenDocument.Notes(company.name(), now, null, null);
        }
        TokenDocument document =
                rows.toBeTold(new TokenDocument(grant.at(now, null), now, hash, null, null, null, null, null, notes));
        for (int race = 0; race < 50; race++) {
            @Nullable Held before = rows.find(tenant);
            long version = before == null ? 0 : before.version();
            Held held = new Held(tenant, realm, document, version);
            SaveResult result = rows.put(held);
            if (result == SaveResult.SAVED) {
                keeper.forget(tenant);
                Connection after = rows.snapshot(tenant, held);
                rows.tell(rows.snapshot(tenant, before), after);
                return new Connected(after, user);
            }
            if (result == SaveResult.TAKEN) {
                return new CompanyTaken(realm, rows.holder(realm).orElse(tenant));
            }
        }
        throw new TieoutException("The token store refused to save tenant " + tenant
                + " as stale again and again: its compare-and-set does not work; test it with TokenStoreContract");
    }

    private static String hash(String code) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
