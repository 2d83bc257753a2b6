package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.qbo.sync.internal.kind.CompanyFacts;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.kind.TaxCodes;
import dev.tieout.sync.SyncSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Records without parents refer to nothing. */
record NoLinks(SyncSettings settings, QboApi api) implements Links {
    @Override
    public RemoteId remote(RecordKind kind, LocalId id) {
        throw new IllegalStateException("a record of the setup has no parents");
    }

    @Override
    public Optional<String> seen(RecordKind kind, LocalId id) {
        return Optional.empty();
    }

    @Override
    public CompanyFacts company() {
        return CompanyFacts.UNKNOWN;
    }

    @Override
    public Optional<RemoteId> find(RecordKind kind, LocalId id) {
        return Optional.empty();
    }

    @Override
    public CompanyFacts companyNow() {
        return company();
    }

    @Override
    public TaxCodes taxCodes() {
        return TaxCodes.UNKNOWN;
    }

    @Override
    public Optional<BigDecimal> rate(String currency, LocalDate day) {
        return Optional.empty();
    }

    @Override
    public Optional<String> paymentMethod(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<String> undepositedFunds() {
        return Optional.empty();
    }
}
