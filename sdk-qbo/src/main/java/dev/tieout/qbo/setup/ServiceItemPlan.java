package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RealmId;
import dev.tieout.RemoteId;
import dev.tieout.TenantId;
import dev.tieout.matching.Bucket;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a setup of service items found, and what is to be done: matches are to be linked, everything else waits for a
 * decision. Immutable plain data; each decision makes a new plan.
 */
public final class ServiceItemPlan {
    private static final String SERVICE = "Service";

    private final TenantId tenant;
    private final RealmId realm;
    private final Instant madeAt;
    private final Map<LocalId, SetupServiceItem> serviceItems;
    private final Map<RemoteId, SetupItem> items;
    private final Decisions decisions;

    /**
     * A plan of its parts, as they were kept.
     *
     * @param tenant the firm
     * @param realm its company
     * @param madeAt when both sides were read
     * @param serviceItems every service item of the app
     * @param items every item of QuickBooks that was read
     * @param decisions what is to be done
     */
    public ServiceItemPlan(
            TenantId tenant,
            RealmId realm,
            Instant madeAt,
            List<SetupServiceItem> serviceItems,
            List<SetupItem> items,
            List<SetupDecision> decisions) {
        this.tenant = tenant;
        this.realm = realm;
        this.madeAt = madeAt;
        this.serviceItems = new LinkedHashMap<>();
        serviceItems.forEach(item -> this.serviceItems.put(item.id(), item));
        this.items = new LinkedHashMap<>();
        items.forEach(item -> this.items.put(item.id(), item));
        this.decisions = Decisions.of("service item", "item", decisions);
    }

    private ServiceItemPlan(ServiceItemPlan of, Decisions decisions) {
        tenant = of.tenant;
        realm = of.realm;
        madeAt = of.madeAt;
        serviceItems = of.serviceItems;
        items = of.items;
        this.decisions = decisions;
    }

    /**
     * Names the firm.
     *
     * @return the tenant
     */
    public TenantId tenant() {
        return tenant;
    }

    /**
     * Names the company.
     *
     * @return the realm
     */
    public RealmId realm() {
        return realm;
    }

    /**
     * Says when both sides were read.
     *
     * @return the moment
     */
    public Instant madeAt() {
        return madeAt;
    }

    /**
     * Lists every service item of the app.
     *
     * @return the service items
     */
    public List<SetupServiceItem> serviceItems() {
        return List.copyOf(serviceItems.values());
    }

    /**
     * Lists every item of QuickBooks that was read.
     *
     * @return the items, categories and bundles too
     */
    public List<SetupItem> items() {
        return List.copyOf(items.values());
    }

    /**
     * Lists what is to be done, in the order in which it will be.
     *
     * @return the decisions
     */
    public List<SetupDecision> decisions() {
        return decisions.list();
    }

    /**
     * The bucket Matches: one service item and one item, paired without doubt.
     *
     * @return the service items in it
     */
    public List<SetupServiceItem> matches() {
        return in(Bucket.MATCH);
    }

    /**
     * The bucket Duplicates: a counterpart exists, but only a person can say which.
     *
     * @return the service items in it
     */
    public List<SetupServiceItem> duplicates() {
        return in(Bucket.DUPLICATE);
    }

    /**
     * The bucket Unmatched: service items without a counterpart, perhaps with suggestions.
     *
     * @return the service items in it
     */
    public List<SetupServiceItem> unmatched() {
        return in(Bucket.UNMATCHED);
    }

    /**
     * The items without a counterpart in the app.
     *
     * @return the items in it, of every type
     */
    public List<SetupItem> newItems() {
        return items.values().stream().filter(i -> i.bucket() == Bucket.NEW).toList();
    }

    /**
     * Looks up the decision about a service item.
     *
     * @param serviceItem the service item
     * @return the decision, or empty while there is none
     */
    public Optional<SetupDecision> decision(LocalId serviceItem) {
        return decisions.about(serviceItem);
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
        return new ServiceItemPlan(this, decisions.link(serviceItem, item));
    }

    /**
     * Decides to create a service item in QuickBooks. Replaces what was decided about it.
     *
     * @param serviceItem the service item
     * @return the changed plan
     * @throws IllegalArgumentException if the service item is not in the plan, or is linked already
     */
    public ServiceItemPlan createInQuickBooks(LocalId serviceItem) {
        if (known(serviceItem).linked()) {
            throw new IllegalArgumentException("service item " + serviceItem + " is linked already: unmatch it first");
        }
        return new ServiceItemPlan(this, decisions.createInQuickBooks(List.of(serviceItem)));
    }

    /**
     * Decides to create in QuickBooks every service item of the bucket Unmatched about which nothing is decided yet.
     *
     * @return the changed plan
     */
    public ServiceItemPlan createUnmatchedInQuickBooks() {
        return new ServiceItemPlan(
                this,
                decisions.createInQuickBooks(unmatched().stream()
                        .map(SetupServiceItem::id)
                        .filter(decisions::undecided)
                        .toList()));
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
        return new ServiceItemPlan(this, decisions.createInApp(item));
    }

    /**
     * Decides to create in the app every service without a counterpart about which nothing is decided yet. Goods of
     * QuickBooks, in stock or not, are left to {@link #createInApp}.
     *
     * @return the changed plan
     */
    public ServiceItemPlan createNewServicesInApp() {
        Set<RemoteId> decided = decisions.remotes();
        return new ServiceItemPlan(
                this,
                decisions.createInApp(newItems().stream()
                        .filter(item -> item.type().equals(SERVICE))
                        .map(SetupItem::id)
                        .filter(item -> !decided.contains(item))
                        .toList()));
    }

    /**
     * Decides to leave a service item alone. Replaces what was decided about it.
     *
     * @param serviceItem the service item
     * @return the changed plan
     * @throws IllegalArgumentException if the service item is not in the plan
     */
    public ServiceItemPlan skip(LocalId serviceItem) {
        known(serviceItem);
        return new ServiceItemPlan(this, decisions.skip(serviceItem));
    }

    /** Counts only: names are the firm's business. */
    @Override
    public String toString() {
        return "ServiceItemPlan[tenant=" + tenant + ", realm=" + realm + ", serviceItems=" + serviceItems.size()
                + ", items=" + items.size() + ", decisions=" + decisions.size() + "]";
    }

    private List<SetupServiceItem> in(Bucket bucket) {
        return serviceItems.values().stream().filter(i -> i.bucket() == bucket).toList();
    }

    private SetupServiceItem known(LocalId serviceItem) {
        SetupServiceItem known = serviceItems.get(serviceItem);
        if (known == null) {
            throw new IllegalArgumentException("service item " + serviceItem + " is not in this plan: preview again");
        }
        return known;
    }

    private void sold(RemoteId item) {
        SetupItem known = items.get(item);
        if (known == null) {
            throw new IllegalArgumentException("item " + item + " is not in this plan: preview again");
        }
        if (known.bucket() == Bucket.SKIPPED) {
            throw new IllegalArgumentException("item " + item + " is of type " + known.type()
                    + ", which no service item can be: choose a service or a product");
        }
    }
}
