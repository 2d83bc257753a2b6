package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RealmId;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.matching.Bucket;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a setup of service items found, and what is to be done: matches are to be linked, everything else waits for a
 * decision. Immutable plain data; each decision makes a new plan.
 */
public final class ServiceItemPlan extends Plan<ServiceItemPlan, SetupServiceItem, SetupItem> {
    private static final String SERVICE = "Service";

    /**
     * A plan of its parts, as they were kept.
     *
     * @param tenant the firm
     * @param realm its company
     * @param madeAt when both sides were read
     * @param serviceItems every service item of the app
     * @param items every item of QuickBooks that was read
     * @param decisions what is to be done
     * @param decidedBefore what was decided before
     * @throws IllegalArgumentException if the decisions cannot be carried out together; the line at fault is named
     */
    public ServiceItemPlan(
            TenantId tenant,
            RealmId realm,
            Instant madeAt,
            List<SetupServiceItem> serviceItems,
            List<SetupItem> items,
            List<SetupDecision> decisions,
            List<DecidedBefore> decidedBefore) {
        super(
                tenant,
                realm,
                madeAt,
                byId(serviceItems, SetupServiceItem::id),
                byId(items, SetupItem::id),
                Decisions.of("service item", "item", decisions),
                decidedBefore);
        Decisions.check("service item", "item", decisions, super.locals.keySet(), super.remotes.keySet());
    }

    private ServiceItemPlan(ServiceItemPlan of, Decisions decisions) {
        super(of, decisions);
    }

    /**
     * Reads a plan that {@link #toJson} wrote.
     *
     * @param json the text
     * @return the plan
     * @throws IllegalArgumentException if the text is no such plan; or its decisions cannot be carried out together; the
     *     message names ids at most
     */
    public static ServiceItemPlan fromJson(String json) {
        return PlanJson.serviceItems(json);
    }

    @Override
    public String toJson() {
        return PlanJson.write(this);
    }

    @Override
    @Nullable
    RemoteId counterpart(SetupServiceItem line) {
        return line.item();
    }

    @Override
    ServiceItemPlan with(Decisions other) {
        return new ServiceItemPlan(this, other);
    }

    /**
     * Lists every service item of the app.
     *
     * @return the service items
     */
    public List<SetupServiceItem> serviceItems() {
        return List.copyOf(locals.values());
    }

    /**
     * Lists every item of QuickBooks that was read.
     *
     * @return the items, categories and bundles too
     */
    public List<SetupItem> items() {
        return List.copyOf(remotes.values());
    }

    /**
     * The items without a counterpart in the app.
     *
     * @return the items in it, of every type
     */
    public List<SetupItem> newItems() {
        return remotes.values().stream()
                .filter(i -> i.bucket() == Bucket.NEW && !isDecidedBefore(i.id()))
                .toList();
    }

    /**
     * Decides that a service item and an item are the same. Replaces what was decided about the service item.
     *
     * @param serviceItem the service item
     * @param item the item
     * @return the changed plan
     * @throws IllegalArgumentException if either is not in the plan, the item is a category or a bundle, or is to be
     *     linked with another service item
     */
    public ServiceItemPlan link(LocalId serviceItem, RemoteId item) {
        known(serviceItem);
        sold(item);
        return with(decided.link(serviceItem, item));
    }

    /**
     * Decides to create an item as a service item of the app.
     *
     * @param item the item
     * @return the changed plan
     * @throws IllegalArgumentException if the item is not in the plan, is a category or a bundle, or is to be linked
     */
    public ServiceItemPlan createInApp(RemoteId item) {
        sold(item);
        return with(decided.createInApp(item));
    }

    /**
     * Decides to create in the app every service without a counterpart about which nothing is decided yet. Goods of
     * QuickBooks, in stock or not, are left to {@link #createInApp}.
     *
     * @return the changed plan
     */
    public ServiceItemPlan createNewServicesInApp() {
        Set<RemoteId> known = decided.remotes();
        return with(decided.createInApp(newItems().stream()
                .filter(item -> item.type().equals(SERVICE))
                .map(SetupItem::id)
                .filter(item -> !known.contains(item))
                .toList()));
    }

    private void sold(RemoteId item) {
        SetupItem known = known(item);
        if (known.bucket() == Bucket.SKIPPED) {
            throw new IllegalArgumentException("item " + item + " is of type " + known.type()
                    + ", which no service item can be: choose a service or a product");
        }
    }
}
