package dev.tieout.matching.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Which given names and surnames many bear, whatever a list holds. Immutable. */
public final class FrequentNames {
    /** The classes: none, and one that more and more bear. */
    public static final int CLASSES = 4;

    private static final Map<String, Integer> GIVEN;
    private static final Map<String, Integer> SURNAMES;

    static {
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(
                FrequentNames.class.getResourceAsStream("frequent-names.properties"), "frequent-names.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        GIVEN = classes(texts, "given.");
        SURNAMES = classes(texts, "surname.");
    }

    private static Map<String, Integer> classes(Properties texts, String which) {
        Map<String, Integer> classes = new HashMap<>();
        for (int c = 1; c < CLASSES; c++) {
            for (String name : texts.getProperty(which + c).split(" ")) {
                classes.merge(name, c, Math::max);
            }
        }
        return Map.copyOf(classes);
    }

    private FrequentNames() {}

    /** The class of a folded given name, 0 for one that few bear. */
    static int given(String name) {
        return GIVEN.getOrDefault(name, 0);
    }

    static int surname(String name) {
        return SURNAMES.getOrDefault(name, 0);
    }
}
