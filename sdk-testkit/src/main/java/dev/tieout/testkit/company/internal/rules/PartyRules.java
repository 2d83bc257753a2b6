package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** Customers, vendors and employees: defaults of a create, jobs, currency, balances (QuickBooks facts E4). */
final class PartyRules {
    private static final List<String> ADDRESSES = List.of("BillAddr", "ShipAddr", "PrimaryAddr");
    private static final List<String> PHONES = List.of("PrimaryPhone", "AlternatePhone", "Mobile", "Fax");

    private PartyRules() {}

    static void apply(Write write) {
        NameRules.apply(write);
        EmailRules.check(write, "PrimaryEmailAddr");
        switch (write.kind()) {
            case CUSTOMER -> customer(write);
            case VENDOR -> vendor(write);
            default -> employee(write);
        }
        addresses(write);
        InactiveRules.apply(write);
        if (write.kind() == EntityKind.CUSTOMER) {
            TreeRules.apply(write);
        } else {
            write.draft().set("FullyQualifiedName", null);
        }
    }

    private static void customer(Write write) {
        JsonObject draft = write.draft();
        job(write);
        currency(write);
        boolean salesTax = write.settings().is("TaxPrefs.UsingSalesTax");
        boolean exempt = draft.has("TaxExemptionReasonId");
        draft.setIfAbsent("Taxable", salesTax && !exempt);
        if (exempt) {
            draft.set("Taxable", false);
        }
        String group = write.settings().text("TaxPrefs.TaxGroupCodeRef");
        if (write.creating() && salesTax && group != null && draft.is("Taxable")) {
            draft.setIfAbsent("DefaultTaxCodeRef", JsonObject.reference(group));
        }
        draft.setIfAbsent("BillWithParent", false);
        draft.setIfAbsent("PreferredDeliveryMethod", "Print");
        draft.setIfAbsent("IsProject", false);
        opening(write);
        if (!write.creating()) {
            billWithParent(write);
        }
    }

    /** Job needs a parent and a parent needs Job: 6150 (QuickBooks fact E4.3). */
    private static void job(Write write) {
        JsonObject draft = write.draft();
        boolean parent = draft.ref("ParentRef") != null;
        if (parent && draft.isFalse("Job") && write.sent().has("Job")) {
            throw QboFault.of(6150, "A ParentRef needs Job to be true.", "Job");
        }
        if (!parent && draft.is("Job") && write.sent().is("Job")) {
            throw QboFault.of(6150, "A job needs a ParentRef.", "ParentRef");
        }
        if (parent && write.sent().has("ParentRef") && !draft.is("Job")) {
            throw QboFault.of(6150, "A ParentRef needs Job to be true.", "Job");
        }
        draft.setIfAbsent("Job", false);
    }

    private static void billWithParent(Write write) {
        if (write.changed("BillWithParent") && write.draft().amount("Balance").signum() != 0) {
            throw QboFault.of(
                    6130, "BillWithParent cannot be changed while there are open transactions.", "BillWithParent");
        }
    }

    /** The currency is fixed at creation: another one in an update is passed over (QuickBooks facts T7). */
    private static void currency(Write write) {
        JsonObject draft = write.draft();
        JsonObject before = write.before();
        String home = write.settings().homeCurrency();
        String sent = draft.ref("CurrencyRef");
        String fixed = before == null ? null : before.ref("CurrencyRef");
        if (fixed == null
                && sent != null
                && !sent.equals(home)
                && !write.settings().multiCurrency()) {
            throw CurrencyRules.notEnabled();
        }
        boolean ignored = sent == null || write.on(CompanySwitch.PARTY_CURRENCY_IGNORED);
        String code = fixed != null ? fixed : ignored || sent == null ? home : sent;
        CurrencyRules.used(write, code);
        draft.set("CurrencyRef", Settings.currency(code));
    }

    /** On create the balance is an opening balance; later it is derived and what clients send is ignored. */
    private static void opening(Write write) {
        JsonObject draft = write.draft();
        JsonObject before = write.before();
        if (before != null) {
            draft.set("Balance", before.get("Balance"));
            draft.set("BalanceWithJobs", before.get("BalanceWithJobs"));
        }
        BigDecimal balance = draft.amount("Balance");
        draft.set("Balance", balance);
        if (write.kind() == EntityKind.CUSTOMER) {
            draft.setIfAbsent("BalanceWithJobs", balance);
        }
    }

    private static void vendor(Write write) {
        JsonObject draft = write.draft();
        currency(write);
        draft.setIfAbsent("Vendor1099", false);
        draft.setIfAbsent("BillRate", BigDecimal.ZERO);
        draft.setIfAbsent("CostRate", BigDecimal.ZERO);
        opening(write);
        if (write.creating()) {
            draft.set("V4IDPseudonym", pseudonym(write));
        }
    }

    private static void employee(Write write) {
        JsonObject draft = write.draft();
        if (write.creating() && draft.text("GivenName") == null && draft.text("FamilyName") == null) {
            throw QboFault.missing("GivenName");
        }
        draft.setIfAbsent("BillableTime", false);
        // Social security numbers never come back (official samples).
        draft.set("SSN", draft.has("SSN") ? "XXX-XX-XXXX" : null);
    }

    private static String pseudonym(Write write) {
        SplittableRandom random = new SplittableRandom(write.id().hashCode() * 31L);
        return "00" + HexFormat.of().toHexDigits(random.nextLong())
                + HexFormat.of().toHexDigits(random.nextLong()).substring(2);
    }

    /** Addresses have Ids of their own; a changed address keeps its Id. */
    private static void addresses(Write write) {
        for (String field : ADDRESSES) {
            JsonObject address = write.draft().object(field);
            JsonObject old = write.before() == null ? null : write.before().object(field);
            if (address != null && !address.has("Id")) {
                String id = old == null ? null : old.text("Id");
                address.set("Id", id == null ? write.work().nextAddressId() : id);
            }
        }
        for (String field : PHONES) {
            JsonObject phone = write.draft().object(field);
            if (phone != null && phone.text("FreeFormNumber") == null) {
                write.draft().set(field, null);
            }
        }
    }
}
