/** Ready stores. */
@NullMarked
package dev.tieout.store;

import org.jspecify.annotations.NullMarked;
