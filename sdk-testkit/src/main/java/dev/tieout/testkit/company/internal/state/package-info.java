/** The records of a company, their indexes, and the unit of work that changes them all or not at all. */
@NullMarked
package dev.tieout.testkit.company.internal.state;

import org.jspecify.annotations.NullMarked;
