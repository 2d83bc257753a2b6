package dev.tieout.qbo.entity.internal;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a query answer says about itself; the entities in it went to the reader's consumer.
 *
 * <p>Immutable. {@code totalCount} comes only with some entities and with {@code count(*)} (QuickBooks fact P2.14).
 *
 * @param startPosition the position of the first entity, from 1; 0 where the answer has none
 * @param maxResults how many entities QuickBooks says it sent; 0 where the answer has none
 * @param count how many entities were read
 * @param totalCount how many match in all, or {@code null} where the answer does not say
 * @param time when QuickBooks answered, or {@code null} where the answer does not say
 */
public record QueryPage(
        int startPosition,
        int maxResults,
        int count,
        @Nullable Long totalCount,
        @Nullable OffsetDateTime time) {}
