/** The engine that keeps records in step: one façade over its floors. */
@NullMarked
package dev.tieout.qbo.sync.internal;

import org.jspecify.annotations.NullMarked;
