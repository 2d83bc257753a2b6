/** The invented company every new fake starts with. */
@NullMarked
package dev.tieout.testkit.company.internal.sample;

import org.jspecify.annotations.NullMarked;
