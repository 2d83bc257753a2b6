package dev.tieout.qbo.kinds.internal.common;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.internal.Given;
import dev.tieout.matching.names.NameProblem;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.CreateOutcome;
import dev.tieout.qbo.sync.MatchOutcome;
import dev.tieout.qbo.sync.internal.handle.Handle;
import dev.tieout.qbo.sync.internal.handle.Locks;
import dev.tieout.qbo.sync.internal.kind.TwoWay;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.outbound.Parts;
import dev.tieout.qbo.sync.internal.row.People.Called;
import dev.tieout.sync.SyncStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What has a name of its own, which only one may have, and is searched by it: clients and service items, one at a time.
 *
 * @param <L> the app's record
 * @param <E> QuickBooks' entity
 */
public abstract class NamedHandle<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc>
        extends Handle<L, E> {
    private final TwoWay<L, E> kind;
    private final String word;

    /** @param word what a host calls the name */
    protected NamedHandle(Parts parts, Locks locks, Supplier<CompanyScope> scopes, TwoWay<L, E> kind, String word) {
        super(parts, locks, scopes, kind);
        this.kind = kind;
        this.word = word;
    }

    /** The name that must be free. */
    protected abstract String name(L record);

    /** What is wrong with the name as such. */
    protected abstract List<NameProblem> problems(L named);

    /** Who has the name, if anybody has it. */
    protected abstract Optional<CreateOutcome.NameTaken> ifTaken(L named);

    /** Who has the name, as QuickBooks has refused it. */
    protected abstract CreateOutcome.NameTaken taken(L named);

    /** What people search in says which are linked. */
    protected abstract void linksChanged(CompanyScope scope);

    @Override
    public final MatchOutcome match(L record, RemoteId remote) {
        try {
            return super.match(record, remote);
        } finally {
            linksChanged(scope());
        }
    }

    @Override
    public final MatchOutcome match(LocalId id, RemoteId remote) {
        try {
            return super.match(id, remote);
        } finally {
            linksChanged(scope());
        }
    }

    @Override
    public final SyncStatus unmatch(LocalId id) {
        try {
            return super.unmatch(id);
        } finally {
            linksChanged(scope());
        }
    }

    @Override
    public final SyncStatus unmatch(LocalId id, String by) {
        try {
            return super.unmatch(id, by);
        } finally {
            linksChanged(scope());
        }
    }

    public final CreateOutcome createInQuickBooks(L record) {
        return create(Given.value("record", record), null);
    }

    public final CreateOutcome createInQuickBooks(L record, String name) {
        String old = name(Given.value("record", record));
        String chosen = Given.value(word, name).strip();
        return chosen.equals(old) ? create(record, null) : create(record, new Called(old, chosen));
    }

    private CreateOutcome create(L record, @Nullable Called called) {
        L named = called == null ? record : kind.called(record, called.app(), called.name());
        List<NameProblem> problems = problems(named);
        if (called != null && !problems.isEmpty()) {
            throw new IllegalArgumentException(word + ": " + problems.get(0).message());
        }
        LocalId id = kind.id(record);
        try {
            Optional<CreateOutcome.NameTaken> taken =
                    problems.isEmpty() && isFree(id) ? ifTaken(named) : Optional.empty();
            if (taken.isPresent()) {
                return taken.get();
            }
            if (called != null) {
                ChosenName.writeBack(kind, scope().tenant(), id, called);
            }
            return create(record, called, () -> taken(named));
        } finally {
            linksChanged(scope());
        }
    }
}
