package dev.tieout.qbo.connect;

import dev.tieout.RealmId;
import dev.tieout.TenantId;
import dev.tieout.qbo.connect.internal.TokenDocument;
import dev.tieout.qbo.http.internal.Access;

/** A stored connection as it was read. Immutable; holds secrets. */
record Held(TenantId tenant, RealmId realm, TokenDocument document, long version) {
    TokenDocument.Tokens tokens() {
        return document.tokens();
    }

    Access access() {
        return new Access(realm, document.tokens().access());
    }

    Held with(TokenDocument changed) {
        return new Held(tenant, realm, changed, version);
    }

    @Override
    public String toString() {
        return "Held[tenant=" + tenant + ", realm=" + realm + ", version=" + version + "]";
    }
}
