package dev.tieout.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Explanations are in the reader's language, whole. */
class LanguagesTest {
    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.tieout.matching.messages", "dev.tieout.matching.items.messages"})
    void bothLanguagesHaveTheSameKeysAndPlaces(String name) {
        ResourceBundle english = ResourceBundle.getBundle(name, Locale.ROOT);
        ResourceBundle spanish = ResourceBundle.getBundle(name, SPANISH);

        assertThat(spanish.getLocale()).isEqualTo(SPANISH);
        // Its own keys: what it lacked would come from its parent.
        for (String key : english.keySet()) {
            assertThat(spanish.getString(key)).as(key).isNotEqualTo(english.getString(key));
            assertThat(places(spanish.getString(key))).as(key).isEqualTo(places(english.getString(key)));
        }
        assertThat(spanish.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void whoReadsNeitherReadsEnglishWhateverTheMachineSpeaks() {
        Locale machine = Locale.getDefault();
        Locale.setDefault(SPANISH);
        try {
            assertThat(Contradiction.bundle(Locale.GERMANY).getString("decided"))
                    .isEqualTo("Decided by a person");
            assertThat(Contradiction.bundle(Locale.ENGLISH).getString("decided"))
                    .isEqualTo("Decided by a person");
            assertThat(Contradiction.bundle(Locale.forLanguageTag("es-MX")).getString("decided"))
                    .isEqualTo("Decidido por una persona");
        } finally {
            Locale.setDefault(machine);
        }
    }
}
