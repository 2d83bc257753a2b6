package host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The host's own versions stay as the host's pom says ({@code expected.NAME}), whatever the library was built with. */
class VersionsTest {
    private static Map<String, String> found() throws ReflectiveOperationException {
        Map<String, String> found = new TreeMap<>();
        found.put("assertj", version(Assertions.class));
        found.put("java", System.getProperty("java.version"));
        found.put("junit", version(Test.class));
        found.put("kotlin", kotlin.KotlinVersion.CURRENT.toString());
        // Not as a constant, which the compiler would copy.
        found.put("okhttp", (String) Class.forName("okhttp3.OkHttp").getField("VERSION").get(null));
        found.put("slf4j", version(LoggerFactory.class));
        return found;
    }

    /** By the name of its jar: some name no version in the manifest, some none in the module. */
    private static String version(Class<?> type) {
        String jar = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        return jar.replaceAll(".*-([0-9].*)\\.jar", "$1");
    }

    @Test
    void theHostsVersionsStay() throws ReflectiveOperationException {
        Map<String, String> found = found();
        System.out.println("versions " + found);
        Map<String, String> expected = new TreeMap<>();
        for (String name : found.keySet()) {
            String value = System.getProperty("expected." + name, "");
            if (!value.isEmpty()) {
                expected.put(name, value);
            }
        }
        assertThat(expected).containsKey("junit");
        assertThat(found).containsAllEntriesOf(expected);
    }
}
