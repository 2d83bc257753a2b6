package dev.tieout.qbo.setup;

import dev.tieout.LocalId;
import dev.tieout.matching.Bucket;

/** What a plan asks of a record of the app, whatever its kind. */
interface PlanLine {
    LocalId id();

    Bucket bucket();

    boolean linked();
}
