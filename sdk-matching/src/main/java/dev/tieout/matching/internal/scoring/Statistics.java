package dev.tieout.matching.internal.scoring;

import dev.tieout.matching.internal.index.Ints;
import dev.tieout.matching.internal.records.Side;
import dev.tieout.matching.internal.text.FrequentNames;
import dev.tieout.matching.internal.text.Lexicon;
import dev.tieout.matching.internal.text.WordTable;
import java.util.Arrays;

/**
 * How common each word is as a given name, as a surname, in the names of organisations and in addresses, over both sides.
 * A word that is seldom seen is taken for as rare as names usually are, so that short lists do not make every name look
 * common. Counts change with the records at once; what is told of them changes with {@link #commit}. Thread-safe between.
 */
public final class Statistics {
    static final int GIVEN = 0;
    static final int SURNAME = 1;
    static final int IN_NAME = 2;
    static final int PLACE = 3;
    private static final int ROLES = 4;

    /** Names imagined beside the seen ones, and the share of one that was never seen. */
    private static final double IMAGINED = 2000;

    private static final double[] UNSEEN = {4e-4, 4e-5, 1e-4, 1e-4};

    /** The shares of given names and surnames of each class of frequent ones, which a short list cannot tell. */
    private static final double[][] FREQUENT = {{4e-4, 5e-4, 2e-3, 1.2e-2}, {4e-5, 4e-4, 1.5e-3, 9e-3}};

    /** The steps of all ints. */
    private static final int STEPS = 128;

    final WordTable words;
    private final int[][] counts = new int[ROLES][];
    /** The number of each count's step as it was last told. */
    private final byte[][] steps = new byte[ROLES][];
    /** What a word of a step tells. */
    private final float[][] info = new float[ROLES][STEPS];
    /** The same for frequent given names and surnames, by their class. */
    private final float[][][] frequent = new float[2][FrequentNames.CLASSES][STEPS];
    /** Records' names of persons, names of organisations, addresses; and their steps as they were last told. */
    private final int[] totals = new int[3];

    private final int[] toldTotals = {-1, -1, -1};

    /** The words whose counts changed since the last commit, each with its role: {@code word * 4 + role}. */
    private final Ints touched = new Ints(16);

    final ListHabits habits = new ListHabits();
    private final Side clients;

    public Statistics(WordTable words, Side a, Side b) {
        this.words = words;
        clients = a;
        grow();
        count(a);
        count(b);
        tellAll();
    }

    private void count(Side side) {
        for (int r = 0; r < side.n; r++) {
            count(side, side.at(r), 1, false);
            habits.count(side, side == clients, side.at(r), 1);
        }
    }

    /** Counts a record that comes (1) or goes (-1). */
    public void count(Side side, int p, int sign) {
        grow();
        count(side, p, sign, true);
        habits.count(side, side == clients, p, sign);
    }

    boolean ofClients(Side side) {
        return side == clients;
    }

    private void grow() {
        if (counts[0] == null || counts[0].length < words.size()) {
            int n = counts[0] == null ? words.size() : words.size() + (words.size() >> 3);
            for (int role = 0; role < ROLES; role++) {
                counts[role] = counts[role] == null ? new int[n] : Arrays.copyOf(counts[role], n);
                steps[role] = steps[role] == null ? new byte[n] : Arrays.copyOf(steps[role], n);
            }
        }
    }

    private void count(Side side, int p, int sign, boolean note) {
        for (int k = 0; k < side.persons(p); k++) {
            int person = side.person(p, k);
            add(GIVEN, side.cells[person], sign, note);
            add(SURNAME, side.cells[person + 2], sign, note);
            add(SURNAME, side.cells[person + 3], sign, note);
        }
        int view = side.firstView(p);
        for (int v = 0; v < side.views(p); v++) {
            for (int w = 0; w < side.words(view); w++) {
                add(IN_NAME, side.cells[side.firstWord(view) + w], sign, note);
            }
            view = side.nextView(view);
        }
        add(PLACE, side.street(p), sign, note);
        add(PLACE, side.city(p), sign, note);
        add(PLACE, side.zip(p), sign, note);
        totals[0] += sign * side.persons(p);
        totals[1] += sign * side.views(p);
        totals[2] += side.street(p) >= 0 || side.zip(p) >= 0 ? sign : 0;
    }

    private void add(int role, int word, int sign, boolean note) {
        if (word >= 0) {
            counts[role][word] += sign;
            if (note) {
                touched.add(word * ROLES + role);
            }
        }
    }

    private void tellAll() {
        for (int role = 0; role < ROLES; role++) {
            for (int w = 0; w < counts[role].length; w++) {
                steps[role][w] = (byte) stepNumber(counts[role][w]);
            }
        }
        tellTotals();
    }

    private void tellTotals() {
        habits.tell();
        for (int role = 0; role < ROLES; role++) {
            double all = step(totals[Math.max(role - 1, 0)]) + IMAGINED;
            for (int s = 0; s < STEPS; s++) {
                info[role][s] = info(s, UNSEEN[role], all);
                for (int c = 0; role <= SURNAME && c < FrequentNames.CLASSES; c++) {
                    frequent[role][c][s] = info(s, FREQUENT[role][c], all);
                }
            }
        }
        for (int t = 0; t < totals.length; t++) {
            toldTotals[t] = step(totals[t]);
        }
    }

    private static float info(int step, double share, double all) {
        return (float) -Math.log((Math.max(stepOf(step) - 1.5, 0) + IMAGINED * share) / all);
    }

    /** Whether so much changed since the last commit that what every word tells changes. */
    public boolean everyWordChanges() {
        for (int t = 0; t < totals.length; t++) {
            if (step(totals[t]) != toldTotals[t]) {
                return true;
            }
        }
        return habits.changed();
    }

    /**
     * Returns which words tell something else as soon as the changes are committed.
     *
     * @return a bit {@code 1 << role} of each word, or an empty array if there is no such word
     */
    public byte[] changes() {
        byte[] changes = {};
        for (int t = 0; t < touched.size; t++) {
            int word = touched.a[t] / ROLES;
            int role = touched.a[t] % ROLES;
            if (stepNumber(counts[role][word]) != steps[role][word]) {
                changes = changes.length == 0 ? new byte[words.size()] : changes;
                changes[word] |= (byte) (1 << role);
            }
        }
        return changes;
    }

    /** Whether a record has one of the words {@link #changes} returned, in a role in which it tells something else. */
    public static boolean tellsOf(Side side, int p, byte[] changes) {
        int found = 0;
        for (int k = 0; k < side.persons(p); k++) {
            int person = side.person(p, k);
            found |= role(side.cells[person], changes) & 1 << GIVEN;
            found |= role(side.cells[person + 2], changes) & 1 << SURNAME;
            found |= role(side.cells[person + 3], changes) & 1 << SURNAME;
        }
        int view = side.firstView(p);
        for (int v = 0; v < side.views(p); v++) {
            for (int w = 0; w < side.words(view); w++) {
                found |= role(side.cells[side.firstWord(view) + w], changes) & 1 << IN_NAME;
            }
            view = side.nextView(view);
        }
        int places = role(side.street(p), changes) | role(side.city(p), changes) | role(side.zip(p), changes);
        return (found | (places & 1 << PLACE)) != 0;
    }

    private static int role(int word, byte[] changes) {
        return word < 0 ? 0 : changes[word];
    }

    /** Tells what was counted. */
    public void commit() {
        if (everyWordChanges()) {
            tellTotals();
        }
        for (int t = 0; t < touched.size; t++) {
            int word = touched.a[t] / ROLES;
            int role = touched.a[t] % ROLES;
            steps[role][word] = (byte) stepNumber(counts[role][word]);
        }
        touched.size = 0;
    }

    /**
     * Rounds a number down to its three leading bits. Scores depend on such steps only, so that one record more or less
     * changes the scores of the few records that share a rare word with it, and not those of everybody.
     *
     * @param count a number, 0 or more
     * @return 0 to 7 as they are, then 8, 10, 12, 14, 16, 20 and so on
     */
    public static int step(int count) {
        return stepOf(stepNumber(count));
    }

    private static int stepNumber(int count) {
        if (count < 8) {
            return count;
        }
        int shift = Integer.SIZE - 3 - Integer.numberOfLeadingZeros(count);
        return 4 * shift + (count >>> shift);
    }

    private static int stepOf(int number) {
        int shift = Math.max(number / 4 - 1, 0);
        return (number - 4 * shift) << shift;
    }

    private int told(int role, int word) {
        return stepOf(steps[role][word]);
    }

    int givenCount(int word) {
        return told(GIVEN, word);
    }

    int surnameCount(int word) {
        return told(SURNAME, word);
    }

    int nameCount(int word) {
        return told(IN_NAME, word);
    }

    /** Minus the logarithm of a given name's share. */
    float given(int word) {
        return frequent[GIVEN][Lexicon.given(words.flags(word))][steps[GIVEN][word]];
    }

    float surname(int word) {
        return frequent[SURNAME][Lexicon.surname(words.flags(word))][steps[SURNAME][word]];
    }

    float word(int word) {
        return info[IN_NAME][steps[IN_NAME][word]];
    }

    /** Minus the logarithm of the share of addresses with a street, city or postal code. */
    float place(int word) {
        return info[PLACE][steps[PLACE][word]];
    }
}
