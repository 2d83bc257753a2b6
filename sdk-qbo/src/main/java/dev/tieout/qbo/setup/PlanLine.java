package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.RemoteId;
import dev.tieout.matching.Bucket;
import java.util.List;
import java.util.Optional;

/** What a plan asks of a record of the app, whatever its kind. */
interface PlanLine {
    LocalId id();

    Bucket bucket();

    boolean linked();

    Optional<List<FieldChange>> changesWith(RemoteId remote);
}
