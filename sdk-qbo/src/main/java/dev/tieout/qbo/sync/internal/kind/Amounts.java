package dev.tieout.qbo.sync.internal.kind;

import dev.tieout.Money;
import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.FilterField;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.sync.internal.row.Bare;
import dev.tieout.sync.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The power to come to an amount. */
public interface Amounts<L, E extends QboEntity> {
    /** The day it counts for. */
    LocalDate date(L local);

    /** What it comes to in the app. */
    Money total(L local);

    /** What it comes to in QuickBooks, tax included. */
    BigDecimal total(E entity);

    /** The field that tells the day it counts for in QuickBooks. */
    FilterField<E, LocalDate> dated();

    /** The field of the number that QuickBooks may refuse to have twice; {@code null} if there is none. */
    default @Nullable FilterField<E, String> numbered() {
        return null;
    }

    /** Where an entity stands; {@code null} of kinds that are not owed. */
    default @Nullable Standing standing(E entity) {
        return null;
    }

    /** The currency that it is in; empty if QuickBooks does not say. */
    Optional<String> currency(E entity);

    /** What of an entity is open, and what applied; {@code null} of kinds that nothing is applied to. */
    default @Nullable Open open(E entity) {
        return null;
    }

    /**
     * What is open of an entity, and what applied.
     *
     * @param balance what is owed yet, or {@code null} of what is not owed
     * @param applied what of it is paid or used
     * @param credit what of it is a credit yet, or {@code null} of what is none
     */
    record Open(
            @Nullable BigDecimal balance,
            BigDecimal applied,
            @Nullable BigDecimal credit) {}

    /** As much of an entity as it takes to see that a record of the app may be the same. */
    Bare outline(E entity);

    /** Whom it is for. */
    Optional<RemoteId> customer(E entity);
}
