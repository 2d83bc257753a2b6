package dev.tieout.qbo.kinds.internal.common;

import dev.tieout.qbo.entity.Line;
import dev.tieout.qbo.entity.Ref;
import dev.tieout.qbo.entity.TxnTaxDetail;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What QuickBooks has of a form with sales on it, whatever the form is called. Immutable.
 *
 * @param number the number on the form
 * @param date the day it counts for
 * @param note the note for the company itself
 * @param customer whom it is for
 * @param currency its currency
 * @param lines its lines
 * @param taxes its taxes
 * @param totalAmt what it comes to, tax included
 */
public record SalesForm(
        Optional<String> number,
        Optional<LocalDate> date,
        Optional<String> note,
        Optional<Ref> customer,
        Optional<Ref> currency,
        List<Line> lines,
        Optional<TxnTaxDetail> taxes,
        Optional<BigDecimal> totalAmt) {
    BigDecimal total() {
        return totalAmt.orElse(BigDecimal.ZERO);
    }

    BigDecimal tax() {
        return taxes.flatMap(TxnTaxDetail::totalTax).orElse(BigDecimal.ZERO);
    }

    /** Whom it is for says nothing: a merge changes that. Its number is another where the company has QuickBooks count. */
    boolean matches(SalesForm found) {
        return sameNumber(found)
                || (date.equals(found.date) && note.equals(found.note) && sum().compareTo(found.sum()) == 0);
    }

    boolean bearsOurMark(SalesForm found) {
        return sameNumber(found) || (matches(found) && sameNote(found));
    }

    boolean mayBe(SalesForm found) {
        return keepsNote(found)
                || sum().compareTo(found.sum()) == 0
                || (date.equals(found.date) && customer.flatMap(Ref::value).equals(found.customer.flatMap(Ref::value)));
    }

    private BigDecimal sum() {
        return lines.stream()
                .filter(SalesLines::isSale)
                .flatMap(line -> line.amount().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean sameNumber(SalesForm found) {
        return number.isPresent() && number.equals(found.number);
    }

    /** Voiding writes before what a note says (QuickBooks fact E13.1), and so do people. */
    private boolean keepsNote(SalesForm found) {
        return note.filter(text -> !text.isBlank())
                .flatMap(text -> found.note.filter(theirs -> theirs.contains(text)))
                .isPresent();
    }

    private boolean sameNote(SalesForm found) {
        return note.filter(text -> !text.isBlank()).isPresent() && note.equals(found.note);
    }
}
