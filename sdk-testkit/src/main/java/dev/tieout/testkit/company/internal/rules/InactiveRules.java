package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Making list records inactive, which is all the deletion they have (QuickBooks fact E5.8, recorded in
 * {@code qbo_api-deactivate-*}): the name gets the suffix {@code " (deleted)"}, once; a second twin gets
 * {@code " (deleted-1)"}; an open balance is 6220. Reactivation takes nothing off by itself, unless a switch says so.
 */
final class InactiveRules {
    static final String SUFFIX = " (deleted)";
    private static final Pattern SUFFIXED = Pattern.compile(" \\(deleted(-\\d+)?\\)$");
    private static final Set<EntityKind> RENAMED = Set.of(
            EntityKind.CUSTOMER,
            EntityKind.VENDOR,
            EntityKind.EMPLOYEE,
            EntityKind.ACCOUNT,
            EntityKind.ITEM,
            EntityKind.CLASS,
            EntityKind.DEPARTMENT);

    private InactiveRules() {}

    /** By a switch a record that becomes active loses its suffix, if the write did not rename it anyway. */
    static void restore(Write write) {
        JsonObject before = write.before();
        String field = write.kind().nameField();
        boolean back = before != null
                && before.isFalse("Active")
                && !write.draft().isFalse("Active")
                && RENAMED.contains(write.kind());
        if (back && field != null && write.on(CompanySwitch.REACTIVATION_RESTORES_NAME)) {
            String name = write.draft().text(field, "");
            write.draft().set(field, SUFFIXED.matcher(name).replaceFirst(""));
        }
    }

    static void apply(Write write) {
        JsonObject draft = write.draft();
        JsonObject before = write.before();
        draft.setIfAbsent("Active", true);
        String field = write.kind().nameField();
        if (!draft.isFalse("Active") || field == null) {
            return;
        }
        if (before != null && before.isFalse("Active")) {
            keepName(write, before, field);
            return;
        }
        refuse(write);
        if (RENAMED.contains(write.kind())) {
            draft.set(field, inactiveName(write, field, draft.text(field, "")));
        }
    }

    private static void keepName(Write write, JsonObject before, String field) {
        String sent = write.draft().text(field, "");
        String stored = before.text(field, "");
        if (stored.equals(sent + SUFFIX)) {
            write.draft().set(field, stored);
        }
    }

    private static void refuse(Write write) {
        JsonObject draft = write.draft();
        if (write.creating()) {
            return;
        }
        if (draft.amount("BalanceWithJobs").signum() != 0
                || draft.amount("Balance").signum() != 0) {
            throw QboFault.of(
                    6220,
                    "The entity you are trying to delete has an open balance. : This "
                            + write.kind().path() + " cannot be deleted because it has a non-zero balance",
                    "");
        }
        for (JsonObject child : write.work().with(write.kind(), "ParentRef", write.id())) {
            if (!child.isFalse("Active") && child.has("ParentRef")) {
                throw QboFault.business("This record cannot be made inactive because it has active sub-records.");
            }
        }
    }

    private static String inactiveName(Write write, String field, String name) {
        String clean = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        String candidate = clean + SUFFIX;
        for (int twin = 1; taken(write, field, candidate); twin++) {
            candidate = clean + " (deleted-" + twin + ")";
        }
        return candidate;
    }

    private static boolean taken(Write write, String field, String name) {
        List<JsonObject> others = write.work().with(write.kind(), field, name);
        return others.stream().anyMatch(other -> !other.text("Id", "").equals(write.id()));
    }
}
