package dev.tieout.qbo.confluence;

import java.util.function.BiConsumer;

/**
 * A place that can be edited: a member of a record, with what a user of the app does to it and what a bookkeeper does. An
 * edit is told by a number; two edits with one number say the same.
 *
 * @param record the local id of the record
 * @param member the member
 * @param app what a user of the app does, without handing the record over; {@code null} for nothing
 * @param book what a bookkeeper does in QuickBooks; {@code null} for nothing
 */
record Slot(String record, String member, BiConsumer<Course, Integer> app, BiConsumer<Course, Integer> book) {
    boolean twoWay() {
        return record.startsWith("c-") || record.startsWith("s-");
    }

    @Override
    public String toString() {
        return record + "." + member;
    }
}
