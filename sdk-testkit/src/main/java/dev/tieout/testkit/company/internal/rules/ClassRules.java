package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.wire.QboFault;

/**
 * Classes count on the header or on the lines by preference, locations only if they are tracked; a reference in the wrong
 * place is dropped without a word (QuickBooks fact E9.2).
 */
final class ClassRules {
    private ClassRules() {}

    static void header(Write write) {
        boolean perTransaction = write.settings().is("AccountingInfoPrefs.ClassTrackingPerTxn");
        drop(write, write.draft(), "ClassRef", perTransaction);
        drop(write, write.draft(), "DepartmentRef", write.settings().is("AccountingInfoPrefs.TrackDepartments"));
    }

    static void line(Write write, JsonObject detail) {
        drop(write, detail, "ClassRef", write.settings().is("AccountingInfoPrefs.ClassTrackingPerTxnLine"));
    }

    private static void drop(Write write, JsonObject owner, String field, boolean tracked) {
        if (tracked || !owner.has(field)) {
            return;
        }
        if (write.on(CompanySwitch.CLASS_WITHOUT_TRACKING_REFUSED)) {
            throw QboFault.of(5030, "Feature Not Supported : " + field + " is not tracked by this company.", field);
        }
        owner.set(field, null);
    }
}
