package dev.tieout.examples.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a host adds to its class path, counted from the class path of this program. */
final class SizeBenchmark {
    private static final Set<String> OURS = Set.of(
            "sdk-core",
            "sdk-qbo",
            "sdk-matching",
            "okhttp-jvm",
            "okio-jvm",
            "kotlin-stdlib",
            "annotations",
            "moshi",
            "caffeine",
            "jspecify",
            "error_prone_annotations",
            "slf4j-api");

    /** JAXB included, which it needs and does not bring. The rest of the class path belongs to other benchmarks. */
    private static final Set<String> THEIRS = Set.of(
            "ipp-v3-java-devkit",
            "ipp-v3-java-data",
            "slf4j-api",
            "asm",
            "asm-commons",
            "asm-tree",
            "javax.mail",
            "gson",
            "signpost-core",
            "signpost-commonshttp4",
            "commons-configuration",
            "commons-lang",
            "commons-logging",
            "commons-digester",
            "commons-beanutils-core",
            "commons-beanutils",
            "commons-collections",
            "commons-io",
            "commons-codec",
            "jackson-jaxrs-json-provider",
            "jackson-jaxrs-base",
            "jackson-core",
            "jackson-databind",
            "jackson-annotations",
            "jackson-module-jaxb-annotations",
            "byte-buddy",
            "httpclient",
            "httpcore",
            "ant",
            "ant-launcher",
            "jaxb2-basics-runtime",
            "joda-time",
            "jaxb-runtime",
            "txw2",
            "istack-commons-runtime",
            "stax-ex",
            "fastinfoset",
            "jaxb-api",
            "javax.activation-api");

    private SizeBenchmark() {}

    static void run(Report report) throws IOException {
        report.title("size: jars and bytes a host adds");
        List<Path> ours = onClassPath(OURS);
        List<Path> theirs = onClassPath(THEIRS);
        report.line("tieout  %3d jars %,12d bytes", ours.size(), bytes(ours));
        for (Path jar : ours) {
            report.line("        %-34s %,12d", jar.getFileName(), Files.size(jar));
        }
        report.line(
                "intuit  %3d jars %,12d bytes (with JAXB, which it needs and does not bring)",
                theirs.size(), bytes(theirs));
        report.atMost("bytes, of Intuit's", (double) bytes(ours) / bytes(theirs), 0.5, "x");
    }

    private static List<Path> onClassPath(Set<String> artifacts) {
        List<Path> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar") && artifacts.contains(artifact(path)))
                .toList();
        if (jars.size() != artifacts.size()) {
            throw new IllegalStateException("Not each once on the class path: " + artifacts + " is " + jars);
        }
        return jars;
    }

    private static String artifact(Path jar) {
        return jar.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("-\\d.*\\.jar$", "");
    }

    private static long bytes(List<Path> jars) throws IOException {
        long sum = 0;
        for (Path jar : jars) {
            sum += Files.size(jar);
        }
        return sum;
    }
}
