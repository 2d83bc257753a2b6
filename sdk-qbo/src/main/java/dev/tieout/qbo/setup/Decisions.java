package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.qbo.setup.SetupDecision.Action;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
                .map(SetupDecision::remote)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    Decisions link(LocalId local, RemoteId remote) {
        concerning(remote).filter(d -> !local.equals(d.local())).ifPresent(d -> {
            throw new IllegalArgumentException(remoteWord + " " + remote + " is already to be "
                    + (d.local() == null ? "created in the app" : "linked with " + localWord + " " + d.local())
                    + ": skip that first");
        });
        return with(List.of(new SetupDecision(Action.LINK, local, remote)));
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

    private Optional<SetupDecision> concerning(RemoteId remote) {
        return bySubject.values().stream()
                .filter(d -> remote.equals(d.remote()))
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
