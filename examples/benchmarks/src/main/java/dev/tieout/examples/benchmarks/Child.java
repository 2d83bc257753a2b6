package dev.tieout.examples.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs a class of this program in a JVM of its own. */
public final class Child {
    private Child() {}

    /** What the child printed; its errors go to this process's. */
    static String run(List<String> options, Class<?> main, String... args) throws IOException, InterruptedException {
        return run(options, System.getProperty("java.class.path"), main, args);
    }

    /**
     * Runs one with a class path of its own.
     *
     * @param options options of the JVM
     * @param classPath its class path
     * @param main the class
     * @param args its arguments
     * @return what it printed; its errors go to this process's
     * @throws IOException if it cannot be started
     * @throws InterruptedException if waiting for it is interrupted
     */
    public static String run(List<String> options, String classPath, Class<?> main, String... args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        Collections.addAll(command, args);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IllegalStateException(main.getSimpleName() + " ended with " + exit);
        }
        return out.strip();
    }
}
