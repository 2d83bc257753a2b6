/**
 * One fake QuickBooks company: everything served under {@code /v3/company/{realm}}, as a function of requests, time and
 * a seed, without any server. It keeps its records as raw JSON and knows nothing of the SDK that will talk to it.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.testkit.company;

import org.jspecify.annotations.NullMarked;
