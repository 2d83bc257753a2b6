package dev.tieout.qbo.kinds.internal.common;

import dev.tieout.qbo.sync.internal.kind.Links;

/** Who numbers sales forms (QuickBooks facts E12.1, E12.2). */
final class Numbers {
    private Numbers() {}

    /** Whether the app's numbers are sent. */
    static boolean areTheApps(Links links) {
        return switch (links.settings().billing().numbers()) {
            case APP -> true;
            case QUICKBOOKS -> false;
            case AS_COMPANY -> links.company().customNumbers();
        };
    }
}
