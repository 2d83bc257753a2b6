package dev.tieout.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** What differs between the databases. */
enum Dialect {
    POSTGRESQL("postgresql", " on conflict do nothing", "40001 40P01"),
    MARIADB("mariadb", "", "40001 41000"),
    MYSQL("mysql", "", "40001 41000"),
    H2("h2", "", "40001 HYT00");

    /** MariaDB and MySQL: a lock was waited for too long. */
    private static final int LOCK_WAIT = 1205;

    final String folder;

    /** What follows an insert, so that a duplicate is no error: on PostgreSQL an error would end the host's transaction. */
    final String onConflict;

    /** The SQL states of a transaction that gave way to another. */
    private final String meeting;

    Dialect(String folder, String onConflict, String meeting) {
        this.folder = folder;
        this.onConflict = onConflict;
        this.meeting = meeting;
    }

    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL" -> POSTGRESQL;
            case "MariaDB" -> MARIADB;
            case "MySQL" -> MYSQL;
            case "H2" -> H2;
            default ->
                throw new JdbcStoreException("The database " + product
                        + " is none that the JDBC stores know (PostgreSQL, MariaDB, MySQL, H2): write a store of your own and"
                        + " prove it with the contract suites of the testkit");
        };
    }

    /** Whether an error ends the transaction it happens in, unless there is a savepoint. */
    boolean errorEndsTransaction() {
        return this == POSTGRESQL;
    }

    boolean isDuplicate(SQLException e) {
        for (SQLException each = e; each != null; each = each.getNextException()) {
            String state = each.getSQLState();
            if ("23505".equals(state) || ("23000".equals(state) && each.getErrorCode() == 1062)) {
                return true;
            }
        }
        return false;
    }

    /** Two transactions met, and this one gave way: it may be tried again from its beginning. */
    boolean hasMetAnother(SQLException e) {
        for (SQLException each = e; each != null; each = each.getNextException()) {
            boolean waited = (this == MARIADB || this == MYSQL) && each.getErrorCode() == LOCK_WAIT;
            if (waited || (each.getSQLState() != null && meeting.contains(each.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
