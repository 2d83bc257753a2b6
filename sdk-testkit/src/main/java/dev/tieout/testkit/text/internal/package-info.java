/** JSON and form texts as plain maps and lists. */
@NullMarked
package dev.tieout.testkit.text.internal;

import org.jspecify.annotations.NullMarked;
