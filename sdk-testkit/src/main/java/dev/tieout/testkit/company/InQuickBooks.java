package dev.tieout.testkit.company;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.rules.Merger;
import dev.tieout.testkit.company.internal.serve.Ledger;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.util.Map;
import java.util.function.Function;

/**
 * What a person does in QuickBooks' own pages. The same business rules hold; tokens need not be known. Thread-safe.
 * Every act throws {@link IllegalStateException} with the fault's code if the rules refuse it.
 */
public final class InQuickBooks {
    private final FakeCompany company;

    InQuickBooks(FakeCompany company) {
        this.company = company;
    }

    /** Creates a record and returns its Id. */
    public String create(String entity, Map<String, ?> fields) {
        EntityKind kind = FakeCompany.kind(entity);
        return act(kind, desk -> desk.recorder().save(kind, JsonObject.from(fields)));
    }

    /** Changes fields of a record, like a sparse update. */
    public void change(String entity, String id, Map<String, ?> fields) {
        EntityKind kind = FakeCompany.kind(entity);
        act(kind, desk -> desk.recorder().save(kind, sparse(desk, kind, id, JsonObject.from(fields))));
    }

    /** Makes a list record inactive, which the pages call deleting it. */
    public void inactivate(String entity, String id) {
        change(entity, id, Map.of("Active", false));
    }

    /** Makes a list record active again; its name keeps the suffix, as through the API. */
    public void reactivate(String entity, String id) {
        change(entity, id, Map.of("Active", true));
    }

    /** Deletes a transaction or an attachment. */
    public void delete(String entity, String id) {
        EntityKind kind = FakeCompany.kind(entity);
        act(kind, desk -> desk.remover().delete(kind, stub(desk, kind, id)));
    }

    /** Voids a transaction. */
    public void voidTransaction(String entity, String id) {
        EntityKind kind = FakeCompany.kind(entity);
        act(kind, desk -> desk.remover().voidTransaction(kind, stub(desk, kind, id)));
    }

    /**
     * Merges a record into another of its kind (Account, Customer, Item, Vendor): its transactions move to the survivor,
     * it becomes inactive.
     */
    public void merge(String entity, String survivorId, String goneId) {
        EntityKind kind = FakeCompany.kind(entity);
        act(kind, desk -> Merger.merge(desk.work(), kind, survivorId, goneId));
    }

    /** Sets a preference by its path, for example {@code SalesFormsPrefs.CustomTxnNumbers}. */
    public void preference(String path, Object value) {
        act(EntityKind.PREFERENCES, desk -> {
            JsonObject preferences = desk.work().edit(EntityKind.PREFERENCES, "1");
            set(preferences, path, JsonObject.from(Map.of("value", value)).get("value"));
            desk.work().bump(EntityKind.PREFERENCES, preferences);
            return preferences;
        });
    }

    private static void set(JsonObject owner, String path, @org.jspecify.annotations.Nullable Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            owner.set(path, value);
        } else {
            set(owner.objectOrNew(path.substring(0, dot)), path.substring(dot + 1), value);
        }
    }

    private static JsonObject sparse(Ledger.Desk desk, EntityKind kind, String id, JsonObject fields) {
        JsonObject stub = stub(desk, kind, id);
        return fields.set("Id", id).set("SyncToken", stub.text("SyncToken")).set("sparse", true);
    }

    private static JsonObject stub(Ledger.Desk desk, EntityKind kind, String id) {
        JsonObject record = desk.work().find(kind, id);
        if (record == null) {
            throw new IllegalStateException("there is no " + kind.json() + " " + id);
        }
        return JsonObject.of("Id", id, "SyncToken", record.text("SyncToken", "0"));
    }

    private String act(EntityKind kind, Function<Ledger.Desk, JsonObject> act) {
        return company.locked(() -> {
            try {
                return company.ledger().run(company.now(), act).text("Id", "");
            } catch (QboFault refused) {
                String problem = refused.problems().get(0).code() + " "
                        + refused.problems().get(0).message();
                throw new IllegalStateException(
                        "QuickBooks refuses this act on " + kind.json() + ": " + problem, refused);
            }
        });
    }
}
