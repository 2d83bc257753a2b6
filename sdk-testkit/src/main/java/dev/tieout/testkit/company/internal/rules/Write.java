package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import dev.tieout.testkit.company.internal.wire.Times;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One create or update on its way through the rules.
 *
 * @param kind the kind of record
 * @param before the record as it is, {@code null} on create
 * @param sent what the client sent, in checked form
 * @param draft the record as it will be; the rules change it
 * @param sparse whether only sent fields change
 * @param work what the request changes
 * @param settings the company's settings
 * @param include the words of the {@code include} parameter, lower case
 */
public record Write(
        EntityKind kind,
        @Nullable JsonObject before,
        JsonObject sent,
        JsonObject draft,
        boolean sparse,
        Work work,
        Settings settings,
        Set<String> include) {

    boolean creating() {
        return before == null;
    }

    boolean on(CompanySwitch which) {
        return settings.on(which);
    }

    String id() {
        return draft.text("Id", "");
    }

    /** The record a reference of the draft names, {@code null} if it has none. */
    @Nullable
    JsonObject referred(String field, EntityKind to) {
        return work.find(to, draft.ref(field));
    }

    /** Whether a field differs from what was stored. */
    boolean changed(String field) {
        return before == null || !Objects.equals(before.get(field), draft.get(field));
    }

    LocalDate txnDate() {
        String text = draft.text("TxnDate");
        LocalDate date = text == null ? null : Times.date(text);
        return date == null ? settings.today() : date;
    }
}
