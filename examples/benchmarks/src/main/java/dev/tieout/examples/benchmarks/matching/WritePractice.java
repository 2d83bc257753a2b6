package dev.tieout.examples.benchmarks.matching;

import dev.tieout.examples.benchmarks.matching.practice.PracticeFiles;
import dev.tieout.examples.benchmarks.matching.practice.PracticeGenerator;
import java.io.IOException;
import java.nio.file.Path;

/** A process that writes an invented practice as CSV files. */
final class WritePractice {
    private WritePractice() {}

    /** Takes the folder, the number of clients, the seed and, where there is one, the file of surnames. */
    public static void main(String[] args) throws IOException {
        Path census = args.length > 3 ? Path.of(args[3]) : null;
        PracticeFiles.write(
                PracticeGenerator.generate(Integer.parseInt(args[1]), Long.parseLong(args[2]), census),
                Path.of(args[0]));
    }
}
