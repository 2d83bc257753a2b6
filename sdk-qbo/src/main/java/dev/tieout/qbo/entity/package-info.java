/**
 * The typed QuickBooks Online entities: immutable classes with builders and patches, generated from {@code
 * src/main/schema}. They keep what they do not know, so that a record that was read is written back whole.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.qbo.entity;

import org.jspecify.annotations.NullMarked;
