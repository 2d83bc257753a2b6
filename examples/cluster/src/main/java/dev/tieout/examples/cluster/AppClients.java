package dev.tieout.examples.cluster;

import dev.tieout.LocalId;
import dev.tieout.TenantId;
import dev.tieout.model.Client;
import dev.tieout.spi.LocalOutcome;
import dev.tieout.spi.LocalRecord;
import dev.tieout.spi.LocalRecords;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The app's clients, in a table of its own beside the library's. A client has a name, a phone number and a version. */
final class AppClients implements LocalRecords<Client> {
    private static final String COLUMNS = "id, name, phone, active, version";

    private final DataSource source;

    AppClients(DataSource source) {
        this.source = source;
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the app's database failed", e);
        }
    }

    void createTable() {
        run(
                "create table if not exists app_clients (tenant text, id text, name text not null, phone text, active"
                        + " boolean not null, version bigint not null, primary key (tenant, id))",
                PreparedStatement::execute);
    }

    /** A user adds a client. */
    void add(TenantId tenant, Client client) {
        run("insert into app_clients (tenant, id, name, active, version) values (?, ?, ?, true, 1)", statement -> {
            statement.setString(1, tenant.value());
            statement.setString(2, client.id().value());
            statement.setString(3, client.displayName());
            return statement.executeUpdate();
        });
    }

    private static LocalRecord<Client> read(ResultSet row) throws SQLException {
        @Nullable String phone = row.getString("phone");
        Client client = Client.builder(LocalId.of(row.getString("id")), row.getString("name"))
                .phones(phone == null ? List.of() : List.of(phone))
                .active(row.getBoolean("active"))
                .build();
        return new LocalRecord<>(client, String.valueOf(row.getLong("version")));
    }

    @Override
    public Stream<Client> all(TenantId tenant) {
        return run("select " + COLUMNS + " from app_clients where tenant = ?", statement -> {
            statement.setString(1, tenant.value());
            List<Client> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(read(rows).record());
                }
            }
            return all.stream();
        });
    }

    @Override
    public Optional<LocalRecord<Client>> find(TenantId tenant, LocalId id) {
        return run("select " + COLUMNS + " from app_clients where tenant = ? and id = ?", statement -> {
            statement.setString(1, tenant.value());
            statement.setString(2, id.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(read(rows)) : Optional.empty();
            }
        });
    }

    @Override
    public LocalOutcome create(TenantId tenant, String idempotencyKey, Client proposal) {
        return new LocalOutcome.Refused("clients are made by users of this app");
    }

    @Override
    public LocalOutcome update(TenantId tenant, Client record, String basedOn) {
        String sql = "update app_clients set name = ?, phone = ?, active = ?, version = version + 1"
                + " where tenant = ? and id = ? and version = ?";
        int changed = run(sql, statement -> {
            statement.setString(1, record.displayName());
            statement.setString(
                    2, record.phones().isEmpty() ? null : record.phones().get(0));
            statement.setBoolean(3, record.active());
            statement.setString(4, tenant.value());
            statement.setString(5, record.id().value());
            statement.setLong(6, Long.parseLong(basedOn));
            return statement.executeUpdate();
        });
        if (changed == 1) {
            return new LocalOutcome.Done(record.id(), String.valueOf(Long.parseLong(basedOn) + 1));
        }
        return find(tenant, record.id()).isPresent() ? new LocalOutcome.Stale() : new LocalOutcome.Missing();
    }

    @Override
    public LocalOutcome deactivate(TenantId tenant, LocalId id) {
        int changed = run(
                "update app_clients set active = false, version = version + 1 where tenant = ? and id = ?",
                statement -> {
                    statement.setString(1, tenant.value());
                    statement.setString(2, id.value());
                    return statement.executeUpdate();
                });
        return find(tenant, id)
                .<LocalOutcome>map(now -> new LocalOutcome.Done(id, now.version()))
                .filter(done -> changed == 1)
                .orElse(new LocalOutcome.Missing());
    }
}
