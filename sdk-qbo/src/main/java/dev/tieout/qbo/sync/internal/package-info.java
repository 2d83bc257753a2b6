/** The engine: a durable intent before every write, a settled row after it, changes from QuickBooks let in. */
@NullMarked
package dev.tieout.qbo.sync.internal;

import org.jspecify.annotations.NullMarked;
