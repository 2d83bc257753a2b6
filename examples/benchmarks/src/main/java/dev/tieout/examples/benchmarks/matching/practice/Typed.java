package dev.tieout.examples.benchmarks.matching.practice;

import dev.tieout.examples.benchmarks.matching.data.Row;
import org.jspecify.annotations.Nullable;

/** A record as somebody typed it, and what was done to it. Not thread-safe. */
final class Typed {
    final Entity entity;
    final Row row;
    final StringBuilder tags = new StringBuilder();
    String given = "";
    String surname = "";
    String display = "";

    @Nullable
    Typed parent;

    Typed(Entity entity, Row row) {
        this.entity = entity;
        this.row = row;
    }

    void tag(String tag) {
        tags.append(tags.isEmpty() ? "" : "|").append(tag);
    }
}
