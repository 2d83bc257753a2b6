package dev.tieout.examples.benchmarks.matching;

import dev.tieout.examples.benchmarks.matching.data.Folders;
import dev.tieout.examples.benchmarks.matching.data.LabelledLists;
import dev.tieout.examples.benchmarks.matching.practice.PracticeFiles;
import dev.tieout.examples.benchmarks.matching.practice.PracticeGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The options, and a folder for invented practices that is gone afterwards. Not thread-safe. */
final class Workbench implements Closeable {
    final Options options;
    private final Path folder;

    Workbench(Options options) throws IOException {
        this.options = options;
        folder = Files.createTempDirectory("matching");
    }

    /** The folder in which the practices are. */
    Path folder() {
        return folder;
    }

    /** Invents a practice, once, and reads it back. */
    LabelledLists practice(String name, int size, long seed) throws IOException {
        Path path = folder.resolve(name);
        if (!Folders.isPractice(path)) {
            PracticeFiles.write(PracticeGenerator.generate(size, seed, options.census()), path);
        }
        return Folders.read(name, path);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
