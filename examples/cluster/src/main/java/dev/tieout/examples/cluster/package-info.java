/** Many nodes, one database, and the proof that killing nodes costs nothing but time. */
@NullMarked
package dev.tieout.examples.cluster;

import org.jspecify.annotations.NullMarked;
