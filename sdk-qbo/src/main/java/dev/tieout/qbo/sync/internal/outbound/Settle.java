package dev.tieout.qbo.sync.internal.outbound;

import dev.tieout.RemoteId;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.decide.Decision;
import dev.tieout.qbo.sync.internal.decide.FieldRules;
import dev.tieout.qbo.sync.internal.decide.Verdict;
import dev.tieout.qbo.sync.internal.kind.Kind;
import dev.tieout.qbo.sync.internal.row.Agreement;
import dev.tieout.qbo.sync.internal.row.Agreement.Choice;
import dev.tieout.qbo.sync.internal.row.Facts;
import dev.tieout.qbo.sync.internal.row.Intent;
import dev.tieout.qbo.sync.internal.row.Intent.Operation;
import dev.tieout.qbo.sync.internal.row.Pair;
import dev.tieout.qbo.sync.internal.row.People;
import dev.tieout.qbo.sync.internal.row.Projection;
import dev.tieout.qbo.sync.internal.row.RecordRow;
import dev.tieout.qbo.sync.internal.row.Refusal;
import dev.tieout.qbo.sync.internal.row.Sight;
import dev.tieout.qbo.sync.internal.row.Sight.Gone;
import dev.tieout.qbo.sync.internal.row.Want;
import dev.tieout.sync.Accepted;
import dev.tieout.sync.Blame;
import dev.tieout.sync.KeptOut;
import dev.tieout.sync.ProblemCause;
import dev.tieout.sync.RecordRef;
import dev.tieout.sync.Side;
import dev.tieout.sync.SyncAttempt;
import dev.tieout.sync.SyncProblem;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

// Longer than others: the endings are told apart only where they stand beside each other.
/** What becomes of a record's facts by what happened to it: each method is one ending. */
public final class Settle {
    private Settle() {}

    /** What is said of a record was seen in QuickBooks; what is older than what was seen before says nothing. */
    public static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> RecordRow seen(
            Kind<L, E> kind, RecordRow row, E entity, Instant at) {
        long token = token(entity);
        @Nullable Sight before = row.facts().sight();
        if (!isOf(row, entity) || (before != null && token < before.token())) {
            return row;
        }
        @Nullable Want want = row.facts().want();
        // The app's record can only say that it is not: it need not be read for what does not look void.
        boolean isVoid =
                kind.isVoid(entity, null) && kind.isVoid(entity, want == null ? null : kind.decode(want.record()));
        Gone gone = isVoid ? Gone.VOID : Gone.THERE;
        return row.with(row.facts().with(new Sight(entity.toJson(), token, at, gone)));
    }

    /** A link may have moved while another record was read or written: what was seen of that one says nothing. */
    private static boolean isOf(RecordRow row, QboEntity entity) {
        @Nullable RemoteId linked = row.remoteId();
        return linked == null
                || entity.id().map(id -> id.equals(linked.value())).orElse(false);
    }

    public static RecordRow deleted(RecordRow row, Instant at) {
        @Nullable Sight before = row.facts().sight();
        Sight gone = before == null ? new Sight("{}", 0, at, Gone.DELETED) : before.gone(Gone.DELETED, at);
        return row.with(row.facts().with(gone).withoutIntent());
    }

    /** QuickBooks carried a write out and said so. */
    static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> RecordRow arrived(
            Kind<L, E> kind, RecordRow row, Intent intent, E answer, boolean repeated, Instant now) {
        Facts facts = row.facts()
                .attempted(new SyncAttempt(
                        now, intent.operation().word(), intent.requestId(), repeated ? "replayed" : "ok", null))
                .withoutTrouble()
                .withoutRefusal();
        RecordRow next = linked(row.with(isOf(facts, intent) ? facts.withoutIntent() : facts), answer);
        if (!isOf(next, answer)) {
            return next;
        }
        if (intent.operation() == Operation.DELETE) {
            return deleted(next, now);
        }
        if (repeated && next.remoteId() != null) {
            // It proves only that the write happened. It may have been edited, or deleted, since.
            Facts written = isFirstAnswer(kind, intent, answer)
                    ? next.facts().with(agreedBy(kind, next.facts(), intent, answer, true))
                    : next.facts();
            return next.with(written.with(intent.doubted(Intent.REPEATED)));
        }
        next = seen(kind, next, answer, now);
        if (intent.operation() == Operation.VOID) {
            return next.with(next.facts().with(sight(next).gone(Gone.VOID, now)));
        }
        @Nullable Sight before = row.facts().sight();
        Agreement agreed = agreedBy(kind, next.facts(), intent, answer, true);
        if (intent.operation() == Operation.UPDATE && before != null) {
            agreed = Followed.by(kind, agreed, intent, kind.type().fromJson(before.entity()), answer);
        }
        return next.with(next.facts().with(agreed));
    }

    /**
     * Whether an answer says what the write left, and nothing of what came after: a repeat is given the first answer again
     * (QuickBooks fact P2.7), whose version is the next after the one that was written onto. From it on, what differs was
     * changed by somebody, and not lost.
     */
    private static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> boolean isFirstAnswer(
            Kind<L, E> kind, Intent intent, E answer) {
        return switch (intent.operation()) {
            case CREATE -> token(answer) == 0;
            case UPDATE -> token(answer) == token(kind.type().fromJson(intent.body())) + 1;
            case VOID, DELETE -> false;
        };
    }

    /** A write of unknown outcome was found to have happened, by reading the record. */
    static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> RecordRow found(
            Kind<L, E> kind, RecordRow row, Intent intent, E entity, Instant now) {
        Facts facts = row.facts().withoutTrouble();
        RecordRow next =
                seen(kind, linked(row.with(isOf(facts, intent) ? facts.withoutIntent() : facts), entity), entity, now);
        boolean keeps = isOf(next, entity)
                && (intent.operation() == Operation.CREATE || intent.operation() == Operation.UPDATE);
        return keeps ? next.with(next.facts().with(agreedBy(kind, next.facts(), intent, entity, false))) : next;
    }

    /** A write of unknown outcome certainly did not happen, now or later: its id is free. */
    static RecordRow freed(RecordRow row, Intent intent) {
        return isOf(row.facts(), intent) ? row.with(row.facts().withoutIntent().withoutTrouble()) : row;
    }

    static boolean isOf(Facts facts, Intent intent) {
        return facts.intent() != null && facts.intent().requestId().equals(intent.requestId());
    }

    /** What a person took apart while its create was out is not linked; what it would have been linked with is kept. */
    private static RecordRow linked(RecordRow row, QboEntity entity) {
        if (row.remoteId() != null) {
            return row;
        }
        RemoteId remote = remoteId(entity);
        People people = row.facts().people();
        return people.out() == KeptOut.UNMATCHED
                ? row.with(row.facts().with(people.out(KeptOut.UNMATCHED, remote.value())))
                : row.linkedTo(remote);
    }

    private static Sight sight(RecordRow row) {
        @Nullable Sight sight = row.facts().sight();
        if (sight == null) {
            throw new IllegalStateException("a record that was answered was seen");
        }
        return sight;
    }

    /**
     * What is agreed by a write: the answer is compared with what was sent, not with the newest wish.
     *
     * @param direct whether the entity is the answer to the write; else it was read later, and what differs may have been
     *     changed since
     */
    private static <L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> Agreement agreedBy(
            Kind<L, E> kind, Facts facts, Intent intent, E entity, boolean direct) {
        Projection before = facts.agreement().said();
        Projection carried = kind.renamed(intent.carried(), entity);
        Projection there = kind.there(entity, carried, before);
        FieldRules rules = kind.rules();
        boolean create = intent.operation() == Operation.CREATE;
        Set<String> written = new TreeSet<>(intent.fields());
        carried.members().stream()
                .filter(member -> !intent.carried().has(member))
                .forEach(written::add);
        Set<String> members = new TreeSet<>(carried.members());
        members.addAll(written);
        members.addAll(create ? there.members() : rules.stated());
        Map<String, Pair> moved = new HashMap<>();
        Map<String, Pair> kept = new HashMap<>();
        for (String member : members) {
            Pair pair = Pair.of(member, carried, there);
            boolean satisfied = rules.satisfied(member, carried, there, create ? null : before);
            boolean ours =
                    create || written.contains(member) || rules.computed().contains(member);
            if (satisfied) {
                moved.put(member, pair);
            } else if (ours && direct) {
                kept.put(member, pair);
            } else if (create && !facts.agreement().kept().containsKey(member)) {
                moved.put(member, Pair.of(member, carried, carried));
            }
        }
        return facts.agreement()
                .withBase(base -> {
                    Pair.settle(base, moved);
                    return base;
                })
                .withKept(all -> {
                    all.keySet().removeAll(moved.keySet());
                    all.putAll(kept);
                    return all;
                })
                .done(moved.keySet())
                .done(kept.keySet());
    }

    /** QuickBooks was just sent some members, and its answer leaves them to be sent again: it did not keep them. */
    static RecordRow notKept(RecordRow row, Set<String> members, Projection app, Projection there) {
        return row.with(row.facts().with(row.facts().agreement().withKept(kept -> {
            members.forEach(member -> kept.put(member, Pair.of(member, app, there)));
            return kept;
        })));
    }

    /** What follows from a decision about members: bases move, and who was told of what is kept. */
    static RecordRow fields(
            RecordRow row, Decision decision, Projection app, Projection there, boolean twoWay, Instant now) {
        Agreement agreement = row.facts().agreement();
        boolean first = agreement.base().isEmpty();
        Map<String, Pair> told = new HashMap<>();
        Set<String> done = new TreeSet<>();
        Map<String, Pair> moved = new HashMap<>();
        decision.fields().forEach((member, verdict) -> {
            Pair pair = Pair.of(member, app, there);
            switch (verdict) {
                case AGREED -> {
                    done.add(member);
                    moved.put(member, pair);
                }
                case ACCEPT_BY_POLICY -> moved.put(member, pair.accepted(Accepted.By.POLICY, now));
                case ACCEPT_BY_PERSON -> {
                    done.add(member);
                    moved.put(member, pair.accepted(Accepted.By.PERSON, now));
                }
                case LEFT -> {
                    // Only where the two first meet: what QuickBooks changes later, the app must not write over unasked
                    // with the first word it has to say.
                    if (first) {
                        moved.put(member, pair);
                    }
                }
                case TELL -> told.put(member, pair);
                default -> {
                    // Nothing is settled yet.
                }
            }
        });
        Agreement next = agreement
                .withBase(base -> {
                    Pair.settle(base, moved);
                    return base;
                })
                .withTold(told)
                .withKept(kept -> {
                    kept.keySet().removeAll(done);
                    kept.keySet().removeAll(moved.keySet());
                    return kept;
                })
                .done(done);
        if (first && twoWay) {
            // A first match writes the app's values, whoever wins later, but for what it leaves as QuickBooks has it.
            next = next.withChosen(chosen -> {
                decision.members(Verdict.WRITE)
                        .forEach(m -> chosen.put(m, new Choice(Side.APP, Pair.of(m, app, there))));
                decision.members(Verdict.TAKE_IN)
                        .forEach(m -> chosen.put(m, new Choice(Side.QUICKBOOKS, Pair.of(m, app, there))));
                return chosen;
            });
        }
        return next.equals(agreement) ? row : row.with(row.facts().with(next));
    }

    /** Another record of the app holds what this one was to be linked with: a person decides, and none is made. */
    public static RecordRow linkedTwice(
            RecordRow row, String entity, RemoteId remoteId, @Nullable RecordRef holder, Instant now) {
        SyncProblem problem = new SyncProblem(
                ProblemCause.LINKED_TWICE,
                "QuickBooks has one record for this one and for "
                        + (holder == null ? "another record of the app" : holder) + ".",
                "Merge the two in the app as well, or unmatch the other one and match this one.",
                null,
                null,
                null,
                new Blame(entity, remoteId, holder, null),
                null,
                now);
        Facts facts = row.facts();
        return row.linkedTo(null)
                .with(new Facts(
                        facts.want(),
                        null,
                        Agreement.NONE,
                        null,
                        new Refusal(problem, "", now),
                        null,
                        facts.people().asking(remoteId.value()),
                        facts.trail()));
    }

    static List<String> ids(List<? extends QboEntity> entities) {
        return entities.stream().map(e -> remoteId(e).value()).toList();
    }

    public static RemoteId remoteId(QboEntity entity) {
        return RemoteId.of(entity.id().orElseThrow(() -> new IllegalStateException("QuickBooks answered without Id")));
    }

    public static long token(QboEntity entity) {
        return entity.syncToken().map(Settle::number).orElse(0L);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
