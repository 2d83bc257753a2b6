package dev.tieout.qbo.sync.internal.row;

import dev.tieout.sync.MoneySettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where refunds and payouts are booked, as JSON; what a stored row lacks is not set. */
final class MoneyJson {
    private MoneyJson() {}

    static Map<String, @Nullable Object> write(MoneySettings money) {
        Map<String, @Nullable Object> o = new LinkedHashMap<>();
        o.put("refundItem", money.refundItem());
        o.put("refundAccount", money.refundAccount());
        o.put("payoutAccount", money.payoutAccount());
        o.put("feeAccount", money.feeAccount());
        o.put("feeVendor", money.feeVendor());
        o.put("disputeAccount", money.disputeAccount());
        o.put("shortfallAccount", money.shortfallAccount());
        return o;
    }

    static MoneySettings read(Map<String, Object> o) {
        return new MoneySettings(
                SettingsRows.remoteId(o, "refundItem"),
                SettingsRows.remoteId(o, "refundAccount"),
                SettingsRows.remoteId(o, "payoutAccount"),
                SettingsRows.remoteId(o, "feeAccount"),
                SettingsRows.remoteId(o, "feeVendor"),
                SettingsRows.remoteId(o, "disputeAccount"),
                SettingsRows.remoteId(o, "shortfallAccount"));
    }
}
