package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Records below records: the derived {@code FullyQualifiedName} and {@code Level}, at most five levels (6180), no record
 * below itself (900), and a rename that travels to the children (QuickBooks facts E4.3, E4.12, E7.4).
 */
final class TreeRules {
    private static final int LEVELS = 5;

    private TreeRules() {}

    static void apply(Write write) {
        JsonObject draft = write.draft();
        String parentId = draft.ref("ParentRef");
        String name = draft.text(
                write.kind().nameField() == null ? "Name" : write.kind().nameField(), "");
        if (parentId == null) {
            draft.set("Level", null);
            draft.set("FullyQualifiedName", name);
        } else {
            JsonObject parent = parent(write, parentId);
            int level = level(write, parent);
            draft.set("FullyQualifiedName", parent.text("FullyQualifiedName", "") + ":" + name);
            if (write.kind() == EntityKind.CUSTOMER || write.kind() == EntityKind.ITEM) {
                draft.set("Level", BigDecimal.valueOf(level));
            }
        }
        if (!write.creating() && write.changed("FullyQualifiedName")) {
            renameChildren(
                    write.work(), write.kind(), write.id(), draft.text("FullyQualifiedName", ""), new HashSet<>());
        }
    }

    private static JsonObject parent(Write write, String parentId) {
        JsonObject parent = write.work().find(write.kind(), parentId);
        if (parent == null) {
            throw QboFault.badReference();
        }
        if (parent.isFalse("Active") && !write.draft().isFalse("Active")) {
            throw QboFault.badReference();
        }
        return parent;
    }

    private static int level(Write write, JsonObject parent) {
        int level = 0;
        JsonObject ancestor = parent;
        while (ancestor != null) {
            if (!write.creating() && ancestor.text("Id", "").equals(write.id())) {
                throw QboFault.of(900, "The parent of a record may not be the record itself or one below it.", "");
            }
            level++;
            if (level >= LEVELS) {
                throw QboFault.of(6180, "Only " + LEVELS + " levels are allowed.", "");
            }
            ancestor = write.work().find(write.kind(), ancestor.ref("ParentRef"));
        }
        return level;
    }

    private static void renameChildren(Work work, EntityKind kind, String parentId, String path, Set<String> seen) {
        List<JsonObject> children = work.with(kind, "ParentRef", parentId);
        for (JsonObject child : children) {
            String id = child.text("Id", "");
            if (seen.add(id) && !id.equals(parentId)) {
                JsonObject draft = work.edit(kind, id);
                String own = draft.text(kind.nameField() == null ? "Name" : kind.nameField(), "");
                draft.set("FullyQualifiedName", path + ":" + own);
                work.touch(draft);
                renameChildren(work, kind, id, path + ":" + own, seen);
            }
        }
    }
}
