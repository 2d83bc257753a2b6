package dev.tieout.qbo.kinds.internal.common;

import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.Links;
import dev.tieout.qbo.sync.internal.kind.Obstructed;
import dev.tieout.sync.Blame;
import dev.tieout.sync.ProblemCause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How money moved: the app names a payment method, QuickBooks has its id. None is ever made. */
public final class PaymentMethods {
    private PaymentMethods() {}

    /**
     * Finds a payment method.
     *
     * @param name its name, or {@code null}
     * @param record what the record is called in a sentence
     * @return its id; empty if the app names none
     * @throws Blocked if QuickBooks has no active one of the name
     */
    public static Optional<String> id(@Nullable String name, String record, Links links) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(links.paymentMethod(name)
                .orElseThrow(() -> new Blocked(new Obstructed(
                        ProblemCause.BAD_REFERENCE,
                        "QuickBooks has no active payment method of the " + record + "'s name.",
                        "Add the payment method in QuickBooks, or name one that is there, then retry.",
                        "PaymentMethodRef",
                        new Blame("PaymentMethod", null, null, name)))));
    }
}
