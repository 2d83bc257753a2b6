/** The query language: grammar, validation, evaluation. */
@NullMarked
package dev.tieout.testkit.company.internal.query;

import org.jspecify.annotations.NullMarked;
