package dev.tieout.qbo.http.internal;

import dev.tieout.qbo.fault.FaultCatalog;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.FaultReport;
import dev.tieout.qbo.fault.QboFault;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what kind of failure an error is: by code first, then by text, then by HTTP status (QuickBooks fact P3.6).
 */
public final class FaultRules {
    /** Codes that say the token itself was refused, so that a fresh one may help. 120 is another matter: the user. */
    private static final Set<String> TOKEN_CODES = Set.of("100", "110", "3200");

    private FaultRules() {}

    /**
     * The kind of one error.
     *
     * @param code without leading zeros, may be empty
     * @param message Intuit's short text
     * @param detail Intuit's long text
     * @param status the HTTP status
     * @return its kind
     */
    static FaultKind kind(String code, String message, String detail, int status) {
        String text = (message + " " + detail).toLowerCase(Locale.ROOT);
        switch (code) {
            case "3100" -> {
                return text.contains("statuscode=500") ? FaultKind.TRANSIENT : FaultKind.PERMISSION;
            }
            case "5010" -> {
                // Seen once with the text of a closed period; re-reading would loop for ever.
                return text.contains("period") && text.contains("closed") ? FaultKind.CLOSED_PERIOD : FaultKind.STALE;
            }
            case "6000" -> {
                return businessRule(text);
            }
            default -> {
                return FaultCatalog.find(code).map(FaultCatalog.Entry::kind).orElseGet(() -> byStatus(status));
            }
        }
    }

    private static FaultKind businessRule(String text) {
        if (text.contains("period has closed")) {
            return FaultKind.CLOSED_PERIOD;
        }
        boolean collision = text.contains("at exactly the same time")
                || text.contains("one name at a time")
                || text.contains("unexpected error occurred while accessing or saving your data");
        return collision ? FaultKind.TRANSIENT : FaultKind.NEEDS_FIX;
    }

    /**
     * The kind of an OAuth error (QuickBooks fact P1.18).
     *
     * @param error the {@code error} member
     * @param text the {@code error_description} member
     * @param status the HTTP status
     * @return its kind
     */
    static FaultKind oauth(String error, String text, int status) {
        return switch (error) {
            case "invalid_grant" ->
                text.toLowerCase(Locale.ROOT).contains("clientid") ? FaultKind.CONFIGURATION : FaultKind.REAUTHORIZE;
            case "invalid_client", "unauthorized_client" -> FaultKind.CONFIGURATION;
            case "invalid_token" -> FaultKind.REAUTHORIZE;
            case "invalid_request", "unsupported_grant_type", "invalid_scope" -> FaultKind.BUG;
            case "temporarily_unavailable", "server_error" -> FaultKind.TRANSIENT;
            default -> byStatus(status);
        };
    }

    /**
     * The kind of a failure of which only the status is known.
     *
     * @param status the HTTP status
     * @return its kind
     */
    static FaultKind byStatus(int status) {
        return switch (status) {
            case 401 -> FaultKind.REAUTHORIZE;
            case 403 -> FaultKind.PERMISSION;
            case 408 -> FaultKind.TRANSIENT;
            case 429 -> FaultKind.THROTTLED;
            case 404, 405, 406, 413, 414, 415 -> FaultKind.BUG;
            default -> {
                if (status >= 500 || status < 300) {
                    yield FaultKind.TRANSIENT;
                }
                yield status < 400 ? FaultKind.CONFIGURATION : FaultKind.NEEDS_FIX;
            }
        };
    }

    /**
     * Puts a failed answer together. The first error decides.
     *
     * @param faults the errors found
     * @param status the HTTP status
     * @param intuitTid Intuit's id of the request, or null
     * @param retryAfter what the server asked for, or null
     * @return the report
     */
    public static FaultReport report(
            List<QboFault> faults, int status, @Nullable String intuitTid, @Nullable Duration retryAfter) {
        FaultKind kind = faults.isEmpty() ? byStatus(status) : faults.get(0).kind();
        return new FaultReport(kind, faults, status, intuitTid, null, retryAfter);
    }

    /**
     * Says whether a fresh token may help.
     *
     * @param report what failed
     * @return {@code true} if the token was refused, rather than the user
     */
    public static boolean tokenRefused(FaultReport report) {
        if (report.kind() != FaultKind.REAUTHORIZE) {
            return false;
        }
        String code = report.firstCode().orElse("");
        return TOKEN_CODES.contains(code) || code.isEmpty() || code.equals("invalid_token");
    }

    /**
     * How often a call that failed so is repeated although its kind alone would not be.
     *
     * @param report what failed
     * @return 0 for most
     */
    static int repeats(FaultReport report) {
        String code = report.firstCode().orElse("");
        if (code.equals("6000") && report.faults().get(0).detail().contains("Unexpected Internal Error")) {
            return 1;
        }
        return FaultCatalog.find(code).map(FaultCatalog.Entry::repeats).orElse(0);
    }
}
