package dev.tieout.matching.internal;

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
    }

    void compare(int[] a, int pa, int[] b, int pb) {
        vetoes = 0;
        double s = surname(a[pa + 2], a[pa + 3], b[pb + 2], b[pb + 3]);
        double g = given(a[pa], b[pb]);
        if (given == Score.DIFFERENT && (surname == Score.DIFFERENT || surname == Score.NEAR)) {
            if (swapped(a, pa, b, pb)) {
                given = Score.SAME_WORDS;
                surname = Score.SAME_WORDS;
                g = stats.given(a[pa]) - 1.5;
                s = stats.surname(a[pa + 2]) - 1.5;
            }
        }
        middle(a[pa + 1], b[pb + 1]);
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

    private boolean swapped(int[] a, int pa, int[] b, int pb) {
        return a[pa] >= 0 && a[pa + 2] >= 0 && a[pa] == b[pb + 2] && a[pa + 2] == b[pb];
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
            return same ? 2.5 : -6;
        }
        if ((a2 >= 0 && Words.joined(words, b1, a2, a1)) || (b2 >= 0 && Words.joined(words, a1, b2, b1))) {
            surname = Score.SAME_WORDS;
            return stats.surname(a1) + 2;
        }
        if (Words.near(words, a1, b1)) {
            surname = Score.NEAR;
            return Math.min(stats.surname(a1), stats.surname(b1)) - 3.5;
        }
        if (Words.loose(words, a1, b1)) {
            surname = Score.OVERLAP;
            return Math.min(stats.surname(a1), stats.surname(b1)) - 5.5;
        }
        surname = Score.DIFFERENT;
        return -6;
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

    /** Nobody else bears one of the two, and it is close to the other: rather a slip than a name. */
    private boolean slip(int a, int b) {
        int shorter = Math.min(words.length(a), words.length(b));
        boolean nobodyElse = Math.min(stats.givenCount(a), stats.givenCount(b)) <= 2
                && Math.max(stats.givenCount(a), stats.givenCount(b)) > 2;
        return nobodyElse && shorter >= 3 && Words.edits(words, a, b, 2) <= (shorter >= 5 ? 2 : 1);
    }

    /** J. Robert Smith and Robert Smith. */
    private void byMiddleName(int[] a, int pa, int[] b, int pb) {
        boolean aByMiddle = a[pa + 1] >= 0 && a[pa + 1] == b[pb] && Words.single(words, a[pa]);
        boolean bByMiddle = b[pb + 1] >= 0 && b[pb + 1] == a[pa] && Words.single(words, b[pb]);
        if (aByMiddle || bByMiddle) {
            given = Score.SHORT_FORM;
            middle = Score.ABSENT;
            middleWeight = 0;
            vetoes &= ~Score.VETO_MIDDLE;
        }
    }

    private void middle(int a, int b) {
        if (a < 0 || b < 0) {
            middle = Score.ABSENT;
            middleWeight = 0;
        } else if (a == b) {
            middle = Score.SAME;
            middleWeight = Words.single(words, a) ? 2.2 : 3.5;
        } else if (Words.sameFirstLetter(words, a, b)
                && (Words.single(words, a) || Words.single(words, b) || Words.near(words, a, b))) {
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
