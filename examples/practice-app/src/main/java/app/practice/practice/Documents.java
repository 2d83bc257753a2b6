package app.practice.practice;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The practice's records in its own table, each with a version that counts its changes. */
@Component
public class Documents {
    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    Documents(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A record as it is stored. */
    public record Stored<T>(T record, long version) {}

    public <T> List<T> all(TenantId firm, String kind, Class<T> type) {
        return jdbc.query(
                "select document from practice_record where firm = ? and kind = ? order by name, id",
                (row, i) -> json.readValue(row.getString(1), type),
                firm.value(),
                kind);
    }

    public <T> Optional<Stored<T>> find(TenantId firm, String kind, LocalId id, Class<T> type) {
        return jdbc
                .query(
                        "select document, version from practice_record where firm = ? and kind = ? and id = ?",
                        (row, i) -> new Stored<>(json.readValue(row.getString(1), type), row.getLong(2)),
                        firm.value(),
                        kind,
                        id.value())
                .stream()
                .findFirst();
    }

    /** Saves a record, whatever was there before. */
    public void save(TenantId firm, String kind, LocalId id, String name, Object record) {
        int changed = jdbc.update(
                "update practice_record set name = ?, document = ?, version = version + 1"
                        + " where firm = ? and kind = ? and id = ?",
                name,
                json.writeValueAsString(record),
                firm.value(),
                kind,
                id.value());
        if (changed == 0) {
            insert(firm, kind, id, name, record, null);
        }
    }

    /** Saves a record only if nobody did since it was read. */
    public boolean save(TenantId firm, String kind, LocalId id, String name, Object record, long version) {
        return jdbc.update(
                        "update practice_record set name = ?, document = ?, version = version + 1"
                                + " where firm = ? and kind = ? and id = ? and version = ?",
                        name,
                        json.writeValueAsString(record),
                        firm.value(),
                        kind,
                        id.value(),
                        version)
                == 1;
    }

    /** Inserts a record; one that the same key made before is left as it is. */
    public void insert(TenantId firm, String kind, LocalId id, String name, Object record, String key) {
        try {
            jdbc.update(
                    "insert into practice_record (firm, kind, id, name, document, version, created_by)"
                            + " values (?, ?, ?, ?, ?, 1, ?)",
                    firm.value(),
                    kind,
                    id.value(),
                    name,
                    json.writeValueAsString(record),
                    key);
        } catch (DuplicateKeyException e) {
            if (key == null) {
                throw e;
            }
        }
    }

    /** A new id. */
    public static LocalId fresh(String prefix) {
        return LocalId.of(prefix + "-" + UUID.randomUUID().toString().substring(0, 8));
    }
}
