package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.CompanySwitch;
import dev.tieout.testkit.company.internal.state.EntityKind;
import java.util.Set;

/** Which rules apply to which kind of record. */
final class Rules {
    /** What lies in Undeposited Funds until a deposit takes it. */
    static final Set<EntityKind> DEPOSITED =
            Set.of(EntityKind.PAYMENT, EntityKind.SALES_RECEIPT, EntityKind.REFUND_RECEIPT);

    private Rules() {}

    static void apply(Write write) {
        InactiveRules.restore(write);
        if (DEPOSITED.contains(write.kind()) && write.on(CompanySwitch.DEPOSITED_PAYMENT_FULLY_LOCKED)) {
            PaymentRules.notDeposited(write.work(), write.kind(), write.before());
        }
        byKind(write);
        if (DEPOSITED.contains(write.kind())) {
            PaymentRules.depositedMoney(write);
        }
    }

    private static void byKind(Write write) {
        switch (write.kind()) {
            case CUSTOMER, VENDOR, EMPLOYEE -> PartyRules.apply(write);
            case ITEM -> ItemRules.apply(write);
            case ACCOUNT -> AccountRules.apply(write);
            case CLASS, DEPARTMENT, TERM, PAYMENT_METHOD, COMPANY_CURRENCY, TAX_AGENCY, JOURNAL_CODE ->
                ListRules.apply(write);
            case INVOICE, CREDIT_MEMO, SALES_RECEIPT, REFUND_RECEIPT, ESTIMATE -> SalesRules.apply(write);
            case PAYMENT -> PaymentRules.apply(write);
            case BILL, VENDOR_CREDIT, PURCHASE, PURCHASE_ORDER -> ExpenseRules.apply(write);
            case BILL_PAYMENT -> ExpenseRules.billPayment(write);
            case DEPOSIT -> DepositRules.apply(write);
            case JOURNAL_ENTRY -> BookRules.journal(write);
            case TRANSFER -> BookRules.transfer(write);
            case CREDIT_CARD_PAYMENT -> BookRules.cardPayment(write);
            case INVENTORY_ADJUSTMENT -> BookRules.adjustment(write);
            case TIME_ACTIVITY -> BookRules.time(write);
            default -> OtherRules.apply(write);
        }
    }
}
