/** JSON of the library's own documents. */
@NullMarked
package dev.tieout.qbo.json.internal;

import org.jspecify.annotations.NullMarked;
