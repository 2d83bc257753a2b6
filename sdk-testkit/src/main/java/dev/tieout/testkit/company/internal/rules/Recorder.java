package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.ChangeKind;
import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import dev.tieout.testkit.company.internal.wire.FieldType;
import dev.tieout.testkit.company.internal.wire.QboFault;
import dev.tieout.testkit.company.internal.wire.Shape;
import dev.tieout.testkit.company.internal.wire.Times;
import dev.tieout.testkit.company.internal.wire.Types;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Creates and updates records: checks the body, merges it, lets the rules work, books the effects (QuickBooks facts
 * P8).
 */
public final class Recorder {
    /** Kept by a full update that leaves them out. */
    private static final Set<String> KEPT = Set.of(
            "Active",
            "CurrencyRef",
            "Type",
            "AccountType",
            "AccountSubType",
            "Job",
            "LinkedTxn",
            "Balance",
            "BalanceWithJobs",
            "CurrentBalance",
            "CurrentBalanceWithSubAccounts",
            "FreeFormAddress",
            "ShipFromAddr",
            "TxnStatus",
            "POStatus",
            "TrackQtyOnHand",
            "DeferredRevenue",
            "Taxable");

    private final Work work;
    private final Settings settings;
    private final Set<String> include;

    /** A recorder for one request. */
    public Recorder(Work work, Settings settings, Set<String> include) {
        this.work = work;
        this.settings = settings;
        this.include = include;
    }

    /** Creates the record a body describes, or updates it if the body has an Id; returns it as it will be. */
    public JsonObject save(EntityKind kind, JsonObject body) {
        BodyCheck check = new BodyCheck();
        JsonObject sent = check.check(kind.type(), body);
        String id = identity(kind, sent);
        JsonObject before = id == null ? null : stored(kind, id, sent);
        boolean sparse = before != null && sent.is("sparse");
        if (before == null && !kind.can(EntityKind.Can.CREATE)) {
            throw QboFault.of(500, "Operation create on " + kind.json() + " is not supported.");
        }
        if (!kind.can(EntityKind.Can.UPDATE) && before != null) {
            throw QboFault.of(500, "Operation update on " + kind.json() + " is not supported.");
        }
        Set<String> cleared = cleared(kind, body, check, sparse);
        if (before != null && echo(kind, before, sent, sparse, cleared)) {
            return kind == EntityKind.ITEM ? completed(kind, before) : before;
        }
        JsonObject draft = merge(kind, before, sent, sparse, cleared);
        draft.set("Id", before == null ? work.nextId(kind) : id);
        Write write = new Write(kind, before, sent, draft, sparse, work, settings, include);
        ReferenceRules.check(write);
        Rules.apply(write);
        return finish(write);
    }

    /** A write that changes nothing makes an item tell whether its revenue is deferred (recorded May 2026). */
    private JsonObject completed(EntityKind kind, JsonObject before) {
        JsonObject item = Shape.ordered(kind.type(), before.copy().setIfAbsent("DeferredRevenue", false));
        work.put(kind, item);
        return item;
    }

    private boolean echo(EntityKind kind, JsonObject before, JsonObject sent, boolean sparse, Set<String> cleared) {
        Echo echo = new Echo(kind.type(), before);
        boolean shown = kind == EntityKind.CUSTOMER && !before.has("DefaultTaxCodeRef");
        if (shown && sent.is("Taxable") && Objects.equals(sent.ref("DefaultTaxCodeRef"), settings.defaultTaxCode())) {
            // Answers show the company's code for customers that have none of their own.
            sent.set("DefaultTaxCodeRef", null);
        }
        return cleared.stream().noneMatch(echo::says) && echo.of(sent, sparse, KEPT);
    }

    /** The Id a body names: absent for a create; kinds of which there is one need none. */
    private @Nullable String identity(EntityKind kind, JsonObject sent) {
        if (kind == EntityKind.PREFERENCES || kind == EntityKind.COMPANY_INFO) {
            for (JsonObject only : work.all(kind)) {
                return only.text("Id");
            }
        }
        String id = sent.text("Id");
        if (id != null && !id.matches("\\d{1,21}")) {
            boolean known = work.find(kind, id) != null;
            if (!known) {
                throw QboFault.of(2030, "Id should be a valid number. Supplied value:" + id, "Id");
            }
        }
        return id;
    }

    private JsonObject stored(EntityKind kind, String id, JsonObject sent) {
        String token = sent.text("SyncToken");
        if (token == null) {
            throw QboFault.missing("SyncToken");
        }
        JsonObject before = work.find(kind, id);
        if (before == null) {
            throw QboFault.notFound();
        }
        if (work.isMerged(kind, id)) {
            throw QboFault.business("You cannot modify a list element that has been deleted.");
        }
        Tokens.check(before, token, settings);
        return before;
    }

    /** What a sparse update empties: empty texts, and by a switch nulls (QuickBooks fact P8.5); both are open. */
    private Set<String> cleared(EntityKind kind, JsonObject body, BodyCheck check, boolean sparse) {
        Set<String> cleared = new LinkedHashSet<>();
        if (!sparse || !settings.on(CompanySwitch.EMPTY_TEXT_KEEPS)) {
            cleared.addAll(check.cleared());
        }
        if (settings.on(CompanySwitch.NULL_CLEARS)) {
            cleared.addAll(body.nulls());
        }
        cleared.removeIf(name -> {
            FieldType field = Types.all().field(kind.type(), name);
            return field == null || field.readOnly() || name.equals("DisplayName");
        });
        return cleared;
    }

    private JsonObject merge(
            EntityKind kind, @Nullable JsonObject before, JsonObject sent, boolean sparse, Set<String> cleared) {
        JsonObject draft = sparse && before != null ? before.copy() : new JsonObject();
        cleared.forEach(name -> draft.set(name, null));
        for (FieldType field : Types.all().fields(kind.type()).values()) {
            String name = field.name();
            boolean locked =
                    field.readOnly() || (before != null && name.equals("LinkedTxn") && kind == EntityKind.PAYMENT);
            Object value = sent.get(name);
            if (value != null && !locked) {
                draft.set(name, sparse ? merged(field, before, value) : value);
            } else if (before != null && (field.readOnly() || KEPT.contains(name)) && !cleared.contains(name)) {
                draft.set(name, before.get(name));
            }
        }
        return draft.copy();
    }

    private Object merged(FieldType field, @Nullable JsonObject before, Object value) {
        boolean address = "PhysicalAddress".equals(field.type()) && settings.on(CompanySwitch.SPARSE_ADDRESSES_MERGE);
        JsonObject old = before == null ? null : before.object(field.name());
        if (!address || old == null || !(value instanceof JsonObject sent)) {
            return value;
        }
        JsonObject whole = old.copy();
        sent.forEach(whole::set);
        return whole;
    }

    private JsonObject finish(Write write) {
        JsonObject draft = write.draft();
        JsonObject before = write.before();
        draft.set("domain", "QBO");
        draft.set("sparse", false);
        draft.set("status", null);
        JsonObject shaped = Shape.ordered(write.kind().type(), draft);
        if (before != null && unchanged(write, before, shaped)) {
            return before;
        }
        JsonObject meta = shaped.objectOrNew("MetaData");
        String now = Times.stamp(work.now());
        if (before == null) {
            shaped.set("SyncToken", "0");
            meta.set("CreateTime", now);
        } else {
            shaped.set(
                    "SyncToken", before.amount("SyncToken").add(BigDecimal.ONE).toPlainString());
        }
        meta.set("LastUpdatedTime", now);
        work.put(write.kind(), shaped);
        work.note(write.kind(), shaped, change(write, shaped));
        LinkEffects.apply(write.kind(), write.id(), before, shaped, work);
        AutoApplyRules.apply(write, shaped, work);
        return shaped;
    }

    private static ChangeKind change(Write write, JsonObject after) {
        JsonObject before = write.before();
        if (before == null) {
            return ChangeKind.CREATE;
        }
        boolean inactivated = after.isFalse("Active") && !before.isFalse("Active");
        return inactivated ? ChangeKind.DELETE : ChangeKind.UPDATE;
    }

    /** An update that changes nothing leaves token and time alone (QuickBooks fact E3.2). */
    private static boolean unchanged(Write write, JsonObject before, JsonObject after) {
        JsonObject one = Shape.ordered(write.kind().type(), before);
        JsonObject other = after.copy();
        for (String name : Set.of("SyncToken", "MetaData")) {
            one.set(name, null);
            other.set(name, null);
        }
        return one.equals(other);
    }
}
