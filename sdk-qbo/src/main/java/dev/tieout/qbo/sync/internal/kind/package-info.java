/** What a kind of record brings to the engine; powers that only some kinds have are types of their own. */
@NullMarked
package dev.tieout.qbo.sync.internal.kind;

import org.jspecify.annotations.NullMarked;
