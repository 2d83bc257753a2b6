package dev.tieout.qbo.sync.internal.kind;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.qbo.api.QboApi;
import dev.tieout.sync.SyncSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What a kind may look up about the company that a record goes to. */
public interface Links {
    /** The id of a record that {@link Kind#parents} named. */
    RemoteId remote(RecordKind kind, LocalId id);

    /** The id of a record that {@link Kind#parents} named, and that a record can do without; empty if it has none. */
    Optional<RemoteId> find(RecordKind kind, LocalId id);

    /** What QuickBooks was last seen to hold of a parent, as JSON. */
    Optional<String> seen(RecordKind kind, LocalId id);

    SyncSettings settings();

    /** What the company's own settings say; read once in a while. */
    CompanyFacts company();

    /** What the company's own settings say now. */
    CompanyFacts companyNow();

    /** The company's tax codes; read once in a while. */
    TaxCodes taxCodes();

    /** What one unit of a currency is worth in the company's own on a day; empty if QuickBooks does not say. */
    Optional<BigDecimal> rate(String currency, LocalDate day);

    /** The id of a payment method; empty if the company has none of the name. */
    Optional<String> paymentMethod(String name);

    /** The id of Undeposited Funds, whatever the company calls it; empty if it has no such account in use. */
    Optional<String> undepositedFunds();

    /** The company's API, for searches. */
    QboApi api();
}
