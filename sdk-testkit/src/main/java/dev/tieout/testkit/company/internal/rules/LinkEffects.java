package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.state.Work;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction does to the ones it links to (QuickBooks facts E3.3, E14.5, M1.3). Applying money moves the
 * target's balance, puts the link in front and bumps its token; a deposit and an estimate's invoice leave tokens alone.
 */
final class LinkEffects {
    private static final Map<EntityKind, Set<EntityKind>> APPLIES = Map.of(
            EntityKind.PAYMENT, Set.of(EntityKind.INVOICE, EntityKind.CREDIT_MEMO),
            EntityKind.BILL_PAYMENT, Set.of(EntityKind.BILL, EntityKind.VENDOR_CREDIT));

    private record Target(EntityKind kind, String id) {}

    private LinkEffects() {}

    static void apply(EntityKind kind, String id, @Nullable JsonObject before, @Nullable JsonObject after, Work work) {
        if (APPLIES.containsKey(kind)) {
            money(kind, id, before, after, work);
        } else if (kind == EntityKind.DEPOSIT) {
            marks(id, kind, lineLinks(before), lineLinks(after), work);
        } else if (kind == EntityKind.INVOICE || kind == EntityKind.BILL || kind == EntityKind.PURCHASE) {
            marks(id, kind, headerLinks(before), headerLinks(after), work);
        }
    }

    private static void money(
            EntityKind kind, String id, @Nullable JsonObject before, @Nullable JsonObject after, Work work) {
        Map<Target, BigDecimal> old = amounts(kind, before);
        Map<Target, BigDecimal> now = amounts(kind, after);
        Set<Target> targets = new LinkedHashSet<>(old.keySet());
        targets.addAll(now.keySet());
        for (Target target : targets) {
            BigDecimal was = old.getOrDefault(target, BigDecimal.ZERO);
            BigDecimal is = now.getOrDefault(target, BigDecimal.ZERO);
            if (was.compareTo(is) != 0 && work.find(target.kind(), target.id()) != null) {
                move(kind, id, target, is.subtract(was), now.containsKey(target), after, work);
            }
        }
    }

    private static Map<Target, BigDecimal> amounts(EntityKind kind, @Nullable JsonObject transaction) {
        Map<Target, BigDecimal> amounts = new LinkedHashMap<>();
        for (JsonObject line : transaction == null ? List.<JsonObject>of() : transaction.objects("Line")) {
            for (JsonObject link : line.objects("LinkedTxn")) {
                EntityKind to = EntityKind.named(link.text("TxnType", ""));
                if (to != null && APPLIES.getOrDefault(kind, Set.of()).contains(to)) {
                    amounts.merge(new Target(to, link.text("TxnId", "")), line.amount("Amount"), BigDecimal::add);
                }
            }
        }
        return amounts;
    }

    private static void move(
            EntityKind kind,
            String id,
            Target target,
            BigDecimal more,
            boolean linked,
            @Nullable JsonObject after,
            Work work) {
        JsonObject draft = work.edit(target.kind(), target.id());
        draft.set("Balance", draft.amount("Balance").subtract(more));
        BigDecimal rate = draft.decimal("ExchangeRate");
        if (rate != null && draft.has("HomeBalance")) {
            draft.set("HomeBalance", Money.cents(draft.amount("Balance").multiply(rate)));
        }
        if (target.kind() == EntityKind.CREDIT_MEMO) {
            draft.set("RemainingCredit", draft.amount("RemainingCredit").subtract(more));
        }
        if (target.kind() == EntityKind.INVOICE || target.kind() == EntityKind.BILL) {
            link(draft, id, linkType(kind, after), linked, true);
        }
        work.bump(target.kind(), draft);
    }

    private static String linkType(EntityKind kind, @Nullable JsonObject after) {
        if (kind != EntityKind.BILL_PAYMENT) {
            return kind.json();
        }
        boolean card = after != null && after.text("PayType", "").equals("CreditCard");
        return card ? "BillPaymentCreditCard" : "BillPaymentCheck";
    }

    private static Set<Target> lineLinks(@Nullable JsonObject transaction) {
        Set<Target> links = new LinkedHashSet<>();
        for (JsonObject line : transaction == null ? List.<JsonObject>of() : transaction.objects("Line")) {
            links.addAll(links(line));
        }
        return links;
    }

    private static Set<Target> headerLinks(@Nullable JsonObject transaction) {
        return transaction == null ? Set.of() : links(transaction);
    }

    private static Set<Target> links(JsonObject owner) {
        Set<Target> links = new LinkedHashSet<>();
        for (JsonObject link : owner.objects("LinkedTxn")) {
            EntityKind kind = EntityKind.named(link.text("TxnType", ""));
            boolean marked = kind == EntityKind.ESTIMATE
                    || kind == EntityKind.PURCHASE_ORDER
                    || kind == EntityKind.SALES_RECEIPT
                    || kind == EntityKind.PAYMENT;
            if (kind != null && marked) {
                links.add(new Target(kind, link.text("TxnId", "")));
            }
        }
        return links;
    }

    private static void marks(String id, EntityKind kind, Set<Target> before, Set<Target> after, Work work) {
        Set<Target> all = new LinkedHashSet<>(before);
        all.addAll(after);
        for (Target target : all) {
            boolean money = target.kind() == EntityKind.PAYMENT || target.kind() == EntityKind.SALES_RECEIPT;
            boolean fits = money == (kind == EntityKind.DEPOSIT);
            if (fits
                    && before.contains(target) != after.contains(target)
                    && work.find(target.kind(), target.id()) != null) {
                mark(id, kind, target, after.contains(target), work);
            }
        }
    }

    /** Closing an estimate moves its time, not its token; depositing a payment moves neither (recorded). */
    private static void mark(String id, EntityKind kind, Target target, boolean linked, Work work) {
        JsonObject draft = work.edit(target.kind(), target.id());
        link(draft, id, kind.json(), linked, false);
        if (target.kind() == EntityKind.ESTIMATE) {
            draft.set("TxnStatus", linked ? "Closed" : "Pending");
            work.touch(draft);
        } else if (target.kind() == EntityKind.PURCHASE_ORDER) {
            draft.set("POStatus", linked ? "Closed" : "Open");
            work.touch(draft);
        }
    }

    private static void link(JsonObject draft, String id, String type, boolean linked, boolean always) {
        List<Object> links = new ArrayList<>(draft.list("LinkedTxn"));
        links.removeIf(link -> link instanceof JsonObject object && id.equals(object.text("TxnId")));
        if (linked) {
            links.add(0, JsonObject.of("TxnId", id, "TxnType", type));
        }
        boolean keep = always || !links.isEmpty() || draft.has("POStatus");
        draft.set("LinkedTxn", keep ? links : null);
    }
}
