package dev.tieout.store.jdbc;

import dev.tieout.TieoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/**
 * The database failed. What was asked may or may not have been done. The message has the SQL state; the database's own words
 * only where they cannot quote a row.
 */
public final class JdbcStoreException extends TieoutException {
    private static final long serialVersionUID = 1L;

    /** Classes of SQL states whose messages speak of connections, rights, names, space and shut-downs, never of a row. */
    private static final Set<String> WITHOUT_DATA = Set.of("08", "28", "3D", "3F", "40", "42", "53", "57", "58");

    /** Classes of SQL states that go away: connections, transactions that met, space, shut-downs. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

    private final boolean passing;

    JdbcStoreException(String message) {
        super(message);
        this.passing = false;
    }

    JdbcStoreException(String what, SQLException failure) {
        super(
                "The database failed to " + what + " (SQL state " + failure.getSQLState() + ", code "
                        + failure.getErrorCode() + ")",
                scrubbed(failure));
        this.passing = isOneOf(PASSING, failure)
                || failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException;
    }

    /** An error may quote a row: a document has names and amounts. The classes and the stack are kept. */
    private static SQLException scrubbed(SQLException failure) {
        String words = isOneOf(WITHOUT_DATA, failure)
                ? failure.getMessage()
                : failure.getClass().getName();
        SQLException copy = new SQLException(words, failure.getSQLState(), failure.getErrorCode());
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }

    private static boolean isOneOf(Set<String> classes, SQLException failure) {
        String state = failure.getSQLState();
        return state != null && state.length() >= 2 && classes.contains(state.substring(0, 2));
    }

    @Override
    public boolean retryable() {
        return passing;
    }
}
