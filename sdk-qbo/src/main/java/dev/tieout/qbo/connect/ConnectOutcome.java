package dev.tieout.qbo.connect;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import java.util.Optional;

/** What became of a callback from Intuit's consent page. */
public sealed interface ConnectOutcome {
    /**
     * The firm is connected.
     *
     * @param connection how it stands
     * @param user Intuit's id of the user who consented, proved by a signed ID token; empty without
     *     {@link Scope#OPENID}, and on a repeated callback
     */
    record Connected(Connection connection, Optional<String> user) implements ConnectOutcome {}

    /**
     * The user refused, or Intuit did.
     *
     * @param error Intuit's word for it, as {@code access_denied}
     */
    record Refused(String error) implements ConnectOutcome {}

    /** The callback does not belong to this session: a forged link, or a session that expired. Begin again. */
    record StateMismatch() implements ConnectOutcome {}

    /**
     * The user chose another company than before, and nothing was changed. The code is still good for some minutes: ask
     * the user, and complete again with {@link OtherCompany#SWITCH}.
     *
     * @param connected the company of before
     * @param chosen the company that the user chose
     */
    record OtherCompanyChosen(RealmId connected, RealmId chosen) implements ConnectOutcome {}

    /**
     * The company belongs to another firm of the app, and nothing was changed.
     *
     * @param realm the company
     * @param holder the firm that is connected to it
     */
    record CompanyTaken(RealmId realm, TenantId holder) implements ConnectOutcome {}

    /**
     * The ID token that came with the tokens is not Intuit's, not for this app, or for another company. Nothing was
     * stored.
     */
    record IdentityRejected() implements ConnectOutcome {}

    /**
     * QuickBooks does not open the company that the callback named with the tokens that came with it: its address was altered
     * on the way, or the app's keys are for another environment. Nothing was stored, and the company stays free for the firm it
     * belongs to. Begin again.
     *
     * @param realm the company that the callback named
     */
    record CompanyRejected(RealmId realm) implements ConnectOutcome {}

    /** Intuit did not accept the code: it is used or too old. Begin again. */
    record CodeRejected() implements ConnectOutcome {}
}
