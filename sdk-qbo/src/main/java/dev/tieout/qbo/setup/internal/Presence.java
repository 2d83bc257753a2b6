package dev.tieout.qbo.setup.internal;

import dev.tieout.LocalId;
import dev.tieout.qbo.api.BatchItem;
import dev.tieout.qbo.api.BatchOutcome;
import dev.tieout.qbo.api.Write;
import dev.tieout.qbo.api.WriteOptions;
import dev.tieout.qbo.entity.InvalidFieldException;
import dev.tieout.qbo.entity.QboEntity;
import dev.tieout.qbo.entity.Supports;
import dev.tieout.qbo.sync.internal.kind.Blocked;
import dev.tieout.qbo.sync.internal.kind.TwoWay;
import dev.tieout.qbo.sync.internal.outbound.CompanyScope;
import dev.tieout.qbo.sync.internal.row.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts records of QuickBooks that are linked with nothing out of use, and back into it. Both may be done twice. */
final class Presence<L, E extends QboEntity & Supports.Read & Supports.Query & Supports.Cdc> {
    private static final String MEMBER = "Active";

    private final TwoWay<L, E> kind;
    private final CompanyScope scope;

    Presence(TwoWay<L, E> kind, CompanyScope scope) {
        this.kind = kind;
        this.scope = scope;
    }

    /** What was said against it, for each; empty where it was done. */
    List<Optional<String>> inactive(List<E> entities) {
        List<BatchItem<?>> writes = new ArrayList<>();
        List<Optional<String>> refusals = new ArrayList<>();
        List<Integer> sent = new ArrayList<>();
        for (E entity : entities) {
            refusals.add(Optional.empty());
            try {
                writes.add(BatchItem.of(write(entity, false)));
                sent.add(refusals.size() - 1);
            } catch (Blocked | InvalidFieldException e) {
                refusals.set(refusals.size() - 1, Optional.of(String.valueOf(e.getMessage())));
            }
        }
        if (!writes.isEmpty()) {
            List<BatchOutcome> outcomes =
                    scope.api().batch(writes, WriteOptions.standard()).outcomes();
            for (int i = 0; i < outcomes.size(); i++) {
                refusals.set(sent.get(i), refusal(outcomes.get(i)));
            }
        }
        return refusals;
    }

    /** The write that sets whether a record is in use; one that comes back has its clean name again (QuickBooks fact P8.17). */
    Write<E> write(E entity, boolean active) {
        L local = kind.adopt(LocalId.of("setup"), entity);
        Set<String> members = Set.of(MEMBER);
        Projection value = Projection.builder().put(MEMBER, active).build();
        E wanted = kind.entity(kind.accept(local, members, value), new NoLinks(scope.settings(), scope.api()));
        return kind.update(entity, wanted, Projection.EMPTY, members);
    }

    private static Optional<String> refusal(BatchOutcome outcome) {
        if (outcome instanceof BatchOutcome.Written) {
            return Optional.empty();
        }
        return Optional.of(
                outcome instanceof BatchOutcome.Failed failed
                        ? String.valueOf(failed.failure().getMessage())
                        : "QuickBooks did not say what became of it: preview again.");
    }
}
