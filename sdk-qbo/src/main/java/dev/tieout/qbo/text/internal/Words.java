package dev.tieout.qbo.text.internal;

import dev.tieout.sync.SyncProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sentences for people by key, in one language. Immutable.
 *
 * <p>Not a {@code ResourceBundle}: that answers in the language of the machine where it lacks the one that was asked for, and
 * English is what those get who read neither.
 */
public final class Words {
    private static final Words ENGLISH = new Words("messages.properties");
    private static final Map<String, Words> OTHERS = Map.of("es", new Words("messages_es.properties"));

    private final Map<String, String> sentences;

    private Words(String file) {
        Properties read = new Properties();
        try (@Nullable InputStream stream = Words.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing beside Words: the jar is damaged");
            }
            Reader text = new InputStreamReader(stream, StandardCharsets.UTF_8);
            read.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sentences = read.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, read::getProperty));
    }

    /**
     * The sentences of a language.
     *
     * @param locale the reader's; English where there is no translation
     * @return the sentences
     */
    public static Words of(Locale locale) {
        @Nullable Words other = OTHERS.get(locale.getLanguage());
        return other == null ? ENGLISH : other;
    }

    /**
     * Says something.
     *
     * @param key what
     * @param values what stands in the places {@code {0}}, {@code {1}} ...
     * @return the sentence
     */
    public String say(String key, Object... values) {
        @Nullable String sentence = sentences.get(key);
        if (sentence == null) {
            throw new MissingResourceException("no sentence " + key, Words.class.getName(), key);
        }
        String said = sentence;
        List<Object> all = List.of(values);
        for (int i = 0; i < all.size(); i++) {
            said = said.replace("{" + i + "}", all.get(i).toString());
        }
        return said;
    }

    /**
     * The problem of a record in the reader's language. English says it where it comes up, in more words than a cause has.
     *
     * @param problem as it came up
     * @param locale the reader's language
     * @return the same in English, and where there is no translation
     */
    public static SyncProblem in(Locale locale, SyncProblem problem) {
        Words words = of(locale);
        String key = "problem." + problem.cause().name();
        return words.sentences.containsKey(key + ".message")
                ? new SyncProblem(
                        problem.cause(),
                        words.say(key + ".message"),
                        words.say(key + ".remedy"),
                        problem.field(),
                        problem.faultCode(),
                        problem.detail(),
                        problem.blame(),
                        problem.intuitTid(),
                        problem.since())
                : problem;
    }

    /**
     * All sentences, by key.
     *
     * @return not to be changed
     */
    public Map<String, String> all() {
        return sentences;
    }
}
