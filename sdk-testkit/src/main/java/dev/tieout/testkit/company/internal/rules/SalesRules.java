package dev.tieout.testkit.company.internal.rules;

import dev.tieout.testkit.company.internal.json.JsonObject;
import dev.tieout.testkit.company.internal.state.EntityKind;
import dev.tieout.testkit.company.internal.wire.QboFault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Invoices, credit memos, sales receipts, refund receipts and estimates (QuickBooks facts E11). */
final class SalesRules {
    private static final List<String> PAYMENT_FLAGS =
            List.of("AllowIPNPayment", "AllowOnlinePayment", "AllowOnlineCreditCardPayment", "AllowOnlineACHPayment");
    private static final Set<EntityKind> CUSTOMER_OPTIONAL =
            Set.of(EntityKind.SALES_RECEIPT, EntityKind.REFUND_RECEIPT);
    private static final int MOST_TAXED_LINES = 750;

    private SalesRules() {}

    static void apply(Write write) {
        JsonObject draft = write.draft();
        if (draft.ref("CustomerRef") == null && !CUSTOMER_OPTIONAL.contains(write.kind())) {
            throw QboFault.missing("CustomerRef");
        }
        TransactionRules.apply(write);
        email(write);
        List<JsonObject> lines = SalesLines.apply(write);
        amounts(write, lines);
        DocNumberRules.apply(write);
        address(write);
        defaults(write);
        switch (write.kind()) {
            case INVOICE -> invoice(write);
            case CREDIT_MEMO -> creditMemo(write);
            case ESTIMATE -> draft.setIfAbsent("TxnStatus", "Pending");
            default -> receipt(write);
        }
    }

    private static void amounts(Write write, List<JsonObject> lines) {
        BigDecimal discount = BigDecimal.ZERO;
        for (JsonObject line : lines) {
            if (line.text("DetailType", "").equals("DiscountLineDetail")) {
                discount = discount.add(line.amount("Amount"));
            }
        }
        BigDecimal tax = TaxRules.apply(write, lines, discount);
        if (tax.signum() != 0 && lines.size() > MOST_TAXED_LINES) {
            throw QboFault.business("A taxable transaction may not have more than 750 lines.");
        }
        BigDecimal total = SalesLines.net(lines).subtract(discount).add(tax);
        if (total.signum() < 0) {
            throw QboFault.business("You must specify a transaction amount that is 0 or greater.");
        }
        TransactionRules.total(write, total);
    }

    private static void email(Write write) {
        for (String field : List.of("BillEmail", "BillEmailCc", "BillEmailBcc")) {
            EmailRules.check(write, field);
        }
        JsonObject draft = write.draft();
        if ("NeedToSend".equals(draft.text("EmailStatus")) && draft.object("BillEmail") == null) {
            throw QboFault.of(6420, "An email address is required when EmailStatus is NeedToSend.", "BillEmail");
        }
    }

    /** Addresses are copied from the customer when absent, with the Id of the customer's address (recorded). */
    private static void address(Write write) {
        JsonObject draft = write.draft();
        JsonObject customer = write.referred("CustomerRef", EntityKind.CUSTOMER);
        for (String field : List.of("BillAddr", "ShipAddr")) {
            JsonObject own = draft.object(field);
            if (own != null) {
                own.setIfAbsent("Id", write.work().nextAddressId());
            } else if (customer != null && !write.sparse() && customer.object(field) != null) {
                draft.set(field, customer.object(field));
            }
        }
        if (write.creating() && write.kind() != EntityKind.SALES_RECEIPT && write.kind() != EntityKind.REFUND_RECEIPT) {
            draft.set("FreeFormAddress", true);
            draft.setIfAbsent("ShipFromAddr", shipFrom(write));
        }
    }

    private static @Nullable JsonObject shipFrom(Write write) {
        JsonObject info = write.settings().companyInfo();
        JsonObject address = info == null ? null : info.object("CompanyAddr");
        if (address == null) {
            return null;
        }
        String place = address.text("City", "") + ", " + address.text("CountrySubDivisionCode", "") + "  "
                + address.text("PostalCode", "");
        return JsonObject.of("Id", write.work().nextAddressId(), "Line1", address.text("Line1"), "Line2", place);
    }

    private static void defaults(Write write) {
        JsonObject draft = write.draft();
        CustomFieldRules.apply(write);
        draft.setIfAbsent("ApplyTaxAfterDiscount", false);
        draft.setIfAbsent("PrintStatus", "NeedToPrint");
        draft.setIfAbsent("EmailStatus", write.kind() == EntityKind.REFUND_RECEIPT ? null : "NotSet");
        String ship = draft.ref("ShipMethodRef");
        if (ship != null && ship.length() > 30) {
            throw QboFault.of(
                    2050,
                    "String length specified does not match the supported length. Min:0 Max:30 supported. Supplied"
                            + " length:" + ship.length(),
                    "ShipMethodRef");
        }
    }

    private static void invoice(Write write) {
        JsonObject draft = write.draft();
        Boolean online = write.settings().is("SalesFormsPrefs.ETransactionPaymentEnabled");
        for (String flag : PAYMENT_FLAGS) {
            boolean sent = write.sent().has(flag);
            boolean card = flag.equals("AllowOnlineCreditCardPayment") || flag.equals("AllowOnlineACHPayment");
            draft.set(flag, sent ? draft.get(flag) : card && online);
        }
        terms(write);
        TransactionRules.keepPayments(write);
        if (draft.has("Deposit") && Features.dropped(write, "AllowDeposit", "Deposit")) {
            draft.set("Deposit", null);
        }
        BigDecimal applied = write.before() == null
                ? BigDecimal.ZERO
                : write.before()
                        .amount("TotalAmt")
                        .subtract(write.before().amount("Deposit"))
                        .subtract(write.before().amount("Balance"));
        sameOwner(write, applied);
        BigDecimal balance =
                draft.amount("TotalAmt").subtract(draft.amount("Deposit")).subtract(applied);
        if (balance.signum() < 0) {
            throw QboFault.business("The total cannot be less than the amount already paid.");
        }
        draft.set("Balance", balance);
        CurrencyRules.home(write, "HomeBalance", balance);
    }

    /** The due date: given, else by term, else by the company's default term (QuickBooks fact E11.4). */
    private static void terms(Write write) {
        JsonObject draft = write.draft();
        JsonObject customer = write.referred("CustomerRef", EntityKind.CUSTOMER);
        if (write.creating() && customer != null && customer.ref("SalesTermRef") != null) {
            draft.setIfAbsent("SalesTermRef", JsonObject.reference(String.valueOf(customer.ref("SalesTermRef"))));
        }
        boolean moved = write.changed("TxnDate") || write.changed("SalesTermRef");
        if (!write.sent().has("DueDate") && (moved || !draft.has("DueDate"))) {
            String termId = draft.ref("SalesTermRef");
            String fallback = write.settings().text("SalesFormsPrefs.DefaultTerms");
            JsonObject term = write.work().find(EntityKind.TERM, termId == null ? fallback : termId);
            draft.set("DueDate", due(write.txnDate(), term).toString());
        }
    }

    static LocalDate due(LocalDate from, @Nullable JsonObject term) {
        if (term == null) {
            return from;
        }
        BigDecimal day = term.decimal("DayOfMonthDue");
        if (day == null) {
            return from.plusDays(term.amount("DueDays").longValue());
        }
        LocalDate due = from.withDayOfMonth(Math.min(day.intValue(), from.lengthOfMonth()));
        boolean tooClose =
                from.plusDays(term.amount("DueNextMonthDays").longValue()).isAfter(due);
        LocalDate next = from.plusMonths(1);
        return tooClose ? next.withDayOfMonth(Math.min(day.intValue(), next.lengthOfMonth())) : due;
    }

    /** What is paid, or a credit that is used, belongs to its customer; the sentence is ours. */
    private static void sameOwner(Write write, BigDecimal used) {
        JsonObject before = write.before();
        boolean moved = before != null
                && !Objects.equals(before.ref("CustomerRef"), write.draft().ref("CustomerRef"));
        if (moved && used.signum() != 0) {
            throw QboFault.business(
                    "The customer cannot be changed while payments or credits are applied. Unlink them" + " first.");
        }
    }

    private static void creditMemo(Write write) {
        JsonObject draft = write.draft();
        JsonObject before = write.before();
        BigDecimal used =
                before == null ? BigDecimal.ZERO : before.amount("TotalAmt").subtract(before.amount("RemainingCredit"));
        sameOwner(write, used);
        BigDecimal rest = draft.amount("TotalAmt").subtract(used);
        if (rest.signum() < 0) {
            throw QboFault.business("The total cannot be less than the credit already applied.");
        }
        draft.set("RemainingCredit", rest);
        draft.set("Balance", rest);
        CurrencyRules.home(write, "HomeBalance", rest);
        // Accepted and dropped, as recorded (QuickBooks facts M6).
        draft.set("DepositToAccountRef", null).set("PaymentMethodRef", null);
    }

    private static void receipt(Write write) {
        JsonObject draft = write.draft();
        draft.set("Balance", BigDecimal.ZERO);
        if (draft.ref("DepositToAccountRef") == null) {
            if (write.kind() == EntityKind.REFUND_RECEIPT) {
                throw QboFault.missing("DepositToAccountRef");
            }
            draft.set("DepositToAccountRef", Accounts.reference(Accounts.undepositedFunds(write.work())));
        }
    }
}
