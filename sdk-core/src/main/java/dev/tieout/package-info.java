/** The words every other package uses: tenants, realms, ids, money, kinds of record. */
@NullMarked
package dev.tieout;

import org.jspecify.annotations.NullMarked;
