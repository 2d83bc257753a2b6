package dev.tieout.matching.internal.text;

import java.util.LinkedHashSet;
import java.util.Set;

/** Other words that stand for a typed one. Stateless. */
public final class Variants {
    private Variants() {}

    /**
     * Returns what else may be written for a word: the short form and the long one, nicknames, a letter that sounds alike.
     *
     * @param word a folded word
     * @return the others, without itself
     */
    public static Set<String> of(String word) {
        Set<String> variants = new LinkedHashSet<>(Lexicon.spellings(word));
        variants.addAll(Nicknames.alike(word));
        variants.addAll(GivenNames.alike(word));
        String sound =
                word.replace("y", "i").replace("ph", "f").replace("ck", "k").replace("z", "s");
        variants.add(sound);
        if (sound.endsWith("e") && sound.length() > 4) {
            variants.add(sound.substring(0, sound.length() - 1));
        }
        if (word.startsWith("c")) {
            variants.add("k" + word.substring(1));
        } else if (word.startsWith("k")) {
            variants.add("c" + word.substring(1));
        } else if (word.startsWith("ph")) {
            variants.add("f" + word.substring(2));
        } else if (word.startsWith("f")) {
            variants.add("ph" + word.substring(1));
        }
        variants.remove(word);
        return variants;
    }

    /**
     * Says whether a word tells nothing when somebody is sought: a legal form, a title, "the".
     *
     * @param word a folded word
     * @return whether it may be left out
     */
    public static boolean saysNothing(String word) {
        int flags = Lexicon.flags(word);
        return (flags & (Lexicon.LEGAL | Lexicon.TITLE | Lexicon.STOP)) != 0;
    }
}
