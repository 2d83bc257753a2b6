package dev.tieout.qbo.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.RemoteId;
import dev.tieout.qbo.Firm;
import dev.tieout.qbo.setup.SetupDecision.Action;
import dev.tieout.qbo.setup.SetupReport.Result;
import dev.tieout.qbo.setup.SetupState.Progress;
import dev.tieout.sync.KindSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The setup's state is stored: which step, what is decided, what is open, done when and by whom. */
class SetupWizardTest {
    private static final LocalId PAIRED = LocalId.of("c-1");
    private static final LocalId ALONE = LocalId.of("c-2");
    private static final LocalId OTHER = LocalId.of("c-3");
    private static final Applying DANA = Applying.standard().by("dana");

    private final Firm firm = Firm.connected();
    private final Setup setup = firm.company.setup();
    private final RemoteId customer =
            RemoteId.of(firm.books.inQuickBooks().create("Customer", Map.of("DisplayName", "Rosalind Trumble")));

    @AfterEach
    void close() {
        firm.close();
    }

    private SetupPlan plan() {
        firm.client("c-1", "Rosalind Trumble");
        firm.client("c-2", "Only In The App");
        firm.client("c-3", "Also Only In The App");
        return setup.preview();
    }

    private Setup onAnotherNode() {
        return firm.process("node-2").company(Firm.TENANT).setup();
    }

    private Progress progress(SetupStep step) {
        return setup.state().of(step).progress();
    }

    @Test
    void aSetupBeginsWithTheClients() {
        assertThat(setup.state().current().orElseThrow().step()).isEqualTo(SetupStep.CLIENTS);
        assertThat(setup.state().steps()).allMatch(step -> step.progress() == Progress.OPEN && step.at() == null);
    }

    @Test
    void decisionsThatAreKeptAreGoneOnWithOnAnotherNode() {
        setup.keep(plan().createInQuickBooks(ALONE).skip(PAIRED).keepOut(customer), DANA);

        SetupState.Step step = onAnotherNode().state().of(SetupStep.CLIENTS);
        assertThat(step)
                .isEqualTo(new SetupState.Step(
                        SetupStep.CLIENTS,
                        Progress.IN_PROGRESS,
                        3,
                        1,
                        null,
                        "dana",
                        firm.fake.clock().instant()));
        ResumedPlan<SetupPlan> resumed = onAnotherNode().resume();
        assertThat(resumed.stale()).isEmpty();
        assertThat(resumed.plan().decisions())
                .containsExactlyInAnyOrder(
                        new SetupDecision(Action.CREATE_IN_QUICKBOOKS, ALONE, null),
                        new SetupDecision(Action.SKIP, PAIRED, null),
                        new SetupDecision(Action.KEEP_OUT, null, customer));
        assertThat(firm.fake.history().count("Customer", "create")).isZero();
    }

    @Test
    void whatCannotBeAnyMoreIsNamedWhenDecisionsAreTakenUpAgain() {
        setup.keep(plan().createInQuickBooks(ALONE).skip(PAIRED).link(OTHER, customer), DANA);
        firm.company.clients().sync(firm.client("c-2", "Only In The App"));

        ResumedPlan<SetupPlan> resumed = setup.resume();

        assertThat(resumed.stale()).containsExactly(new SetupDecision(Action.CREATE_IN_QUICKBOOKS, ALONE, null));
        assertThat(resumed.plan().decision(OTHER).orElseThrow().remote()).isEqualTo(customer);
        assertThat(resumed.plan().decision(PAIRED).orElseThrow().action()).isEqualTo(Action.SKIP);
    }

    @Test
    void aStepIsDoneWhenItsDecisionsAreCarriedOut() {
        SetupReport report = setup.apply(plan(), DANA);
        SetupState.Step step = setup.state().of(SetupStep.CLIENTS);
        assertThat(step.progress()).isEqualTo(Progress.DONE);
        assertThat(step.by()).isEqualTo("dana");
        assertThat(step.at()).isEqualTo(firm.fake.clock().instant());
        assertThat(step.run()).isEqualTo(report.run().id());
        assertThat(step.decided()).isEqualTo(1);
        assertThat(step.open()).isEqualTo(2);
        assertThat(setup.state().current().orElseThrow().step()).isEqualTo(SetupStep.SERVICE_ITEMS);
        assertThat(setup.resume().plan().decisions()).isEmpty();
    }

    @Test
    void eachLaterStepCanBeSkippedAndDoneAfterAll() {
        KindSettings before = firm.company.settings().of(RecordKind.PAYMENT);
        setup.complete(SetupStep.CLIENTS, DANA);
        setup.skip(SetupStep.SERVICE_ITEMS, DANA);
        assertThat(setup.skip(SetupStep.PAYMENTS, DANA).finished()).isTrue();
        assertThat(setup.skip(SetupStep.PAYMENTS, DANA).finished()).isTrue();
        assertThat(progress(SetupStep.SERVICE_ITEMS)).isEqualTo(Progress.SKIPPED);
        assertThat(Firm.kinds())
                .as("every kind but the first belongs to a step that can be skipped")
                .filteredOn(kind -> firm.company.settings().of(kind).createInQuickBooks())
                .containsExactly(RecordKind.CLIENT);
        assertThat(firm.company.settings().of(RecordKind.INVOICE).createInQuickBooks())
                .isFalse();

        setup.complete(SetupStep.PAYMENTS, DANA);
        setup.serviceItems().apply(setup.serviceItems().preview(), DANA);
        assertThat(firm.company.settings().of(RecordKind.PAYMENT)).isEqualTo(before);
        assertThat(firm.company.settings().of(RecordKind.INVOICE).createInQuickBooks())
                .isTrue();
        assertThat(progress(SetupStep.SERVICE_ITEMS)).isEqualTo(Progress.DONE);
        assertThatThrownBy(() -> setup.skip(SetupStep.CLIENTS, DANA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CLIENTS cannot be skipped");
    }

    @Test
    void aRestartAsksAllOverAndKeepsLinksAndDecisions() {
        setup.apply(plan().keepOut(ALONE), DANA);
        setup.skip(SetupStep.PAYMENTS, DANA);

        SetupState state = setup.restart(Applying.standard().by("kim"));

        assertThat(state.steps()).allMatch(step -> step.progress() == Progress.OPEN && "kim".equals(step.by()));
        assertThat(firm.company.settings().of(RecordKind.PAYMENT).createInQuickBooks())
                .isTrue();
        SetupPlan again = setup.preview();
        assertThat(again.matches()).allMatch(SetupClient::linked);
        assertThat(again.decidedBefore()).extracting(DecidedBefore::by).containsExactly("dana");
        assertThat(again.open()).extracting(SetupClient::id).containsExactly(OTHER);
    }

    @Test
    void aPlanOfAnotherFirmOrCompanyIsRefusedWhole() {
        String json = plan().toJson();
        for (String[] edit : new String[][] {
            {"\"tenant\":\"firm-1\"", "\"tenant\":\"firm-2\""},
            {"\"realm\":\"" + firm.books.realmId() + "\"", "\"realm\":\"9130350000000009\""}
        }) {
            SetupPlan foreign = SetupPlan.fromJson(json.replace(edit[0], edit[1]));
            assertThatThrownBy(() -> setup.apply(foreign))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("preview again");
            assertThatThrownBy(() -> setup.keep(foreign, DANA)).isInstanceOf(IllegalArgumentException.class);
        }
        assertNothingHappened();
    }

    @Test
    void aPlanOtherThanTheApprovedOneIsRefusedWhole() {
        SetupPlan plan = plan();
        Applying approved = DANA.approved(plan.digest());
        assertThatThrownBy(() -> setup.apply(plan.createInQuickBooks(ALONE), approved))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("digest: the plan is not the one that was approved");
        assertNothingHappened();
        assertThat(setup.apply(SetupPlan.fromJson(plan.toJson()), approved).counts())
                .containsOnly(Map.entry(Result.LINKED, 1));
    }

    @Test
    void aPlanThatUsesOneCustomerTwiceIsRefusedWholeWithTheLineAtFault() {
        String json = plan().toJson();
        String twice = json.replace(
                "\"decisions\":[",
                "\"decisions\":[{\"action\":\"LINK\",\"local\":\"c-2\",\"remote\":\"" + customer + "\"},");
        assertThatThrownBy(() -> SetupPlan.fromJson(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("decisions[1]: customer " + customer + " is used already in decisions[0]");
        String strange = json.replace("\"decisions\":[", "\"decisions\":[{\"action\":\"SKIP\",\"local\":\"c-9\"},");
        assertThatThrownBy(() -> SetupPlan.fromJson(strange)).hasMessageContaining("decisions[0]: client c-9");
        String halved = json.replace("\"decisions\":[", "\"decisions\":[{\"action\":\"LINK\",\"local\":\"c-2\"},");
        assertThatThrownBy(() -> SetupPlan.fromJson(halved))
                .hasMessageContaining("decisions[0]: LINK is not said of such records");
        String again = json.replace("\"decisions\":[", "\"decisions\":[{\"action\":\"SKIP\",\"local\":\"c-1\"},");
        assertThatThrownBy(() -> SetupPlan.fromJson(again))
                .hasMessageContaining("decisions[1]: client c-1 is decided about already in decisions[0]");
    }

    @Test
    void decisionsFromABrowserWinOverThoseThatThePlanMade() {
        SetupPlan plan = plan().decide(List.of(new SetupDecision(Action.LINK, ALONE, customer)));
        assertThat(plan.decisions()).containsExactly(new SetupDecision(Action.LINK, ALONE, customer));
    }

    private void assertNothingHappened() {
        assertThat(setup.runs()).isEmpty();
        assertThat(setup.state().steps()).allMatch(step -> step.progress() == Progress.OPEN);
        assertThat(firm.company.clients().status(PAIRED).remoteId()).isNull();
        assertThat(firm.fake.history().count("Customer", "create")).isZero();
    }
}
