package dev.tieout.qbo.connect.internal;

import dev.tieout.qbo.connect.TroubleCause;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a connection. Immutable; holds secrets.
 *
 * @param tokens the tokens; empty texts once disconnected
 * @param connectedAt when an administrator connected
 * @param codeHash a hash of the code that was exchanged, to know a repeated callback
 * @param cause what is wrong, or null
 * @param since since when, or null
 * @param askedAt when QuickBooks last said so, or null
 * @param claim who is refreshing now, or null
 * @param claimUntil when that claim is void, or null
 * @param notes what is remembered besides
 */
public record TokenDocument(
        Tokens tokens,
        Instant connectedAt,
        String codeHash,
        @Nullable TroubleCause cause,
        @Nullable Instant since,
        @Nullable Instant askedAt,
        @Nullable String claim,
        @Nullable Instant claimUntil,
        Notes notes) {
    /** How long after a first refusal QuickBooks is asked again: its outages answer the same (QuickBooks fact P1.19). */
    public static final Duration FIRST_PAUSE = Duration.ofMinutes(3);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    /**
     * What is remembered of a connection besides. Immutable.
     *
     * @param companyName what the company calls itself, or null if it was never read
     * @param companyReadAt when that was read, or null
     * @param told the trouble that the listener was last told of, or null
     * @param toldAt when, or null
     */
    public record Notes(
            @Nullable String companyName,
            @Nullable Instant companyReadAt,
            @Nullable TroubleCause told,
            @Nullable Instant toldAt) {
        /** Nothing is remembered. */
        public static final Notes NONE = new Notes(null, null, null, null);

        /** Shows no name. */
        @Override
        public String toString() {
            return "Notes[told=" + told + "]";
        }
    }

    /**
     * A pair of tokens and their times. Immutable; holds secrets.
     *
     * @param access the access token
     * @param accessExpiresAt when it expires
     * @param refresh the refresh token
     * @param refreshExpiresAt when it expires if unused
     * @param hardExpiresAt when it expires in any case, or null if Intuit did not say
     * @param issuedAt when they were issued
     */
    public record Tokens(
            String access,
            Instant accessExpiresAt,
            String refresh,
            Instant refreshExpiresAt,
            @Nullable Instant hardExpiresAt,
            Instant issuedAt) {
        /** Shows no token. */
        @Override
        public String toString() {
            return "Tokens[issuedAt=" + issuedAt + "]";
        }
    }

    /**
     * The same with new tokens: the claim ends, and so does doubt about the refresh token.
     *
     * @param fresh what Intuit granted
     * @return a changed copy
     */
    public TokenDocument refreshed(Tokens fresh) {
        boolean tokenTrouble = cause == TroubleCause.SUSPECTED
                || cause == TroubleCause.REVOKED
                || cause == TroubleCause.REFRESH_TOKEN_EXPIRED
                || cause == TroubleCause.FIVE_YEARS_OVER
                || cause == TroubleCause.APP_KEYS_REFUSED;
        return new TokenDocument(
                fresh,
                connectedAt,
                codeHash,
                tokenTrouble ? null : cause,
                tokenTrouble ? null : since,
                tokenTrouble ? null : askedAt,
                null,
                null,
                notes);
    }

    /**
     * The same in trouble. The time of trouble that was there before is kept.
     *
     * @param newCause what is wrong, or null for nothing
     * @param now when it was noticed
     * @return a changed copy
     */
    public TokenDocument troubled(@Nullable TroubleCause newCause, Instant now) {
        Instant from = since == null || isLongOver(now) ? now : since;
        return new TokenDocument(
                tokens,
                connectedAt,
                codeHash,
                newCause,
                newCause == null ? null : from,
                newCause == null ? null : now,
                claim,
                claimUntil,
                notes);
    }

    /** Trouble that only a reading said was over goes on as it was if it is back soon. */
    private boolean isLongOver(Instant now) {
        return cause == null
                && (askedAt == null || askedAt.plus(Duration.ofDays(1)).isBefore(now));
    }

    /**
     * The same, well again by what QuickBooks says of itself; no call has proved it.
     *
     * @param now when it said so
     * @return a changed copy
     */
    public TokenDocument wellAsRead(Instant now) {
        return new TokenDocument(tokens, connectedAt, codeHash, null, since, now, claim, claimUntil, notes);
    }

    /**
     * The same after a first refusal of the refresh token: what was wrong before no longer matters.
     *
     * @param now when it was refused
     * @return a changed copy
     */
    public TokenDocument suspected(Instant now) {
        return new TokenDocument(
                tokens, connectedAt, codeHash, TroubleCause.SUSPECTED, now, now, claim, claimUntil, notes);
    }

    /**
     * The same with another claim.
     *
     * @param by who refreshes, or null for nobody
     * @param until when the claim is void, or null
     * @return a changed copy
     */
    public TokenDocument claimed(@Nullable String by, @Nullable Instant until) {
        return new TokenDocument(tokens, connectedAt, codeHash, cause, since, askedAt, by, until, notes);
    }

    /**
     * The same, about to ask QuickBooks whether the trouble is over: others leave it alone meanwhile.
     *
     * @param now when it is asked
     * @return a changed copy
     */
    public TokenDocument asking(Instant now) {
        return new TokenDocument(tokens, connectedAt, codeHash, cause, since, now, claim, claimUntil, notes);
    }

    /**
     * The same with the company's name as it was read.
     *
     * @param name what the company calls itself, or null if it does not say
     * @param now when it was read
     * @return a changed copy
     */
    public TokenDocument named(@Nullable String name, Instant now) {
        return with(new Notes(name, now, notes.told(), notes.toldAt()));
    }

    /**
     * The same after its listener was told of trouble.
     *
     * @param trouble what it was told of, or null for none
     * @param now when
     * @return a changed copy
     */
    public TokenDocument told(@Nullable TroubleCause trouble, Instant now) {
        return with(new Notes(notes.companyName(), notes.companyReadAt(), trouble, trouble == null ? null : now));
    }

    private TokenDocument with(Notes changed) {
        return new TokenDocument(tokens, connectedAt, codeHash, cause, since, askedAt, claim, claimUntil, changed);
    }

    /**
     * The same without tokens.
     *
     * @param why why it ended
     * @param now when
     * @return a changed copy
     */
    public TokenDocument disconnected(TroubleCause why, Instant now) {
        Tokens none = new Tokens("", now, "", now, tokens.hardExpiresAt(), tokens.issuedAt());
        return new TokenDocument(none, connectedAt, codeHash, why, now, null, null, null, notes);
    }

    /**
     * When QuickBooks is asked again whether the trouble is over: after as long as it has lasted, so ever more rarely, but
     * never longer than a quarter of a day.
     *
     * @return a moment; long past if there is no trouble
     */
    public Instant askAgainAt() {
        if (since == null) {
            return Instant.EPOCH;
        }
        Instant asked = askedAt == null ? since : askedAt;
        Duration lasted = Duration.between(since, asked);
        Duration pause = lasted.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : lasted;
        return asked.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    /**
     * Whether the refresh token counts as dead, so that no call is made with these tokens.
     *
     * @return {@code true} if it was refused and confirmed, or has expired
     */
    public boolean dead() {
        return cause == TroubleCause.REVOKED
                || cause == TroubleCause.REFRESH_TOKEN_EXPIRED
                || cause == TroubleCause.FIVE_YEARS_OVER;
    }

    /** Names the trouble only. */
    @Override
    public String toString() {
        return "TokenDocument[cause=" + cause + "]";
    }
}
