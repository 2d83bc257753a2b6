package dev.tieout.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The library's jars are named modules that resolve, load and hide what is not API. */
class ModulesTest {
    private static final Set<String> ROOTS = Set.of("dev.tieout.qbo", "dev.tieout.testkit");

    @Test
    void theModulesResolveAndLoad() throws ClassNotFoundException {
        Configuration configuration = ModuleLayer.boot().configuration().resolve(finder(), ModuleFinder.of(), ROOTS);
        ModuleLayer layer =
                ModuleLayer.boot().defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
        Class<?> entryPoint = layer.findLoader("dev.tieout.qbo").loadClass("dev.tieout.qbo.QuickBooks");
        assertThat(entryPoint.getModule().getName()).isEqualTo("dev.tieout.qbo");
        assertThat(entryPoint.getModule().getDescriptor().isAutomatic()).isFalse();
    }

    @Test
    void internalPackagesAreNotExported() {
        for (ModuleReference module : finder().findAll()) {
            if (module.descriptor().name().startsWith("dev.tieout")) {
                assertThat(module.descriptor().exports())
                        .filteredOn(export -> !export.isQualified())
                        .extracting(ModuleDescriptor.Exports::source)
                        .noneMatch(name -> name.contains("internal"));
            }
        }
    }

    private static ModuleFinder finder() {
        return ModuleFinder.of(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .filter(ModulesTest::isModule)
                .collect(Collectors.toSet())
                .toArray(Path[]::new));
    }

    private static boolean isModule(Path path) {
        if (Files.isDirectory(path) && !Files.exists(path.resolve("module-info.class"))) {
            return false;
        }
        try {
            return !ModuleFinder.of(path).findAll().isEmpty();
        } catch (FindException e) {
            // a jar whose file name makes no module name: nothing of ours needs it
            return false;
        }
    }
}
