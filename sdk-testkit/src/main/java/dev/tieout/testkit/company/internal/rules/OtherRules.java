package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.util.ArrayList;
import java.util.List;

/** Company, preferences, rates, budgets, attachments (QuickBooks facts E10, E15.2, E15.3). */
final class OtherRules {
    private OtherRules() {}

    static void apply(Write write) {
        JsonObject draft = write.draft();
        switch (write.kind()) {
            case ATTACHABLE -> attachable(write);
            case COMPANY_INFO -> company(write);
            case PREFERENCES -> preferences(write);
            case BUDGET -> {
                if (!draft.has("Name")) {
                    throw QboFault.missing("Name");
                }
                draft.setIfAbsent("Active", true);
            }
            case TAX_PAYMENT -> {
                if (!draft.has("PaymentAmount")) {
                    throw QboFault.missing("PaymentAmount");
                }
            }
            default -> {}
        }
    }

    /** A note or a file; what it links to must exist (6000, recorded in {@code qbo_api-attachment-error_estimate}). */
    private static void attachable(Write write) {
        JsonObject draft = write.draft();
        if (!draft.has("FileName") && !draft.has("Note")) {
            throw QboFault.missing("Note");
        }
        List<Object> links = new ArrayList<>();
        for (JsonObject link : draft.objects("AttachableRef")) {
            JsonObject target = link.object("EntityRef");
            if (target != null) {
                String type = target.text("type", "");
                EntityKind kind = EntityKind.named(type);
                if (kind == null) {
                    throw QboFault.of(6050, "Invalid reference type " + type, "AttachableRef.EntityRef.type");
                }
                String id = target.text("value");
                if (write.work().find(kind, id) == null) {
                    String what = kind.json() + " " + id;
                    throw QboFault.business(
                            "The entity " + what + " that you are trying to link does not exist. " + what);
                }
            }
            link.setIfAbsent("IncludeOnSend", false);
            links.add(link);
        }
        draft.set("AttachableRef", links.isEmpty() ? null : links);
    }

    private static void company(Write write) {
        if (!write.sparse()) {
            for (String field : List.of("CompanyName", "CompanyAddr")) {
                if (!write.draft().has(field)) {
                    throw QboFault.missing(field);
                }
            }
        }
    }

    /** A block of preferences that is sent replaces only the members it names; multicurrency cannot be undone. */
    private static void preferences(Write write) {
        JsonObject before = write.before();
        if (before == null) {
            return;
        }
        for (String name : before.names()) {
            JsonObject old = before.object(name);
            JsonObject sent = write.sent().object(name);
            if (old != null && !name.equals("MetaData")) {
                JsonObject merged = old.copy();
                if (sent != null) {
                    sent.forEach(merged::set);
                }
                write.draft().set(name, merged);
            }
        }
        boolean was = Boolean.TRUE.equals(before.at("CurrencyPrefs.MultiCurrencyEnabled"));
        if (was && Boolean.FALSE.equals(write.draft().at("CurrencyPrefs.MultiCurrencyEnabled"))) {
            throw QboFault.business("Multicurrency cannot be turned off once it has been turned on.");
        }
    }
}
