package dev.tieout.examples.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for 127.0.0.1, and a trust store that is the JVM's own and that certificate, both in temporary files. */
final class LocalTls implements AutoCloseable {
    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "tieout-benchmark";

    private final Path keys = Files.createTempFile("keys", ".p12");
    private final Path trust = Files.createTempFile("trust", ".ks");
    private final SSLContext context;

    LocalTls() throws IOException, InterruptedException, GeneralSecurityException {
        Path home = Path.of(System.getProperty("java.home"));
        Files.delete(keys);
        String command = home.resolve("bin/keytool") + " -genkeypair -alias " + ALIAS + " -dname CN=127.0.0.1"
                + " -ext san=ip:127.0.0.1 -keyalg RSA -keysize 2048 -validity 2 -storetype PKCS12 -keystore " + keys
                + " -storepass " + PASSWORD;
        Process process = new ProcessBuilder(command.split(" "))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool failed");
        }
        KeyStore held = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        // Of the same format as the JVM's, so that it takes as long to load.
        KeyStore trusted =
                KeyStore.getInstance(home.resolve("lib/security/cacerts").toFile(), PASSWORD.toCharArray());
        trusted.setCertificateEntry(ALIAS, held.getCertificate(ALIAS));
        try (OutputStream out = Files.newOutputStream(trust)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(held, PASSWORD.toCharArray());
        context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
    }

    SSLContext context() {
        return context;
    }

    /** What makes a JVM trust the certificate. */
    List<String> options() {
        return List.of("-Djavax.net.ssl.trustStore=" + trust, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(keys);
        Files.deleteIfExists(trust);
    }
}
