package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.InvalidFieldException;
import dev.tieout.qbo.fault.FaultKind;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.qbo.fault.QboFault;
import dev.tieout.sync.Blame;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.SyncProblem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a refusal into a problem with a cause, a remedy and the record to blame. */
public final class Problems {
    private record Everyday(ProblemCause cause, String message, String remedy, List<String> words) {
        Everyday(ProblemCause cause, String message, String remedy, String... words) {
            this(cause, message, remedy, List.of(words));
        }
    }

    /**
     * The everyday refusals under 6000 and its kin, told apart by QuickBooks' own sentence, which is in the company's
     * language (QuickBooks fact P3.27): what is not recognised is told in general words, with that sentence.
     */
    private static final List<Everyday> EVERYDAY = List.of(
            new Everyday(
                    ProblemCause.IN_DEPOSIT,
                    "It lies in a bank deposit, which locks it.",
                    "Take it out of the deposit in QuickBooks, then retry.",
                    "deposit"),
            new Everyday(
                    ProblemCause.HAS_PAYMENT,
                    "A payment or a credit is applied to it.",
                    "Take the payment or the credit off in QuickBooks, then retry.",
                    "payments or credits",
                    "unlink"),
            new Everyday(
                    ProblemCause.TOTAL_BELOW_ZERO,
                    "The total is below zero, and QuickBooks takes only zero or more.",
                    "Send a credit memo instead of an invoice below zero.",
                    "0 or greater",
                    "greater than or equal to 0",
                    "greater than or equal to zero",
                    "cannot be negative",
                    "negative"),
            new Everyday(
                    ProblemCause.TOTAL_BELOW_PAID,
                    "The total would be below what was paid on it already.",
                    "Take the payment off or lower it first, then retry.",
                    "less than the amount",
                    "less than the total amount of payments",
                    "less than what"),
            new Everyday(
                    ProblemCause.TOTAL_BELOW_PAID,
                    "The payment would be below what is applied of it.",
                    "Take off what somebody applied of it in QuickBooks, or leave the payment as high as it is.",
                    "applied are more than the amount"),
            new Everyday(
                    ProblemCause.OTHER_CLIENT,
                    "The payment and what it pays belong to different customers.",
                    "Give both the same client; look whether the invoice was moved to another customer in QuickBooks.",
                    "different customer",
                    "same customer",
                    "another customer",
                    "not belong"),
            new Everyday(
                    ProblemCause.CREDIT_APPLIED,
                    "The credit has less left than is applied here.",
                    "Look in QuickBooks who applied it: QuickBooks does so itself where credits are applied"
                            + " automatically. Take that off, or apply less, then retry.",
                    "credit applied is more"),
            new Everyday(
                    ProblemCause.CREDIT_APPLIED,
                    "A credit is applied to it.",
                    "Take the credit off in QuickBooks, then retry.",
                    "credit"),
            new Everyday(
                    ProblemCause.ALREADY_PAID,
                    "It is paid already, or the payment is more than its open balance.",
                    "Look in QuickBooks who paid it: a payment entered by hand may be the same as this one.",
                    "open balance",
                    "already been paid",
                    "already paid",
                    "more than the balance",
                    "exceeds"),
            new Everyday(
                    ProblemCause.HAS_PAYMENT,
                    "A payment is applied to it.",
                    "Take the payment off in QuickBooks, or void the payment first, then retry.",
                    "payment",
                    "linked"));

    private static final String BAG = "6000";

    /** What a code of its own says in any language: what cannot be linked, and a deposit (QuickBooks facts P3.25, P3.34). */
    private static final Map<String, Everyday> BY_CODE = Map.of(
            "620",
            new Everyday(
                    ProblemCause.OTHER_CLIENT,
                    "It cannot be applied to what it names: that belongs to another customer, or is void or deleted.",
                    "Look in QuickBooks whose it is and whether it still stands; give both the same client, or take it"
                            + " out of this record."),
            "6540",
            EVERYDAY.get(0));

    /** The words under which a sentence may name whom it means. */
    private static final Map<String, List<String>> ENTITIES = Map.of(
            "Item", List.of("item", "product"),
            "Customer", List.of("customer", "names element"),
            "Account", List.of("account"),
            "Class", List.of("klass", "class"),
            "Department", List.of("dept", "department"));

    private static final Pattern ID = Pattern.compile("(?i)\\b(?:id|#)\\s*[:=#]?\\s*(\\d{1,20})\\b");

    private Problems() {}

    public static SyncProblem of(QboException e, Instant now) {
        @Nullable QboFault fault = e.faults().isEmpty() ? null : e.faults().get(0);
        @Nullable String code = fault == null || fault.code().isBlank() ? null : fault.code();
        @Nullable Everyday everyday = everyday(fault);
        return new SyncProblem(
                everyday == null ? cause(e.kind()) : everyday.cause(),
                everyday == null ? message(e.kind()) : everyday.message(),
                everyday == null ? e.remedy() : everyday.remedy(),
                fault == null ? null : fault.element().filter(s -> !s.isBlank()).orElse(null),
                code,
                fault == null || fault.detail().isBlank() ? null : fault.detail(),
                e.kind() == FaultKind.BAD_REFERENCE && fault != null ? blame(fault) : null,
                e.intuitTid().orElse(null),
                now);
    }

    private static @Nullable Everyday everyday(@Nullable QboFault fault) {
        if (fault == null || !fault.code().equals(BAG)) {
            return fault == null ? null : BY_CODE.get(fault.code());
        }
        String sentence = (fault.message() + " " + fault.detail()).toLowerCase(Locale.ROOT);
        for (Everyday everyday : EVERYDAY) {
            for (String words : everyday.words()) {
                if (sentence.contains(words)) {
                    return everyday;
                }
            }
        }
        return null;
    }

    /** What QuickBooks' sentence about a reference says of whom it means (QuickBooks fact P3.15). */
    private static @Nullable Blame blame(QboFault fault) {
        String sentence =
                fault.message() + " " + fault.detail() + " " + fault.element().orElse("");
        String lower = sentence.toLowerCase(Locale.ROOT);
        List<String> meant = ENTITIES.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(lower::contains))
                .map(Map.Entry::getKey)
                .toList();
        if (meant.size() != 1) {
            // "Check the fields with accounts, customers, items" names nobody.
            return null;
        }
        Matcher id = ID.matcher(sentence);
        return new Blame(meant.get(0), id.find() ? RemoteId.of(id.group(1)) : null, null, null);
    }

    /** A field that QuickBooks would refuse; nothing was sent. */
    public static SyncProblem of(InvalidFieldException e, Instant now) {
        return own(
                ProblemCause.INVALID_DATA,
                String.valueOf(e.getMessage()),
                "Correct the field in the app, then sync the record again.",
                e.field(),
                now);
    }

    public static SyncProblem own(
            ProblemCause cause, String message, String remedy, @Nullable String field, Instant now) {
        return new SyncProblem(cause, message, remedy, field, null, null, null, null, now);
    }

    /** The same problem, of which is known by now whose it is. */
    static SyncProblem blaming(SyncProblem problem, Blame blame) {
        return new SyncProblem(
                problem.cause(),
                problem.message(),
                problem.remedy(),
                problem.field(),
                problem.faultCode(),
                problem.detail(),
                blame,
                problem.intuitTid(),
                problem.since());
    }

    /** The same problem, standing since an earlier moment. */
    static SyncProblem dated(SyncProblem problem, Instant since) {
        return new SyncProblem(
                problem.cause(),
                problem.message(),
                problem.remedy(),
                problem.field(),
                problem.faultCode(),
                problem.detail(),
                problem.blame(),
                problem.intuitTid(),
                since);
    }

    /** Tells whether the background tries again by itself; else someone must change something first. */
    public static boolean triesAgain(FaultKind kind) {
        return switch (kind) {
            case TRANSIENT, THROTTLED, OUTCOME_UNKNOWN, REAUTHORIZE, CONFIGURATION, SUBSCRIPTION -> true;
            default -> false;
        };
    }

    private static ProblemCause cause(FaultKind kind) {
        return switch (kind) {
            case TRANSIENT, OUTCOME_UNKNOWN -> ProblemCause.UNAVAILABLE;
            case THROTTLED -> ProblemCause.THROTTLED;
            case REAUTHORIZE, CONFIGURATION -> ProblemCause.CONNECTION;
            case STALE -> ProblemCause.STALE;
            case NAME_TAKEN -> ProblemCause.NAME_TAKEN;
            case DUPLICATE_NUMBER -> ProblemCause.DUPLICATE_NUMBER;
            case NOT_FOUND, BAD_REFERENCE -> ProblemCause.BAD_REFERENCE;
            case PERMISSION -> ProblemCause.PERMISSION;
            case SUBSCRIPTION -> ProblemCause.SUBSCRIPTION;
            case CLOSED_PERIOD -> ProblemCause.CLOSED_PERIOD;
            case NEEDS_FIX -> ProblemCause.INVALID_DATA;
            case BUG -> ProblemCause.BUG;
        };
    }

    private static String message(FaultKind kind) {
        return switch (kind) {
            case TRANSIENT -> "QuickBooks could not be reached or failed for the moment.";
            case OUTCOME_UNKNOWN -> "QuickBooks did not answer; whether it carried out the write is being established.";
            case THROTTLED -> "QuickBooks asked for a pause.";
            case REAUTHORIZE -> "The connection to QuickBooks is no longer valid.";
            case CONFIGURATION -> "QuickBooks does not accept this app's keys.";
            case STALE -> "The record kept changing in QuickBooks while it was being written.";
            case NAME_TAKEN -> "Another record in QuickBooks has this name.";
            case DUPLICATE_NUMBER -> "Another transaction in QuickBooks has this number.";
            case NOT_FOUND -> "QuickBooks does not know the record, or one that it refers to.";
            case BAD_REFERENCE -> "A record that it refers to is inactive or missing in QuickBooks.";
            case PERMISSION -> "The QuickBooks user who connected may not do this.";
            case SUBSCRIPTION -> "The company's QuickBooks subscription does not allow changes.";
            case CLOSED_PERIOD -> "The books of the record's date are closed in QuickBooks.";
            case NEEDS_FIX -> "QuickBooks refused the record's data.";
            case BUG -> "QuickBooks refused a request that this library should not have sent.";
        };
    }
}
