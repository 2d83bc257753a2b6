// Over 300 lines: one short fact after another about one thing.
package dev.tieout.qbo.sync.internal.decide;

import static dev.tieout.qbo.sync.internal.decide.Situation.NOW;
import static dev.tieout.qbo.sync.internal.decide.Situation.list;
import static dev.tieout.qbo.sync.internal.decide.Situation.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.qbo.sync.internal.decide.Decision.Step;
import dev.tieout.qbo.sync.internal.row.Intent;
import dev.tieout.qbo.sync.internal.row.Intent.Operation;
import dev.tieout.qbo.sync.internal.row.Sight.Gone;
import dev.tieout.qbo.sync.internal.row.Want.End;
import dev.tieout.sync.Accepted;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.Side;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engine decides, situation by situation: the table of {@code docs/architecture.md} as a test, row by row. */
class DecisionTableTest {
    private static final Step NOTHING = new Step.Nothing();

    private static Step update(String... members) {
        return new Step.Update(Set.of(members));
    }

    private static Step takeIn(String... members) {
        return new Step.TakeIn(Set.of(members));
    }

    private static Step ask(String... members) {
        return new Step.Ask(Set.of(members));
    }

    private static Arguments row(String number, String situation, Situation facts, Step expected) {
        return Arguments.of(number + " " + situation, facts, expected);
    }

    static Stream<Arguments> oneField() {
        Situation bothChanged = money().app("memo=app").quickBooks("memo=qb").agreed("memo=old");
        return Stream.of(
                row(
                        "1.1",
                        "both hold the same",
                        list().app("a=x").quickBooks("a=x").agreed("a=x"),
                        NOTHING),
                row(
                        "1.1",
                        "both hold the same",
                        money().app("a=x").quickBooks("a=x").agreed("a=x"),
                        NOTHING),
                row(
                        "1.2",
                        "the app changed",
                        list().app("a=y").quickBooks("a=x").agreed("a=x"),
                        update("a")),
                row(
                        "1.2",
                        "the app changed",
                        money().app("a=y").quickBooks("a=x").agreed("a=x"),
                        update("a")),
                row(
                        "1.2",
                        "the app changed, the switch is off",
                        list().settings(KindSettings.lists().withEditInQuickBooks(false))
                                .app("a=y")
                                .quickBooks("a=x")
                                .agreed("a=x"),
                        NOTHING),
                row(
                        "1.3",
                        "QuickBooks changed",
                        list().app("a=x").quickBooks("a=y").agreed("a=x"),
                        takeIn("a")),
                row(
                        "1.3",
                        "QuickBooks changed, edits stay out of the app",
                        list().settings(KindSettings.lists().withEditInApp(false))
                                .app("a=x")
                                .quickBooks("a=y")
                                .agreed("a=x"),
                        NOTHING),
                row("1.3", "ASK", money().app("a=x").quickBooks("a=y").agreed("a=x"), ask("a")),
                row(
                        "1.3",
                        "APP_WINS",
                        money().policy(ConflictPolicy.APP_WINS)
                                .app("a=x")
                                .quickBooks("a=y")
                                .agreed("a=x"),
                        update("a")),
                row(
                        "1.3",
                        "QUICKBOOKS_WINS",
                        money().policy(ConflictPolicy.QUICKBOOKS_WINS)
                                .app("a=x")
                                .quickBooks("a=y")
                                .agreed("a=x"),
                        NOTHING),
                row(
                        "1.4",
                        "both changed, the app wins",
                        list().app("a=1").quickBooks("a=2").agreed("a=0"),
                        update("a")),
                row(
                        "1.4",
                        "both changed, QuickBooks wins",
                        list().policy(ConflictPolicy.QUICKBOOKS_WINS)
                                .app("a=1")
                                .quickBooks("a=2")
                                .agreed("a=0"),
                        takeIn("a")),
                row(
                        "1.4",
                        "both changed, ask",
                        list().policy(ConflictPolicy.ASK)
                                .app("a=1")
                                .quickBooks("a=2")
                                .agreed("a=0"),
                        ask("a")),
                row("1.4", "both changed, money", bothChanged, ask("memo")),
                row(
                        "1.5",
                        "one field is told, the app edits another",
                        money().app("a=x", "b=new").quickBooks("a=y", "b=old").agreed("a=x", "b=old"),
                        update("b")),
                row(
                        "1.5",
                        "one field is in conflict, QuickBooks has news in another",
                        list().policy(ConflictPolicy.ASK)
                                .app("a=1", "b=old")
                                .quickBooks("a=2", "b=new")
                                .agreed("a=0", "b=old"),
                        takeIn("b")),
                row(
                        "1.6",
                        "a person says the app",
                        money().app("a=x").quickBooks("a=y").agreed("a=x").chosen(Side.APP, "a", "x", "y"),
                        update("a")),
                row(
                        "1.6",
                        "a person says QuickBooks, two ways",
                        list().policy(ConflictPolicy.ASK)
                                .app("a=1")
                                .quickBooks("a=2")
                                .agreed("a=0")
                                .chosen(Side.QUICKBOOKS, "a", "1", "2"),
                        takeIn("a")),
                row(
                        "1.6",
                        "a person says QuickBooks, money",
                        money().app("a=x").quickBooks("a=y").agreed("a=x").chosen(Side.QUICKBOOKS, "a", "x", "y"),
                        NOTHING),
                row(
                        "1.6",
                        "what a person said was about other values",
                        money().app("a=x").quickBooks("a=z").agreed("a=x").chosen(Side.APP, "a", "x", "y"),
                        ask("a")),
                row(
                        "1.7",
                        "told, then made equal",
                        money().app("a=y").quickBooks("a=y").agreed("a=x").told("a", "x", "y"),
                        NOTHING),
                row(
                        "1.8",
                        "the policy changed while told, of a list",
                        list().policy(ConflictPolicy.APP_WINS)
                                .app("a=x")
                                .quickBooks("a=y")
                                .agreed("a=z")
                                .told("a", "x", "y"),
                        update("a")),
                row(
                        "1.8",
                        "the policy changed while told, of a list, the other way",
                        list().policy(ConflictPolicy.QUICKBOOKS_WINS)
                                .app("a=x")
                                .quickBooks("a=y")
                                .agreed("a=z")
                                .told("a", "x", "y"),
                        takeIn("a")),
                row(
                        "1.8",
                        "the policy changed while told, of money",
                        money().policy(ConflictPolicy.APP_WINS)
                                .app("a=x")
                                .quickBooks("a=y")
                                .agreed("a=x")
                                .told("a", "x", "y"),
                        ask("a")),
                row(
                        "1.9",
                        "first match writes the app's values",
                        list().app("a=x").quickBooks("a=y"),
                        update("a")),
                row("1.9", "what the app lacks survives", list().quickBooks("a=y"), NOTHING),
                row("1.9", "first match of money is told", money().app("a=x").quickBooks("a=y"), ask("a")),
                row(
                        "1.9",
                        "whatever the policy",
                        money().policy(ConflictPolicy.APP_WINS).app("a=x").quickBooks("a=y"),
                        ask("a")),
                row(
                        "1.11",
                        "the app cleared it",
                        list().app("b=1").quickBooks("a=x", "b=1").agreed("a=x", "b=1"),
                        update("a")),
                row(
                        "1.12",
                        "the app never had it",
                        money().app("b=1").quickBooks("a=x", "b=1").agreed("b=1"),
                        NOTHING),
                row(
                        "1.13",
                        "only the form differs",
                        list().app("a=X ").quickBooks("a=x").agreed("a=old"),
                        NOTHING),
                row(
                        "1.14",
                        "lines of a bookkeeper are a difference",
                        money().app("b=1", "Total=10")
                                .quickBooks("b=1", "OtherLines=discount", "Total=9")
                                .agreed("b=1", "Total=10"),
                        ask("OtherLines", "Total")),
                row(
                        "6.3",
                        "put out of use in QuickBooks, perhaps merged",
                        list().app("Active=true").quickBooks("Active=false").agreed("Active=true"),
                        ask("Active")),
                row(
                        "6.3",
                        "in use again",
                        list().app("Active=false").quickBooks("Active=true").agreed("Active=false"),
                        takeIn("Active")),
                row(
                        "6.4",
                        "a name in use bears the suffix",
                        list().app("a=x")
                                .quickBooks("a=x", "NameSuffix=(deleted)")
                                .agreed("a=x"),
                        update("NameSuffix")));
    }

    static Stream<Arguments> endsPeopleAndSwitches() {
        return Stream.of(
                row(
                        "2.1",
                        "an end outlives an edit",
                        money().wanting(End.VOID).app("a=y").quickBooks("a=x").agreed("a=x"),
                        new Step.Void()),
                row(
                        "2.2",
                        "void before it was sent",
                        money().unlinked().wanting(End.VOID),
                        new Step.StayOut(KeptOut.ENDED_BEFORE_SENT)),
                row(
                        "2.3",
                        "void wanted, the create's answer is out",
                        money().unlinked().wanting(End.VOID).sent(Operation.CREATE, Duration.ofMinutes(5), null),
                        new Step.Resend()),
                row("2.5", "void wanted, void there", money().wanting(End.VOID).gone(Gone.VOID), NOTHING),
                row(
                        "2.5",
                        "void wanted, deleted there",
                        money().wanting(End.VOID).gone(Gone.DELETED),
                        NOTHING),
                row("2.5", "delete wanted", money().wanting(End.DELETE), new Step.Delete()),
                row(
                        "2.6",
                        "unmatched",
                        list().unlinked().app("a=x").out(KeptOut.UNMATCHED),
                        new Step.StayOut(KeptOut.UNMATCHED)),
                row(
                        "2.6",
                        "unmatched while its create's answer is out: not sent again, and looked for",
                        list().unlinked()
                                .app("a=x")
                                .out(KeptOut.UNMATCHED)
                                .sent(Operation.CREATE, Duration.ofMinutes(11), null),
                        new Step.Probe()),
                row(
                        "2.6",
                        "kept out, and linked",
                        list().app("a=y").quickBooks("a=x").agreed("a=x").out(KeptOut.BY_PERSON),
                        new Step.StayOut(KeptOut.BY_PERSON)),
                row(
                        "2.8",
                        "switch off",
                        list().settings(KindSettings.lists().withCreateInQuickBooks(false))
                                .unlinked()
                                .app("a=x"),
                        new Step.StayOut(KeptOut.SWITCHED_OFF)),
                row(
                        "2.8",
                        "before the start date",
                        money().unlinked().app("a=x").beforeStart(),
                        new Step.StayOut(KeptOut.BEFORE_START)),
                row(
                        "2.8",
                        "before the start date, a person asks",
                        money().unlinked().app("a=x").beforeStart().asked(),
                        new Step.Create()),
                row(
                        "2.8",
                        "switch off, a person asks",
                        list().settings(KindSettings.lists().withCreateInQuickBooks(false))
                                .unlinked()
                                .app("a=x")
                                .asked(),
                        new Step.Create()),
                row("3.1", "a parent is on its way", money().unlinked().waitingForParent(), waiting()),
                row("3.4", "an update names a parent on its way", money().waitingForParent(), waiting()),
                row("4.14", "deleted there, edited here", money().app("a=y").gone(Gone.DELETED), new Step.Gone()),
                row("6.12", "void there", money().app("a=y").gone(Gone.VOID), new Step.Gone()));
    }

    private static Step waiting() {
        return money().waitingForParent().step();
    }

    static Stream<Arguments> writesAndOutcomes() {
        Duration minutes = Duration.ofMinutes(5);
        return Stream.of(
                row("4.1", "answer lost", money().unlinked().sent(Operation.CREATE, minutes, null), new Step.Resend()),
                row(
                        "4.1",
                        "a repeat was answered: read once before any verdict",
                        money().sent(Operation.CREATE, minutes, Intent.REPEATED),
                        new Step.Probe()),
                row(
                        "4.2",
                        "a repeat was refused, it may still arrive",
                        money().unlinked().sent(Operation.CREATE, minutes, "2500"),
                        new Step.WaitUntil(NOW.minus(minutes).plus(Duration.ofMinutes(10)), null)),
                row(
                        "4.2",
                        "a repeat was refused, nothing can arrive any more",
                        money().unlinked().sent(Operation.CREATE, Duration.ofMinutes(11), "2500"),
                        new Step.Probe()),
                row(
                        "4.2",
                        "a repeated update was refused",
                        money().sent(Operation.UPDATE, minutes, "5010"),
                        new Step.Probe()),
                row(
                        "4.3",
                        "an edit while the answer is out",
                        money().unlinked().app("a=y").sent(Operation.CREATE, minutes, null),
                        new Step.Resend()),
                row(
                        "4.4",
                        "the memory of ids is over",
                        money().unlinked().sent(Operation.CREATE, Duration.ofHours(25), null),
                        new Step.Probe()),
                row(
                        "4.6",
                        "several could be it",
                        money().unlinked().sent(Operation.CREATE, Duration.ofHours(1), "2500", "7", "8"),
                        new Step.Unclear()),
                row(
                        "4.8",
                        "a write is under way on another node",
                        money().unlinked().sent(Operation.CREATE, Duration.ofSeconds(10), null),
                        new Step.WaitUntil(NOW.minusSeconds(10).plusSeconds(240), null)),
                row(
                        "4.13",
                        "QuickBooks kept another value",
                        money().app("ClassRef=7", "b=1")
                                .quickBooks("b=1")
                                .agreed("b=1")
                                .kept("ClassRef", "7", null),
                        new Step.NotKept(Set.of("ClassRef"))),
                row(
                        "4.13",
                        "and the app wants another by now",
                        money().app("ClassRef=8", "b=1")
                                .quickBooks("b=1")
                                .agreed("b=1")
                                .kept("ClassRef", "7", null),
                        update("ClassRef")),
                row(
                        "4.13",
                        "another total, accepted by policy",
                        money().app("Total=10")
                                .quickBooks("Total=11")
                                .agreed("b=1")
                                .acceptingTotals(),
                        NOTHING),
                row(
                        "4.13",
                        "another total, accepted by a person",
                        money().app("Total=10")
                                .quickBooks("Total=11")
                                .accepted("Total", "10", "11", Accepted.By.PERSON),
                        NOTHING));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"oneField", "endsPeopleAndSwitches", "writesAndOutcomes"})
    void decides(String row, Situation facts, Step expected) {
        assertThat(facts.step()).isEqualTo(expected);
    }

    static Stream<Arguments> blocked() {
        Situation edited = money().app("a=y").quickBooks("a=x").agreed("a=x");
        return Stream.of(
                Arguments.of(
                        "1.15 wrong currency",
                        money().blockedBy(ProblemCause.WRONG_CURRENCY),
                        ProblemCause.WRONG_CURRENCY),
                Arguments.of(
                        "2.4 a payment is in the way",
                        money().wanting(End.VOID).cannotEnd(ProblemCause.HAS_PAYMENT),
                        ProblemCause.HAS_PAYMENT),
                Arguments.of(
                        "2.7 client kept out",
                        money().unlinked().blockedBy(ProblemCause.PARENT_OUT),
                        ProblemCause.PARENT_OUT),
                Arguments.of("2.15 in a deposit", edited.locked("a"), ProblemCause.IN_DEPOSIT),
                Arguments.of(
                        "5.1 refused, nothing changed",
                        money().unlinked().app("a=x").refused(ProblemCause.CLOSED_PERIOD, "now"),
                        ProblemCause.CLOSED_PERIOD),
                Arguments.of(
                        "6.8 perhaps the same", list().unlinked().app("a=x").perhaps("7"), ProblemCause.PERHAPS_SAME));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blocked")
    void blocks(String row, Situation facts, ProblemCause cause) {
        assertThat(facts.step())
                .isInstanceOfSatisfying(
                        Step.Blocked.class, b -> assertThat(b.problem().cause()).isEqualTo(cause));
    }

    static Stream<Arguments> goesOn() {
        return Stream.of(
                Arguments.of(
                        "5.2 refused, something changed",
                        money().unlinked().app("a=x").refused(ProblemCause.CLOSED_PERIOD, "then"),
                        Step.Create.class),
                Arguments.of(
                        "2.15 the rest is written",
                        money().app("a=y", "b=2")
                                .quickBooks("a=x", "b=1")
                                .agreed("a=x", "b=1")
                                .locked("a"),
                        Step.Update.class),
                Arguments.of("5.5 disconnected", money().unlinked().app("a=x").disconnected(), Step.WaitUntil.class),
                Arguments.of(
                        "5.5 disconnected, a write is out",
                        money().unlinked()
                                .sent(Operation.CREATE, Duration.ofDays(3), null)
                                .disconnected(),
                        Step.WaitUntil.class),
                Arguments.of(
                        "5.7 the host threw",
                        list().app("a=x").quickBooks("a=y").agreed("a=x").troubledUntil(NOW.plusSeconds(60)),
                        Step.WaitUntil.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goesOn")
    void goesOn(String row, Situation facts, Class<? extends Step> expected) {
        assertThat(facts.step()).isInstanceOf(expected);
    }
}
