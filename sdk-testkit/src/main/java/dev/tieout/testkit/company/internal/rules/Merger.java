package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.ChangeKind;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.References;
import dev.tieout.testkit.company.internal.state.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Merging two list records, which only QuickBooks' pages can do (QuickBooks fact P8.13): everything that named the one
 * that goes names the survivor, its balance moves over, it stays behind inactive and renamed.
 */
public final class Merger {
    private Merger() {}

    /** Merges one record into another and returns the survivor. */
    public static JsonObject merge(Work work, EntityKind kind, String survivorId, String goneId) {
        if (!kind.can(EntityKind.Can.MERGE)) {
            throw new IllegalStateException(kind.json() + " records cannot be merged");
        }
        if (work.find(kind, survivorId) == null || work.find(kind, goneId) == null || survivorId.equals(goneId)) {
            throw new IllegalStateException("a merge needs two records that exist");
        }
        JsonObject survivor = work.edit(kind, survivorId);
        JsonObject gone = work.edit(kind, goneId);
        for (EntityKind other : EntityKind.values()) {
            for (JsonObject record : new ArrayList<>(work.all(other))) {
                repoint(work, other, record, kind, survivorId, goneId);
            }
        }
        balances(survivor, gone);
        String field = kind.nameField() == null ? "Name" : kind.nameField();
        String name = gone.text(field, "") + InactiveRules.SUFFIX;
        gone.set("Active", false).set(field, name);
        gone.set("FullyQualifiedName", gone.has("FullyQualifiedName") ? name : null);
        work.merged(kind, goneId);
        work.bump(kind, gone);
        work.bump(kind, survivor);
        work.note(kind, goneId, ChangeKind.DELETE, null);
        work.note(kind, survivorId, ChangeKind.MERGE, goneId);
        return survivor;
    }

    private static void repoint(
            Work work, EntityKind owner, JsonObject record, EntityKind kind, String survivorId, String goneId) {
        AtomicBoolean named = new AtomicBoolean();
        References.visit(owner.type(), record, (path, target, reference) -> {
            if (target == kind && goneId.equals(reference.text("value"))) {
                named.set(true);
            }
        });
        if (!named.get()) {
            return;
        }
        JsonObject draft = work.edit(owner, record.text("Id", ""));
        References.visit(owner.type(), draft, (path, target, reference) -> {
            if (target == kind && goneId.equals(reference.text("value"))) {
                reference.set("value", survivorId).set("name", null);
            }
        });
        work.touch(draft);
    }

    /** The difference the moved transactions make is booked with them; only what has no transaction behind it moves here. */
    private static void balances(JsonObject survivor, JsonObject gone) {
        for (String field : List.of("BillAddr", "PrimaryEmailAddr", "PrimaryPhone")) {
            Object value = gone.get(field);
            survivor.setIfAbsent(field, value instanceof JsonObject object ? object.copy() : value);
        }
    }
}
