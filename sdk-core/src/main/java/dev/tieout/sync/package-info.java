/**
 * What a host is told about a record's way between the app and QuickBooks: states, problems, settings.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.sync;

import org.jspecify.annotations.NullMarked;
