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

    private static final Map<String, Integer> GIVEN = new HashMap<>();
    private static final Map<String, Integer> SURNAMES = new HashMap<>();

    static {
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(
                FrequentNames.class.getResourceAsStream("frequent-names.properties"), "frequent-names.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int c = 1; c < CLASSES; c++) {
            for (String name : texts.getProperty("given." + c).split(" ")) {
                GIVEN.merge(name, c, Math::max);
            }
            for (String name : texts.getProperty("surname." + c).split(" ")) {
                SURNAMES.merge(name, c, Math::max);
            }
        }
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
