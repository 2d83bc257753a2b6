package dev.tieout.qbo.sync.internal.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.LocalId;
import dev.tieout.RecordKind;
import dev.tieout.qbo.json.internal.Json;
import dev.tieout.qbo.sync.internal.decide.Decision.Step;
import dev.tieout.qbo.sync.internal.decide.Question.Obstacle;
import dev.tieout.qbo.sync.internal.decide.Question.Times;
import dev.tieout.qbo.sync.internal.row.Agreement;
import dev.tieout.qbo.sync.internal.row.Agreement.Choice;
import dev.tieout.qbo.sync.internal.row.Facts;
import dev.tieout.qbo.sync.internal.row.Intent;
import dev.tieout.qbo.sync.internal.row.Pair;
import dev.tieout.qbo.sync.internal.row.People;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.qbo.sync.internal.row.Refusal;
import dev.tieout.qbo.sync.internal.row.Sight;
import dev.tieout.qbo.sync.internal.row.Trouble;
import dev.tieout.qbo.sync.internal.row.Want;
import dev.tieout.sync.Accepted;
import dev.tieout.sync.ConflictPolicy;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.KindSettings;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A situation in words: what the app has, what QuickBooks has, what was agreed; fields are written {@code memo=a}. */
final class Situation {
    static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    private static final RecordRef PARENT = new RecordRef(RecordKind.CLIENT, LocalId.of("c-1"));

    private boolean twoWay;
    private KindSettings settings;
    private Projection app = Projection.EMPTY;
    private Projection there;
    private final Map<String, Pair> base = new TreeMap<>();
    private final Map<String, Pair> kept = new TreeMap<>();
    private final Map<String, Pair> told = new TreeMap<>();
    private final Map<String, Choice> chosen = new TreeMap<>();
    private boolean linked = true;
    private Want.End end = Want.End.KEEP;
    private boolean asked;
    private Sight.Gone gone = Sight.Gone.THERE;
    private Intent intent;
    private Refusal refusal;
    private Trouble trouble;
    private People people = People.NONE;
    private Obstacle obstacle;
    private SyncProblem endObstacle;
    private Question.Locked locked;
    private boolean acceptTotals;
    private boolean beforeStart;
    private boolean connected = true;

    static Situation list() {
        Situation s = new Situation();
        s.twoWay = true;
        s.settings = KindSettings.lists();
        return s;
    }

    static Situation money() {
        Situation s = new Situation();
        s.settings = KindSettings.money();
        return s;
    }

    Situation policy(ConflictPolicy policy) {
        settings = settings.withConflicts(policy);
        return this;
    }

    Situation settings(KindSettings value) {
        settings = value;
        return this;
    }

    Situation app(String... fields) {
        app = projection(fields);
        return this;
    }

    Situation quickBooks(String... fields) {
        there = projection(fields);
        return this;
    }

    /** Both last agreed at these values. */
    Situation agreed(String... fields) {
        Projection both = projection(fields);
        both.members().forEach(m -> base.put(m, Pair.of(m, both, both)));
        return this;
    }

    /** They differed, and someone accepted it. */
    Situation accepted(String member, String app, String quickBooks, Accepted.By by) {
        base.put(member, pair(member, app, quickBooks).accepted(by, NOW));
        return this;
    }

    Situation kept(String member, String sent, String answered) {
        kept.put(member, pair(member, sent, answered));
        return this;
    }

    Situation told(String member, String app, String quickBooks) {
        told.put(member, pair(member, app, quickBooks));
        return this;
    }

    Situation chosen(Side side, String member, String app, String quickBooks) {
        chosen.put(member, new Choice(side, pair(member, app, quickBooks)));
        return this;
    }

    Situation unlinked() {
        linked = false;
        there = null;
        return this;
    }

    Situation wanting(Want.End value) {
        end = value;
        return this;
    }

    Situation asked() {
        asked = true;
        return this;
    }

    Situation gone(Sight.Gone how) {
        gone = how;
        return this;
    }

    /** A write is out since some time; {@code doubt} is why a repeat cannot establish its outcome. */
    Situation sent(Intent.Operation operation, Duration ago, String doubt, String... hits) {
        intent = new Intent(
                operation, "r1", null, "{}", app, List.of(), NOW.minus(ago), NOW.minus(ago), doubt, List.of(hits));
        return this;
    }

    Situation refused(ProblemCause cause, String about) {
        refusal = new Refusal(problem(cause), about, NOW.plusSeconds(60));
        return this;
    }

    Situation troubledUntil(Instant moment) {
        trouble = new Trouble(problem(ProblemCause.UNAVAILABLE), 1, moment);
        return this;
    }

    Situation out(KeptOut how) {
        people = people.out(how, "7");
        return this;
    }

    Situation perhaps(String remoteId) {
        people = people.asking(remoteId);
        return this;
    }

    Situation waitingForParent() {
        obstacle = new Obstacle.Parent(PARENT, PARENT, null);
        return this;
    }

    Situation blockedBy(ProblemCause cause) {
        obstacle = new Obstacle.Problem(problem(cause));
        return this;
    }

    Situation cannotEnd(ProblemCause cause) {
        endObstacle = problem(cause);
        return this;
    }

    Situation locked(String member) {
        locked = new Question.Locked(Set.of(member), problem(ProblemCause.IN_DEPOSIT));
        return this;
    }

    Situation acceptingTotals() {
        acceptTotals = true;
        return this;
    }

    Situation disconnected() {
        connected = false;
        return this;
    }

    Situation beforeStart() {
        beforeStart = true;
        return this;
    }

    Decision decision() {
        Sight sight = linked ? new Sight("{}", 1, NOW, gone) : null;
        Facts facts = new Facts(
                new Want("{}", null, 1, end, asked),
                sight,
                new Agreement(base, kept, told, chosen, Map.of()),
                intent,
                refusal,
                trouble,
                people,
                List.of());
        FieldRules rules = new FieldRules(
                twoWay,
                twoWay ? Set.of() : Set.of("OtherLines", "Total"),
                twoWay ? Set.of() : Set.of("Total"),
                Map.of("Total", member -> member.startsWith("Line#") || member.equals("OtherLines")),
                Set.of("NameSuffix"),
                twoWay ? "Active" : "",
                (field, value) -> value.strip().toLowerCase(Locale.ROOT));
        Question question = new Question(
                facts,
                linked,
                obstacle == null ? app : null,
                obstacle,
                linked ? (there == null ? Projection.EMPTY : there) : null,
                endObstacle,
                locked,
                rules,
                settings,
                beforeStart,
                acceptTotals,
                Set.of(),
                Set.of(),
                "now",
                connected,
                Times.STANDARD,
                NOW);
        Decision decision = Decide.decide(question);
        assertThat(Recorded.read(Recorded.write(PARENT, question, decision), kind -> rules)
                        .decideAgain())
                .as("what was recorded is decided as it was")
                .isEqualTo(Json.write(DecisionJson.members(decision)));
        return decision;
    }

    Step step() {
        return decision().step();
    }

    static SyncProblem problem(ProblemCause cause) {
        return new SyncProblem(cause, "message", "remedy", null, null, null, null, null, NOW);
    }

    private static Pair pair(String member, String app, String quickBooks) {
        return Pair.of(member, value(member, app), value(member, quickBooks));
    }

    private static Projection value(String member, String value) {
        return value == null ? Projection.EMPTY : Projection.of(Map.of(member, value));
    }

    private static Projection projection(String... fields) {
        Map<String, String> map = new TreeMap<>();
        for (String field : fields) {
            int at = field.indexOf('=');
            map.put(field.substring(0, at), field.substring(at + 1));
        }
        return Projection.of(map);
    }
}
