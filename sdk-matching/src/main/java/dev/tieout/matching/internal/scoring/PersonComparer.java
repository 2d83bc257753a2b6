// Long because a name typed the wrong way round has many forms.
package dev.tieout.matching.internal.scoring;

import dev.tieout.matching.internal.text.Lexicon;
import dev.tieout.matching.internal.text.Nicknames;
import dev.tieout.matching.internal.text.WordTable;
import dev.tieout.matching.internal.text.Words;

/** Compares two persons by their names. Holds the last result; not thread-safe. */
final class PersonComparer {
    private final Statistics stats;
    private final WordTable words;

    int given;
    int surname;
    double nameWeight;
    int middle;
    double middleWeight;
    int generation;
    double generationWeight;
    int vetoes;
    /** Whether one given name is an initial of the other. */
    boolean initial;

    /** Whether both names are among those that most people know several of. */
    boolean common;

    PersonComparer(Statistics stats) {
        this.stats = stats;
        this.words = stats.words;
    }

    double total() {
        return nameWeight + middleWeight + generationWeight - 4 * Integer.bitCount(vetoes);
    }

    void copy(PersonComparer o) {
        given = o.given;
        surname = o.surname;
        nameWeight = o.nameWeight;
        middle = o.middle;
        middleWeight = o.middleWeight;
        generation = o.generation;
        generationWeight = o.generationWeight;
        vetoes = o.vetoes;
        initial = o.initial;
        common = o.common;
    }

    void compare(int[] a, int pa, int[] b, int pb) {
        vetoes = 0;
        initial = a[pa] >= 0 && b[pb] >= 0 && (Words.single(words, a[pa]) != Words.single(words, b[pb]));
        common = common(a[pa], a[pa + 2]) && common(b[pb], b[pb + 2]) && a[pa + 1] < 0 && b[pb + 1] < 0;
        double s = surname(a[pa + 2], a[pa + 3], b[pb + 2], b[pb + 3]);
        double g = given(a[pa], b[pb]);
        middle(a[pa + 1], b[pb + 1]);
        s = twoSurnames(a, pa, b, pb, s);
        if (given == Score.DIFFERENT || surname == Score.DIFFERENT) {
            int exchanged = exchanged(a, pa, b, pb);
            if (exchanged >= 0) {
                given = exchanged == 0 ? Score.SAME_WORDS : Score.NEAR;
                surname = given;
                g = stats.given(b[pb]) - 1.5;
                s = stats.surname(b[pb + 2]) - 1.5 - exchanged;
            } else {
                g = givenInPieces(a, pa, b, pb, g);
                s = surnameInPieces(a, pa, b, pb, s);
            }
            if (given == Score.DIFFERENT && surname == Score.DIFFERENT) {
                s = halfExchanged(a, pa, b, pb, s);
            }
        }
        if (given == Score.DIFFERENT) {
            byMiddleName(a, pa, b, pb);
            if (given == Score.SHORT_FORM) {
                g = 1.5;
            }
        }
        generation(a[pa + 4] & 255, b[pb + 4] & 255);
        if (given == Score.DIFFERENT) {
            vetoes |= Score.VETO_GIVEN;
        }
        if (surname == Score.DIFFERENT) {
            vetoes |= Score.VETO_SURNAME;
        }
        nameWeight = g + s;
    }

    /** "Juan Pérez Gomara", "Juan Carlos Pérez" and "Juan Carlos Pérez Gomara": what looks like a middle name is a surname. */
    private double twoSurnames(int[] a, int pa, int[] b, int pb, double otherwise) {
        if (middle == Score.SAME || given == Score.DIFFERENT) {
            return otherwise;
        }
        int ma = a[pa + 1];
        int mb = b[pb + 1];
        int s1a = a[pa + 2];
        int s1b = b[pb + 2];
        boolean inA = ma >= 0 && !Words.single(words, ma) && (ma == b[pb + 3] || (ma == s1b && s1a != s1b));
        boolean inB = mb >= 0 && !Words.single(words, mb) && (mb == a[pa + 3] || (mb == s1a && s1a != s1b));
        if (!inA && !inB) {
            return otherwise;
        }
        int shared = inA ? ma : mb;
        forgetMiddle();
        boolean both = s1a == s1b && s1a >= 0;
        surname = both ? Score.SAME_WORDS : Score.PART;
        double known = both ? stats.surname(s1a) + stats.surname(shared) * 0.5 : stats.surname(shared) - 1.5;
        return both ? known : Math.max(known, 0);
    }

    private boolean common(int givenName, int surnameWord) {
        return givenName >= 0
                && surnameWord >= 0
                && Lexicon.given(words.flags(givenName)) > 1
                && Lexicon.surname(words.flags(surnameWord)) > 1;
    }

    /**
     * Given name and surname typed into each other's place: 0 if letter for letter, more for slips beside, -1 if not so.
     */
    private int exchanged(int[] a, int pa, int[] b, int pb) {
        int one = exchangedSlips(a, pa, b, pb);
        int two = one < 0 ? -1 : exchangedSlips(b, pb, a, pa);
        if (two < 0 || one + two > 2) {
            return -1;
        }
        if (slips(a[pa], b[pb + 2]) < 0 || slips(b[pb], a[pa + 2]) < 0) {
            // What stands as a middle name is a piece.
            forgetMiddle();
        }
        return 2 * (one + two);
    }

    /** The slips in the given name of one, as it stands where the other has the surname; a blank in it is one. */
    private int exchangedSlips(int[] a, int pa, int[] b, int pb) {
        int whole = slips(a[pa], b[pb + 2]);
        boolean pieces = whole < 0
                && (Words.pieces(words, b[pb + 2], a[pa], a[pa + 1])
                        || Words.pieces(words, a[pa], b[pb + 3], b[pb + 2]));
        return pieces ? 1 : whole;
    }

    /** The surname of one stands where the other has the given name, and nothing else agrees: worth a suggestion. */
    private double halfExchanged(int[] a, int pa, int[] b, int pb, double otherwise) {
        int one = slips(a[pa + 2], b[pb]);
        int two = one >= 0 ? one : slips(a[pa], b[pb + 2]);
        if (two < 0) {
            return otherwise;
        }
        surname = Score.PART;
        return 1 - two;
    }

    /** 0 for the same word, 1 and 2 for one or two slips that nobody would take for another name, else -1. */
    private int slips(int p, int q) {
        if (p < 0 || q < 0 || Words.single(words, p) || Words.single(words, q)) {
            return -1;
        }
        if (p == q) {
            return 0;
        }
        return Words.near(words, p, q) ? 1 : Words.loose(words, p, q) ? 2 : -1;
    }

    /** "Ja ck" for Jack: what stands as given and middle name is one name with a blank in it. */
    private double givenInPieces(int[] a, int pa, int[] b, int pb, double otherwise) {
        boolean pieces = given == Score.DIFFERENT
                && (Words.pieces(words, b[pb], a[pa], a[pa + 1]) || Words.pieces(words, a[pa], b[pb], b[pb + 1]));
        if (!pieces) {
            return otherwise;
        }
        given = Score.NEAR;
        forgetMiddle();
        return Math.max(stats.given(a[pa]), stats.given(b[pb])) - 3;
    }

    /** "Heu ston" for Heuston: what stands as middle name and surname is one name with a blank in it. */
    private double surnameInPieces(int[] a, int pa, int[] b, int pb, double otherwise) {
        boolean pieces = surname == Score.DIFFERENT
                && (Words.pieces(words, b[pb + 2], a[pa + 1], a[pa + 2])
                        || Words.pieces(words, a[pa + 2], b[pb + 1], b[pb + 2]));
        if (!pieces) {
            return otherwise;
        }
        surname = Score.NEAR;
        forgetMiddle();
        return Math.max(stats.surname(a[pa + 2]), stats.surname(b[pb + 2])) - 3;
    }

    private void forgetMiddle() {
        middle = Score.ABSENT;
        middleWeight = 0;
        vetoes &= ~Score.VETO_MIDDLE;
    }

    private double surname(int a1, int a2, int b1, int b2) {
        if (a1 < 0 || b1 < 0) {
            surname = Score.ABSENT;
            return -1;
        }
        if (a1 == b1 && (a2 == b2 || a2 < 0 || b2 < 0)) {
            surname = a2 == b2 ? Score.SAME : Score.PART;
            return stats.surname(a1) - (a2 == b2 ? 0 : 1.5);
        }
        if (a1 == b1 || (a2 >= 0 && a2 == b1) || (b2 >= 0 && b2 == a1)) {
            surname = Score.PART;
            return stats.surname(a2 == b1 ? b1 : a1) - 2;
        }
        if (Words.single(words, a1) || Words.single(words, b1)) {
            boolean same = Words.sameFirstLetter(words, a1, b1);
            surname = same ? Score.SHORT_FORM : Score.DIFFERENT;
            return same ? 2.5 : -5;
        }
        if ((a2 >= 0 && Words.joined(words, b1, a2, a1)) || (b2 >= 0 && Words.joined(words, a1, b2, b1))) {
            surname = Score.SAME_WORDS;
            return stats.surname(a1) + 2;
        }
        if (Words.near(words, a1, b1)) {
            surname = Score.NEAR;
            return Math.min(stats.surname(a1), stats.surname(b1)) - 3.5;
        }
        if (Words.loose(words, a1, b1) || surnameSlip(a1, b1)) {
            surname = Score.OVERLAP;
            return Math.min(stats.surname(a1), stats.surname(b1)) - 5.5;
        }
        surname = Score.DIFFERENT;
        return -5;
    }

    private double given(int a, int b) {
        if (a < 0 || b < 0) {
            given = Score.ABSENT;
            return 0;
        }
        if (a == b) {
            given = Words.single(words, a) ? Score.SHORT_FORM : Score.SAME;
            return Words.single(words, a) ? 2 : stats.given(a);
        }
        if (Words.single(words, a) || Words.single(words, b)) {
            boolean same = Words.sameFirstLetter(words, a, b);
            given = same ? Score.SHORT_FORM : Score.DIFFERENT;
            return same ? 2 : -6;
        }
        if (Nicknames.share(words.nicknames(a), words.nicknames(b))) {
            given = Score.SHORT_FORM;
            return Math.min(stats.given(a), stats.given(b)) - 1;
        }
        if (frequent(a) && frequent(b)) {
            boolean oneName = words.sound(a) == words.sound(b);
            given = oneName ? Score.SHORT_FORM : Score.DIFFERENT;
            return oneName ? Math.min(stats.given(a), stats.given(b)) - 1 : -6;
        }
        if (Words.near(words, a, b)) {
            boolean bothNames = stats.givenCount(a) > 3 && stats.givenCount(b) > 3;
            given = bothNames ? Score.OVERLAP : Score.NEAR;
            return Math.min(stats.given(a), stats.given(b)) - (bothNames ? 5 : 3);
        }
        if (Words.prefix(words, a, b)) {
            given = Score.SHORT_FORM;
            return Math.min(stats.given(a), stats.given(b)) - 2.5;
        }
        if (Words.loose(words, a, b) || slip(a, b)) {
            given = Score.OVERLAP;
            return Math.min(stats.given(a), stats.given(b)) - 5;
        }
        given = Score.DIFFERENT;
        return -6;
    }

    /** Two names that many bear are two names however alike, unless one is a spelling of the other. */
    private boolean frequent(int name) {
        return Lexicon.given(words.flags(name)) > 0;
    }

    /** Nobody else bears one of the two, and it is close to the other, which is a name: rather a slip than a name. */
    private boolean slip(int a, int b) {
        boolean nobodyElse = Math.min(stats.givenCount(a), stats.givenCount(b)) <= 2;
        boolean oneIsAName = Math.max(stats.givenCount(a), stats.givenCount(b)) > 2 || known(a) != known(b);
        return nobodyElse && oneIsAName && close(a, b);
    }

    private boolean known(int name) {
        return words.nicknames(name).length > 0;
    }

    private boolean surnameSlip(int a, int b) {
        return Math.min(stats.surnameCount(a), stats.surnameCount(b)) <= 2 && close(a, b);
    }

    private boolean close(int a, int b) {
        int shorter = Math.min(words.length(a), words.length(b));
        return shorter >= 3 && Words.edits(words, a, b, 2) <= (shorter >= 5 ? 2 : 1);
    }

    /** J. Robert Smith and Robert Smith. */
    private void byMiddleName(int[] a, int pa, int[] b, int pb) {
        boolean aByMiddle = a[pa + 1] >= 0 && a[pa + 1] == b[pb] && isLeftOut(a[pa]);
        boolean bByMiddle = b[pb + 1] >= 0 && b[pb + 1] == a[pa] && isLeftOut(b[pb]);
        if (aByMiddle || bByMiddle) {
            given = Score.SHORT_FORM;
            middle = Score.ABSENT;
            middleWeight = 0;
            vetoes &= ~Score.VETO_MIDDLE;
        }
    }

    /** An initial, or one of the names that are seldom called alone: María del Carmen is Carmen. */
    private boolean isLeftOut(int name) {
        if (Words.single(words, name)) {
            return true;
        }
        String text = words.text(name);
        return text.equals("maria") || text.equals("jose");
    }

    private void middle(int a, int b) {
        if (a < 0 || b < 0) {
            middle = Score.ABSENT;
            middleWeight = 0;
        } else if (a == b) {
            middle = Score.SAME;
            middleWeight = Words.single(words, a) ? 2.2 : 3.5;
        } else if (Words.near(words, a, b)
                || (Words.sameFirstLetter(words, a, b) && (Words.single(words, a) || Words.single(words, b)))) {
            middle = Score.SHORT_FORM;
            middleWeight = 2.2;
        } else {
            middle = Score.DIFFERENT;
            middleWeight = -3;
            vetoes |= Score.VETO_MIDDLE;
        }
    }

    private void generation(int a, int b) {
        if (a == b) {
            generation = a == 0 ? Score.ABSENT : Score.SAME;
            generationWeight = a == 0 ? 0 : 2;
        } else if (a == 0 || b == 0) {
            generation = Score.PART;
            generationWeight = -3;
            vetoes |= Score.VETO_GENERATION;
        } else if (Math.min(a, b) == 1 && Math.max(a, b) == 10) {
            generation = Score.NEAR;
            generationWeight = 0;
        } else {
            generation = Score.DIFFERENT;
            generationWeight = -5;
            vetoes |= Score.VETO_GENERATION;
        }
    }
}
