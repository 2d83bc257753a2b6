package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.qbo.setup.SetupDecision.Action;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is decided in a plan: one decision at most about each record, the latest last. Immutable. */
final class Decisions {
    private final String localWord;
    private final String remoteWord;
    /** By the record of the app, or by that of QuickBooks where the app has none. */
    private final Map<Object, SetupDecision> bySubject;

    private Decisions(String localWord, String remoteWord, Map<Object, SetupDecision> bySubject) {
        this.localWord = localWord;
        this.remoteWord = remoteWord;
        this.bySubject = bySubject;
    }

    /**
     * Decisions as they were kept.
     *
     * @param localWord what the app's records are called in messages
     * @param remoteWord what those of QuickBooks are called
     */
    static Decisions of(String localWord, String remoteWord, Collection<SetupDecision> decisions) {
        return new Decisions(localWord, remoteWord, Map.of()).with(decisions);
    }

    String localWord() {
        return localWord;
    }

    String remoteWord() {
        return remoteWord;
    }

    List<SetupDecision> list() {
        return List.copyOf(bySubject.values());
    }

    int size() {
        return bySubject.size();
    }

    Optional<SetupDecision> about(LocalId local) {
        return Optional.ofNullable(bySubject.get(local));
    }

    boolean undecided(LocalId local) {
        return !bySubject.containsKey(local);
    }

    /** The records of QuickBooks about which something is decided, by themselves or as a counterpart. */
    Set<RemoteId> remotes() {
        return bySubject.values().stream()
                .filter(SetupDecision::claims)
                .map(decision -> Objects.requireNonNull(decision.remote()))
                .collect(Collectors.toSet());
    }

    /**
     * Refuses decisions that cannot be carried out together, all of them: what comes back from a browser is input.
     *
     * @param locals the app's records in the plan
     * @param remotes QuickBooks' records in the plan
     * @throws IllegalArgumentException that names the line at fault
     */
    static void check(
            String localWord,
            String remoteWord,
            List<SetupDecision> decisions,
            Set<LocalId> locals,
            Set<RemoteId> remotes) {
        Map<Object, Integer> subjects = new HashMap<>();
        Map<RemoteId, Integer> claimed = new HashMap<>();
        for (int i = 0; i < decisions.size(); i++) {
            SetupDecision decision = decisions.get(i);
            String line = "decisions[" + i + "]: ";
            @Nullable LocalId local = decision.local();
            @Nullable RemoteId remote = decision.remote();
            if (!fits(decision)) {
                throw new IllegalArgumentException(
                        line + decision.action() + " is not said of such records: name " + needs(decision.action()));
            }
            if (local != null && !locals.contains(local)) {
                throw new IllegalArgumentException(
                        line + localWord + " " + local + " is not in this plan: preview again");
            }
            if (remote != null && !remotes.contains(remote)) {
                throw new IllegalArgumentException(
                        line + remoteWord + " " + remote + " is not in this plan: preview again");
            }
            @Nullable Integer before = subjects.put(decision.subject(), i);
            if (before != null) {
                throw new IllegalArgumentException(
                        line + (local == null ? remoteWord + " " + remote : localWord + " " + local)
                                + " is decided about already in decisions[" + before + "]: keep one of the two");
            }
            before = decision.claims() ? claimed.put(Objects.requireNonNull(remote), i) : null;
            if (before != null) {
                throw new IllegalArgumentException(line + remoteWord + " " + remote
                        + " is used already in decisions[" + before + "]: one record of QuickBooks belongs to one "
                        + localWord);
            }
        }
    }

    private static boolean fits(SetupDecision decision) {
        boolean local = decision.local() != null;
        boolean remote = decision.remote() != null;
        return switch (decision.action()) {
            case LINK, NOT_THE_SAME -> local && remote;
            case CREATE_IN_QUICKBOOKS, SKIP, UNLINK -> local && !remote;
            case CREATE_IN_APP -> !local && remote;
            case KEEP_OUT, MAKE_INACTIVE -> local != remote;
        };
    }

    private static String needs(SetupDecision.Action action) {
        return switch (action) {
            case LINK, NOT_THE_SAME -> "one of the app and one of QuickBooks";
            case CREATE_IN_QUICKBOOKS, SKIP, UNLINK -> "one of the app alone";
            case CREATE_IN_APP -> "one of QuickBooks alone";
            case KEEP_OUT, MAKE_INACTIVE -> "one of either side alone";
        };
    }

    Decisions link(LocalId local, RemoteId remote) {
        concerning(remote).filter(d -> !local.equals(d.local())).ifPresent(d -> {
            throw new IllegalArgumentException(remoteWord + " " + remote + " is already to be "
                    + (d.local() != null
                            ? "linked with " + localWord + " " + d.local()
                            : switch (d.action()) {
                                case KEEP_OUT -> "kept out";
                                case MAKE_INACTIVE -> "made inactive";
                                default -> "created in the app";
                            })
                    + ": skip that first");
        });
        return without(new SetupDecision(Action.NOT_THE_SAME, local, remote))
                .with(List.of(new SetupDecision(Action.LINK, local, remote)));
    }

    Decisions createInQuickBooks(Collection<LocalId> locals) {
        return with(locals.stream()
                .map(local -> new SetupDecision(Action.CREATE_IN_QUICKBOOKS, local, null))
                .toList());
    }

    Decisions createInApp(RemoteId remote) {
        if (concerning(remote).filter(d -> d.action() == Action.LINK).isPresent()) {
            throw new IllegalArgumentException(
                    remoteWord + " " + remote + " is to be linked: skip its " + localWord + " first");
        }
        return createInApp(List.of(remote));
    }

    Decisions createInApp(Collection<RemoteId> remotes) {
        return with(remotes.stream()
                .map(remote -> new SetupDecision(Action.CREATE_IN_APP, null, remote))
                .toList());
    }

    Decisions skip(LocalId local) {
        return with(List.of(new SetupDecision(Action.SKIP, local, null)));
    }

    Decisions keepOut(LocalId local) {
        return with(List.of(new SetupDecision(Action.KEEP_OUT, local, null)));
    }

    Decisions keepOut(RemoteId remote) {
        concerning(remote).filter(d -> d.action() == Action.LINK).ifPresent(d -> {
            throw new IllegalArgumentException(
                    remoteWord + " " + remote + " is to be linked: skip its " + localWord + " first");
        });
        return with(List.of(new SetupDecision(Action.KEEP_OUT, null, remote)));
    }

    Decisions makeInactive(LocalId local) {
        return with(List.of(new SetupDecision(Action.MAKE_INACTIVE, local, null)));
    }

    Decisions makeInactive(RemoteId remote) {
        concerning(remote).filter(d -> d.action() == Action.LINK).ifPresent(d -> {
            throw new IllegalArgumentException(
                    remoteWord + " " + remote + " is to be linked: skip its " + localWord + " first");
        });
        return with(List.of(new SetupDecision(Action.MAKE_INACTIVE, null, remote)));
    }

    Decisions unlink(LocalId local) {
        return with(List.of(new SetupDecision(Action.UNLINK, local, null)));
    }

    /** A link that was to be made between the two is no more. */
    Decisions notTheSame(LocalId local, RemoteId remote) {
        return without(new SetupDecision(Action.LINK, local, remote))
                .with(List.of(new SetupDecision(Action.NOT_THE_SAME, local, remote)));
    }

    /** The same decisions and more of them, which win wherever both claim one record. */
    Decisions and(Collection<SetupDecision> more) {
        Set<RemoteId> claimed = of(localWord, remoteWord, more).remotes();
        Map<Object, SetupDecision> kept = new LinkedHashMap<>(bySubject);
        kept.values().removeIf(each -> each.claims() && claimed.contains(each.remote()));
        return new Decisions(localWord, remoteWord, kept).with(more);
    }

    private Decisions without(SetupDecision decision) {
        if (!decision.equals(bySubject.get(decision.subject()))) {
            return this;
        }
        Map<Object, SetupDecision> fewer = new LinkedHashMap<>(bySubject);
        fewer.remove(decision.subject());
        return new Decisions(localWord, remoteWord, fewer);
    }

    private Optional<SetupDecision> concerning(RemoteId remote) {
        return bySubject.values().stream()
                .filter(d -> d.claims() && remote.equals(d.remote()))
                .findFirst();
    }

    private Decisions with(Collection<SetupDecision> more) {
        Map<Object, SetupDecision> next = new LinkedHashMap<>(bySubject);
        for (SetupDecision decision : more) {
            Object subject = decision.subject();
            next.remove(subject);
            next.put(subject, decision);
        }
        return new Decisions(localWord, remoteWord, next);
    }
}
