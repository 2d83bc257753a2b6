package dev.tieout.matching;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What keeps a pair from being matched without a person, however much else agrees. It never keeps the pair from being
 * suggested.
 *
 * <p>Immutable.
 *
 * @param kind what contradicts
 */
public record Contradiction(Kind kind) {
    /** What can contradict. */
    public enum Kind {
        /** Different given names: members of one family share everything else. */
        GIVEN_NAME,
        /** Different surnames. */
        SURNAME,
        /** Jr against Sr, II against III. */
        GENERATION,
        /** Different middle names or initials. */
        MIDDLE_NAME,
        /** Numbers that tell sister companies apart: Properties II, Properties III. */
        SERIES,
        /** Different legal forms, LLC against LP, unless both have the same address. */
        LEGAL_FORM,
        /** A person against a business, a trust or an estate, or against a contact who stands for one. */
        OTHER_KIND,
        /** A word of the name that the other one lacks or has otherwise; initials count as the words at the same address. */
        OTHER_WORD,
        /** A household against one member, while the other member is on record alone. */
        HOUSEHOLD_MEMBER,
        /** Different numbers inside the names. */
        OTHER_NUMBER,
        /** Nothing but the name agrees, in lists too short to tell whether the name is rare. */
        OTHER_EMAIL
    }

    /**
     * Says in words what contradicts.
     *
     * @param locale the reader's language
     * @return a short phrase
     */
    public String text(Locale locale) {
        return bundle(locale).getString("contradiction." + kind);
    }

    /**
     * Says in words what would lift it.
     *
     * @param locale the reader's language
     * @return a short sentence
     */
    public String liftedBy(Locale locale) {
        return bundle(locale).getString("lifted." + kind);
    }

    static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("dev.tieout.matching.messages", translated(locale));
    }

    /**
     * The language in which something is said. Not what a bundle would fall back to, which is the machine's language.
     *
     * @param locale the reader's
     * @return Spanish, or the root, which is English
     */
    static Locale translated(Locale locale) {
        return locale.getLanguage().equals("es") ? Locale.forLanguageTag("es") : Locale.ROOT;
    }
}
