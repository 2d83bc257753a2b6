/**
 * The words every other package uses: tenants, realms, ids, money, kinds of record.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout;

import org.jspecify.annotations.NullMarked;
