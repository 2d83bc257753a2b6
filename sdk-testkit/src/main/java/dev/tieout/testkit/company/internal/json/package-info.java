/** Raw JSON as an ordered tree that keeps every digit. */
@NullMarked
package dev.tieout.testkit.company.internal.json;

import org.jspecify.annotations.NullMarked;
