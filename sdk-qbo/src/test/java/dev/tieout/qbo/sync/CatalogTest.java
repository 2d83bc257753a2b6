package dev.tieout.qbo.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.qbo.Firm;
import dev.tieout.qbo.QuickBooks;
import dev.tieout.qbo.entity.Term;
import dev.tieout.qbo.entity.TxnClass;
import dev.tieout.qbo.fault.QboException;
import dev.tieout.testkit.fault.Fault;
import dev.tieout.testkit.fault.FaultRule;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What there is to choose from is read when it has changed, and is there while QuickBooks is away. */
class CatalogTest {
    private final Firm firm = Firm.connected();
    private final Catalog catalog = firm.company.catalog();

    @AfterEach
    void close() {
        firm.close();
    }

    private void look() {
        firm.fake.clock().advance(Duration.ofMinutes(61));
        firm.work();
    }

    @Test
    void aListIsReadOnceAndAgainOnEveryNodeWhenTheFeedSeesItChange() {
        try (QuickBooks other = firm.process("node-2")) {
            Catalog elsewhere = other.company(Firm.TENANT).catalog();
            int before = catalog.classes().size();
            assertThat(elsewhere.classes()).hasSize(before);
            catalog.locations();
            look();
            firm.fake.history().clear();
            for (int i = 0; i < 3; i++) {
                assertThat(catalog.classes()).hasSize(before);
                catalog.locations();
                elsewhere.classes();
                look();
            }
            assertThat(firm.fake.history().count("Class", "query")).isZero();

            firm.company.api().create(TxnClass.builder().name("Estates").build());
            look();
            firm.fake.clock().advance(Duration.ofSeconds(1));
            firm.fake.history().clear();
            assertThat(catalog.classes()).hasSize(before + 1);
            assertThat(elsewhere.classes()).extracting(Catalog.Entry::name).contains("Estates");
            assertThat(catalog.classes()).hasSize(before + 1);
            assertThat(catalog.locations()).isNotNull();
            assertThat(firm.fake.history().count("Class", "query")).isEqualTo(2);
            assertThat(firm.fake.history().count("Department", "query")).isZero();
        }
    }

    @Test
    void theFeedAsksForListsThatSomebodyChoosesFromInTheSameCall() {
        look();
        assertThat(firm.fake.history().last().requestText()).doesNotContain("PaymentMethod");
        catalog.terms();
        catalog.tracking();
        look();
        firm.company.api().create(Term.builder().name("In ten days").dueDays(10).build());
        firm.books.inQuickBooks().preference("AccountingInfoPrefs.DepartmentTerminology", "Office");
        firm.fake.history().clear();
        look();

        assertThat(firm.fake.history().count("cdc", "cdc")).isEqualTo(1);
        assertThat(catalog.terms()).extracting(Catalog.Entry::name).contains("In ten days");
        assertThat(catalog.tracking().locationWord()).isEqualTo("Office");
    }

    @Test
    void whileQuickBooksIsAwayItIsWhatWasLastKnownWithItsAge() {
        Choices fresh = catalog.classes();
        Instant read = fresh.readAt();
        assertThat(fresh.lastKnown()).isFalse();
        firm.fake.clock().advance(Duration.ofHours(7));
        firm.fake.faults().add(FaultRule.on("Class", "query").always(), Fault.html503());
        firm.fake.faults().add(FaultRule.on("Term", "query").always(), Fault.html503());
        firm.fake.history().clear();

        for (int i = 0; i < 10; i++) {
            Choices old = catalog.classes();
            assertThat(old).isEqualTo(fresh);
            assertThat(old.lastKnown()).isTrue();
            assertThat(old.readAt()).isEqualTo(read);
        }
        assertThat(firm.fake.history().count("Class", "query")).isEqualTo(1);
        assertThatExceptionOfType(QboException.class).isThrownBy(catalog::terms);

        firm.fake.faults().clear();
        firm.fake.clock().advance(Duration.ofMinutes(2));
        assertThat(catalog.classes().lastKnown()).isFalse();
        assertThat(catalog.classes().readAt()).isAfter(read);
    }

    /** Tax codes are in no feed. */
    @Test
    void whatNoFeedTellsIsReadAgainAfterSixHoursOrOnRequest() {
        catalog.taxCodes();
        firm.fake.history().clear();
        firm.fake.clock().advance(Duration.ofHours(5));
        catalog.taxCodes();
        assertThat(firm.fake.history().count("TaxCode", "query")).isZero();
        firm.fake.clock().advance(Duration.ofHours(2));
        catalog.taxCodes();
        assertThat(firm.fake.history().count("TaxCode", "query")).isEqualTo(1);
        catalog.refreshed().taxCodes();
        assertThat(firm.fake.history().count("TaxCode", "query")).isEqualTo(2);
    }

    @Test
    void whatTheFeedLostIsReadAgain() {
        catalog.classes();
        firm.fake.clock().advance(Duration.ofDays(40));
        firm.work();
        firm.fake.history().clear();
        catalog.classes();
        assertThat(firm.fake.history().count("Class", "query")).isEqualTo(1);
    }
}
