package dev.tieout.matching.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextKeysTest {
    @Test
    void accentsCaseAndTypographyFold() {
        assertThat(TextKeys.fold("  José  Ålvarez\u00a0")).isEqualTo("jose alvarez");
        assertThat(TextKeys.fold("Søn Łódź Straße")).isEqualTo("son lodz strasse");
        assertThat(TextKeys.fold("Jeff\u2019s \u2013 Jalopies")).isEqualTo("jeff's - jalopies");
        assertThat(TextKeys.fold("株式会社")).isEqualTo("株式会社");
    }

    @Test
    void tidyKeepsCaseAndAccents() {
        assertThat(TextKeys.tidy(" José\t Á. \u201cPepe\u201d ")).isEqualTo("José Á. \"Pepe\"");
    }

    @Test
    void wordsJoinApostrophesAndDottedInitials() {
        assertThat(TextKeys.words("O'Brien & Søn, L.L.C.")).containsExactly("obrien", "and", "son", "llc");
        assertThat(TextKeys.words("A1-Plumbing / 24.7")).containsExactly("a1", "plumbing", "24", "7");
        assertThat(TextKeys.words("Juarez, S.")).containsExactly("juarez", "s");
        assertThat(TextKeys.words(" - ")).isEmpty();
    }

    @Test
    void severalAddressesInOneFieldAreSplitAndMadeCanonical() {
        assertThat(TextKeys.emails("Jo.Doe+qb@GoogleMail.com; <b@x.org>, jodoe@gmail.com"))
                .containsExactly("jodoe@gmail.com", "b@x.org");
        assertThat(TextKeys.emails("mailto:a.b@work.example")).containsExactly("a.b@work.example");
        assertThat(TextKeys.emails("none")).isEmpty();
        assertThat(TextKeys.emails("@x.org")).isEmpty();
    }

    @Test
    void phoneNumbersLoseDecorationAndExtension() {
        assertThat(TextKeys.phoneDigits("+1 (404) 688-9867 x201")).isEqualTo("4046889867");
        assertThat(TextKeys.phoneDigits("404.688.9867 ext. 5")).isEqualTo("4046889867");
        assertThat(TextKeys.phoneDigits("12345")).isEmpty();
    }

    @Test
    void oneTypingErrorIsSeen() {
        assertThat(TextKeys.withinOneEdit("kathryn", "ktahryn")).isTrue();
        assertThat(TextKeys.withinOneEdit("larry", "lary")).isTrue();
        assertThat(TextKeys.withinOneEdit("design", "dexign")).isTrue();
        assertThat(TextKeys.withinOneEdit("mark", "marc")).isTrue();
        assertThat(TextKeys.withinOneEdit("mary", "marie")).isFalse();
        assertThat(TextKeys.withinOneEdit("ab", "ba")).isTrue();
        assertThat(TextKeys.withinOneEdit("abc", "cba")).isFalse();
    }

    @Test
    void hashIsStable() {
        assertThat(TextKeys.hash("xabcx", 1, 4)).isEqualTo(TextKeys.hash("abc", 0, 3));
        assertThat(TextKeys.hash("abc", 0, 3)).isNotEqualTo(TextKeys.hash("acb", 0, 3));
    }
}
