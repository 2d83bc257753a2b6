package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.RealmId;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.qbo.setup.SetupDecision;
import java.util.List;
import java.util.Map;

/**
 * What a plan says that concerns its carrying out.
 *
 * @param localNames the app's names as they were shown
 * @param remoteNames QuickBooks' names as they were shown
 */
record Agreed(
        TenantId tenant,
        RealmId realm,
        List<SetupDecision> decisions,
        Map<LocalId, String> localNames,
        Map<RemoteId, String> remoteNames) {}
