package dev.tieout.examples.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
    private static final Set<String> NEITHER = Set.of("slf4j-nop", "fastcsv");

    private SizeBenchmark() {}

    static void run(Report report) throws IOException {
        report.title("size: jars and bytes a host adds");
        List<Path> ours = new ArrayList<>();
        List<Path> theirs = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            if (entry.endsWith(".jar") && !NEITHER.contains(artifact(jar))) {
                boolean both = artifact(jar).equals("slf4j-api");
                if (OURS.contains(artifact(jar))) {
                    ours.add(jar);
                }
                if (both || !OURS.contains(artifact(jar))) {
                    theirs.add(jar);
                }
            }
        }
        report.line("tieout  %3d jars %,12d bytes", ours.size(), bytes(ours));
        for (Path jar : ours) {
            report.line("        %-34s %,12d", jar.getFileName(), Files.size(jar));
        }
        report.line(
                "intuit  %3d jars %,12d bytes (with JAXB, which it needs and does not bring)",
                theirs.size(), bytes(theirs));
        report.atMost("bytes, of Intuit's", (double) bytes(ours) / bytes(theirs), 0.5, "x");
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
