package dev.tieout.testkit.oauth;

import org.jspecify.annotations.Nullable;

/** An error of the token endpoint, in the body forms that were seen (QuickBooks fact P1.18). */
final class TokenRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String error;
    private final @Nullable String description;

    TokenRefused(int status, String error, @Nullable String description) {
        super(error, null, false, false);
        this.status = status;
        this.error = error;
        this.description = description;
    }

    static TokenRefused invalidGrant(@Nullable String description) {
        return new TokenRefused(400, "invalid_grant", description);
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    @Nullable
    String description() {
        return description;
    }
}
