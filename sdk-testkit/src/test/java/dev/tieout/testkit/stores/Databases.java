package dev.tieout.testkit.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Real databases for tests, started once a run on a free port and stopped at its end. A server that this machine does not have is
 * a skipped test.
 */
enum Databases {
    H2 {
        @Override
        DataSource start(Path folder) {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:file:" + folder.resolve("books") + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
            return source;
        }

        @Override
        boolean isHere() {
            return true;
        }
    },
    /** With a collation of a language, as most servers have it: order and equality of ids must not follow it. */
    POSTGRESQL {
        @Override
        DataSource start(Path folder) throws Exception {
            int port = freePort();
            Path data = folder.resolve("data");
            Path bin = programs().orElseThrow();
            List<String> user = new ArrayList<>();
            if (isRoot()) {
                // It refuses to run as root.
                run(List.of("chown", "-R", "nobody", folder.toString()));
                user.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"));
            }
            List<String> init = new ArrayList<>(user);
            init.addAll(List.of(
                    bin.resolve("initdb").toString(),
                    "--pgdata=" + data,
                    "--username=tieout",
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=icu",
                    "--icu-locale=en-US"));
            run(init);
            List<String> server = new ArrayList<>(user);
            server.addAll(List.of(
                    bin.resolve("postgres").toString(),
                    "-D",
                    data.toString(),
                    "-p",
                    String.valueOf(port),
                    "-k",
                    folder.toString()));
            server.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "max_connections=60"));
            serve(server, folder);
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setServerNames(new String[] {"127.0.0.1"});
            source.setPortNumbers(new int[] {port});
            source.setDatabaseName("postgres");
            source.setUser("tieout");
            return source;
        }

        @Override
        boolean isHere() {
            return programs().isPresent();
        }

        private Optional<Path> programs() {
            try (Stream<Path> versions = Files.isDirectory(Path.of("/usr/lib/postgresql"))
                    ? Files.list(Path.of("/usr/lib/postgresql"))
                    : Stream.empty()) {
                return versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .max(Path::compareTo);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    MARIADB {
        @Override
        DataSource start(Path folder) throws Exception {
            // The driver prints each duplicate that the tests provoke.
            System.setProperty("mariadb.logging.disable", "true");
            int port = freePort();
            Path data = folder.resolve("data");
            String user = "--user=" + System.getProperty("user.name");
            run(List.of(
                    onPath("mariadb-install-db").orElseThrow().toString(),
                    "--no-defaults",
                    "--datadir=" + data,
                    user,
                    "--auth-root-authentication-method=normal",
                    "--skip-test-db"));
            serve(
                    List.of(
                            onPath("mariadbd").orElseThrow().toString(),
                            "--no-defaults",
                            "--datadir=" + data,
                            user,
                            "--bind-address=127.0.0.1",
                            "--port=" + port,
                            "--socket=" + folder.resolve("s"),
                            "--pid-file=" + folder.resolve("pid"),
                            "--skip-log-bin"),
                    folder);
            await(() -> DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/mysql?user=root"))
                    .createStatement()
                    .execute("create database books");
            return new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + port + "/books?user=root");
        }

        @Override
        boolean isHere() {
            return onPath("mariadbd").isPresent()
                    && onPath("mariadb-install-db").isPresent();
        }
    };

    private static final Map<Databases, DataSource> RUNNING = new EnumMap<>(Databases.class);

    /** A connection, or the reason why there is none yet. */
    private interface Connecting {
        Connection connect() throws SQLException;
    }

    abstract DataSource start(Path folder) throws Exception;

    abstract boolean isHere();

    /** The database, running; a skipped test where the machine lacks it. */
    DataSource open() {
        assumeTrue(
                isHere(),
                () -> "no " + name().toLowerCase(Locale.ROOT) + " server on this machine: install it from the"
                        + " system's packages to run this test");
        synchronized (RUNNING) {
            return RUNNING.computeIfAbsent(this, database -> {
                try {
                    Path folder = Files.createTempDirectory("tieout-" + name().toLowerCase(Locale.ROOT));
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder.toFile())));
                    DataSource source = database.start(folder);
                    await(source::getConnection).close();
                    return source;
                } catch (Exception e) {
                    throw new IllegalStateException("the database did not start", e);
                }
            });
        }
    }

    private static Connection await(Connecting connecting) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (true) {
            try {
                return connecting.connect();
            } catch (SQLException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    static Optional<Path> onPath(String program) {
        return Stream.concat(
                        Stream.of("/usr/sbin", "/usr/bin"),
                        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", command.get(0), words).isZero();
    }

    private static void serve(List<String> command, Path folder) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolveSibling(folder.getFileName() + ".log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.destroy();
            try {
                process.waitFor(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            process.destroyForcibly();
        }));
    }

    private static void delete(File file) {
        File[] files = file.listFiles();
        if (files != null) {
            for (File each : files) {
                delete(each);
            }
        }
        file.delete();
    }
}
