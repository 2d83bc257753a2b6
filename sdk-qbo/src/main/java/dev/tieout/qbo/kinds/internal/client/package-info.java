/** Clients and customers. */
@NullMarked
package dev.tieout.qbo.kinds.internal.client;

import org.jspecify.annotations.NullMarked;
