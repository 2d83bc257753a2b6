package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.wire.QboFault;

/** Discounts, shipping and deposits that a company has switched off: what happens then is open (QuickBooks facts M1). */
final class Features {
    private Features() {}

    /** Whether what a preference of sales forms allows is to be left out, because it is off. */
    static boolean dropped(Write write, String preference, String element) {
        if (write.settings().is("SalesFormsPrefs." + preference)) {
            return false;
        }
        if (write.on(CompanySwitch.FEATURE_OFF_REFUSES)) {
            throw QboFault.of(5030, "Feature Not Supported : " + preference + " is off for this company.", element);
        }
        return write.on(CompanySwitch.FEATURE_OFF_DROPS);
    }
}
