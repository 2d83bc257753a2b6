/** From a request to an answer: routing, operations, batch, change data capture, attachments, reports. */
@NullMarked
package dev.tieout.testkit.company.internal.serve;

import org.jspecify.annotations.NullMarked;
