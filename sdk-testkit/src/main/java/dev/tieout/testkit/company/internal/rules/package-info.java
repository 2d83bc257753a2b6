/** The business rules, one file a family; each names its source. */
@NullMarked
package dev.tieout.testkit.company.internal.rules;

import org.jspecify.annotations.NullMarked;
