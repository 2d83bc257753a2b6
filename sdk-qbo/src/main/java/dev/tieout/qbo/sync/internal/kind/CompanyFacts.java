package dev.tieout.qbo.sync.internal.kind;

import org.jspecify.annotations.Nullable;

/**
 * What a company's own settings say, as far as records depend on it. Immutable.
 *
 * @param homeCurrency its currency, ISO 4217, or {@code null} if QuickBooks does not say
 * @param multiCurrency whether it keeps books in several currencies
 */
public record CompanyFacts(@Nullable String homeCurrency, boolean multiCurrency) {}
