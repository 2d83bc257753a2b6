package dev.tieout.qbo.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityGeneratorTest {
    private static final String GOOD = """
            # a comment
            entity Thing : create read query full sparse | A thing.
            Name      text    max=5 required where sort | Its name
            New_Flag  bool                              | A flag
            Parts     Part[]                            | Its parts
            Id        text    server                    | Its id
            SyncToken text    server                    | Its version
            MetaData  Part    server                    | When
            status    Kind    server                    | What became of it

            type Part | A part.
            Size      decimal range=0..9                | Its size & "weight"

            enum Kind | A kind.
              Some Kind
            """;

    @TempDir
    private static Path classes;

    @TempDir
    private Path work;

    @BeforeAll
    static void compile() {
        Path source = Path.of(
                System.getProperty("tieout.root"), "sdk-qbo", "src", "main", "generator", "EntityGenerator.java");
        int result =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        assertThat(result).isZero();
    }

    @Test
    void oneLineMakesAnAccessorASetterAClearingAndAQueryField() throws Exception {
        String thing = Files.readString(generate(GOOD).resolve("Thing.java"));

        assertThat(thing)
                .contains("public Optional<String> name()")
                .contains("public Builder newFlag(boolean value)")
                .contains("public Patch clearNewFlag()")
                .contains("QueryField<Thing, String> NAME")
                .doesNotContain("clearName()")
                .doesNotContain("Builder id(");
    }

    @Test
    void anUnchangedSchemaRewritesNothingAndALeftoverGoes() throws Exception {
        Path out = generate(GOOD);
        FileTime old = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(out.resolve("Thing.java"), old);
        Files.writeString(out.resolve("Gone.java"), "");

        generate(GOOD);

        assertThat(Files.getLastModifiedTime(out.resolve("Thing.java"))).isEqualTo(old);
        assertThat(out.resolve("Gone.java")).doesNotExist();
    }

    @Test
    void slipsArePointedAtByFileAndLine() {
        assertSlip("type T | A t.\nName text max=5\n", "thing.qbo:2", "no description");
        assertSlip("Name text | Its name\n", "thing.qbo:1", "outside of any type");
        assertSlip("type T | A t.\nName text requird | Its name\n", "thing.qbo:2", "requird");
        assertSlip("type T | A t.\nName | Its name\n", "thing.qbo:2", "name and a type");
        assertSlip("type T | A t.\nName Nothing | Its name\n", "Name", "unknown type Nothing");
        assertSlip("type T | A t.\nDefault bool | By default\n", "Default", "another Java name");
    }

    private void assertSlip(String schema, String... texts) {
        assertThatThrownBy(() -> generate(schema))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(texts);
    }

    private Path generate(String schema) throws Exception {
        Path in = Files.createDirectories(work.resolve("schema"));
        Files.writeString(in.resolve("thing.qbo"), schema);
        Path out = work.resolve("out");
        run(in.toString(), out.toString());
        return out.resolve(Path.of("dev", "tieout", "qbo", "entity"));
    }

    private static void run(String... args) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            loader.loadClass("EntityGenerator")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException slip) {
                throw slip;
            }
            throw new IOException(e.getCause());
        }
    }
}
