package dev.tieout.matching.internal;

/**
 * How common each word is as a given name, as a surname and in the names of organisations, over both sides. A word that
 * is seldom seen is taken for as rare as names usually are, so that short lists do not make every name look common.
 * Immutable once built.
 */
final class Statistics {
    /** Names imagined beside the seen ones, and the share of one that was never seen. */
    private static final double IMAGINED = 2000;

    private static final double UNSEEN_GIVEN = 4e-4;
    private static final double UNSEEN_SURNAME = 4e-5;
    private static final double UNSEEN_WORD = 1e-4;
    private static final double UNSEEN_PLACE = 1e-4;

    final WordTable words;
    private final int[] given;
    private final int[] surname;
    private final int[] inName;
    private final float[] givenInfo;
    private final float[] surnameInfo;
    private final float[] wordInfo;
    private final float[] placeInfo;
    private int personNames;
    private int names;
    private int addresses;

    Statistics(WordTable words, Side a, Side b) {
        this.words = words;
        given = new int[words.size()];
        surname = new int[words.size()];
        inName = new int[words.size()];
        int[] place = new int[words.size()];
        count(a, place);
        count(b, place);
        givenInfo = info(given, personNames, UNSEEN_GIVEN);
        surnameInfo = info(surname, personNames, UNSEEN_SURNAME);
        wordInfo = info(inName, names, UNSEEN_WORD);
        placeInfo = info(place, addresses, UNSEEN_PLACE);
    }

    private void count(Side side, int[] place) {
        for (int r = 0; r < side.n; r++) {
            int p = side.at(r);
            for (int k = 0; k < side.persons(p); k++) {
                int person = side.person(p, k);
                add(given, side.cells[person]);
                add(surname, side.cells[person + 2]);
                add(surname, side.cells[person + 3]);
            }
            int view = side.firstView(p);
            for (int v = 0; v < side.views(p); v++) {
                for (int w = 0; w < side.words(view); w++) {
                    inName[side.cells[side.firstWord(view) + w]]++;
                }
                view = side.nextView(view);
            }
            add(place, side.street(p));
            add(place, side.city(p));
            add(place, side.zip(p));
            personNames += side.persons(p);
            names += side.views(p);
            addresses += side.street(p) >= 0 || side.zip(p) >= 0 ? 1 : 0;
        }
    }

    private static void add(int[] counts, int word) {
        if (word >= 0) {
            counts[word]++;
        }
    }

    private static float[] info(int[] counts, int total, double unseen) {
        double all = step(total) + IMAGINED;
        float[] out = new float[counts.length];
        for (int w = 0; w < counts.length; w++) {
            counts[w] = step(counts[w]);
            out[w] = (float) -Math.log((Math.max(counts[w] - 1.5, 0) + IMAGINED * unseen) / all);
        }
        return out;
    }

    /**
     * Rounds a number down to its three leading bits. Scores depend on such steps only, so that one record more or less
     * changes the scores of the few records that share a rare word with it, and not those of everybody.
     *
     * @param count a number, 0 or more
     * @return 0 to 7 as they are, then 8, 10, 12, 14, 16, 20 and so on
     */
    static int step(int count) {
        return count < 8 ? count : count & (-1 << (Integer.SIZE - 3 - Integer.numberOfLeadingZeros(count)));
    }

    int givenCount(int word) {
        return given[word];
    }

    int surnameCount(int word) {
        return surname[word];
    }

    /** Minus the logarithm of a given name's share. */
    float given(int word) {
        return givenInfo[word];
    }

    float surname(int word) {
        return surnameInfo[word];
    }

    float word(int word) {
        return wordInfo[word];
    }

    /** Minus the logarithm of the share of addresses with a street, city or postal code. */
    float place(int word) {
        return placeInfo[word];
    }

    int nameCount(int word) {
        return inName[word];
    }
}
