package dev.tieout.testkit.oauth;

import java.time.Instant;

/** A token pair and the grant behind it, both as of one moment. */
record Issued(FakeTokens tokens, Grant grant, Instant hardExpiresAt) {}
