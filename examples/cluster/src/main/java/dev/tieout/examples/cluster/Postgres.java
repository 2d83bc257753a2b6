package dev.tieout.examples.cluster;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of one's own in a temporary folder, on a free port of this machine. */
final class Postgres implements AutoCloseable {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final int PATIENCE = 300;

    final String jdbc;
    private final Path folder;
    private final Process server;

    private Postgres(Path folder, Process server, int port) {
        this.folder = folder;
        this.server = server;
        this.jdbc = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=tieout";
    }

    static Postgres start() throws IOException, InterruptedException {
        Path bin = programs()
                .orElseThrow(() -> new IllegalArgumentException("there is no PostgreSQL below " + VERSIONS
                        + ": install it from the system's packages, or give --jdbc"));
        Path folder = Files.createTempDirectory("tieout-cluster");
        List<String> user = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // It refuses to run as root.
            run(List.of("chown", "nobody", folder.toString()));
            user.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"));
        }
        Path data = folder.resolve("data");
        List<String> init = new ArrayList<>(user);
        init.addAll(List.of(
                bin.resolve("initdb").toString(),
                "--pgdata=" + data,
                "--username=tieout",
                "--auth=trust",
                "--encoding=UTF8"));
        run(init);
        int port = freePort();
        List<String> serve = new ArrayList<>(user);
        serve.addAll(List.of(bin.resolve("postgres").toString(), "-D", data.toString(), "-p", String.valueOf(port)));
        serve.addAll(List.of("-k", folder.toString(), "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=500"));
        Process server = new ProcessBuilder(serve)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Postgres postgres = new Postgres(folder, server, port);
        postgres.await();
        return postgres;
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Path::compareTo);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command.get(0) + ": " + words);
        }
    }

    private void await() throws IOException, InterruptedException {
        for (int tries = 0; tries < PATIENCE; tries++) {
            try (Connection connection = DriverManager.getConnection(jdbc)) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        close();
        throw new IOException("PostgreSQL did not start in half a minute");
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(20, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        delete(folder.toFile());
    }

    private static void delete(File file) {
        File[] files = file.listFiles();
        if (files != null) {
            for (File each : files) {
                delete(each);
            }
        }
        if (!file.delete()) {
            file.deleteOnExit();
        }
    }
}
