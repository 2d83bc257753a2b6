/**
 * Stores in a relational database, on {@code java.sql} alone: PostgreSQL, MariaDB, MySQL and H2. Begin with
 * {@link dev.tieout.store.jdbc.JdbcDatabase}.
 *
 * @since 0.1
 */
@NullMarked
package dev.tieout.store.jdbc;

import org.jspecify.annotations.NullMarked;
