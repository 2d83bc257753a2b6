package dev.tieout.matching.internal.scoring;

/** What one comparison found, field by field. Filled by the scorer and reused from pair to pair; not thread-safe. */
public final class Score {
    static final int START = 0;
    static final int NAME = 1;
    static final int MIDDLE = 2;
    static final int GENERATION = 3;
    static final int LEGAL = 4;
    static final int EMAIL = 5;
    static final int PHONE = 6;
    static final int ADDRESS = 7;
    static final int CONTACT = 8;
    private static final int FIELDS = 9;

    static final int SAME = 0;
    static final int SAME_WORDS = 1;
    static final int SHARED = 2;
    static final int SHORT_FORM = 3;
    static final int NEAR = 4;
    static final int PART = 5;
    static final int OVERLAP = 6;
    static final int ABSENT = 7;
    static final int DIFFERENT = 8;

    static final int VETO_GIVEN = 1;
    static final int VETO_SURNAME = 1 << 1;
    static final int VETO_GENERATION = 1 << 2;
    static final int VETO_MIDDLE = 1 << 3;
    static final int VETO_SERIES = 1 << 4;
    static final int VETO_LEGAL = 1 << 5;
    static final int VETO_KIND = 1 << 6;
    static final int VETO_WORD = 1 << 7;
    static final int VETO_MEMBER = 1 << 8;
    static final int VETO_NUMBER = 1 << 9;
    /** The name is the same, an address, e-mail or postal, differs, nothing else decides, and the lists are too short to tell rare names. */
    public static final int VETO_SHORT_LIST = 1 << 10;

    final double[] weight = new double[FIELDS];
    final int[] level = new int[FIELDS];
    public int vetoes;
    public double total;

    /** An empty score. */
    public Score() {}

    void clear() {
        for (int f = 0; f < FIELDS; f++) {
            weight[f] = 0;
            level[f] = ABSENT;
        }
        vetoes = 0;
        total = 0;
    }

    void set(int field, int newLevel, double newWeight) {
        level[field] = newLevel;
        weight[field] = newWeight;
    }

    /** How well the names alone agree: what contradicts counts as much as a rare word. */
    double ofName() {
        double s = -8 * Integer.bitCount(vetoes);
        for (int f = 0; f < FIELDS; f++) {
            s += weight[f];
        }
        return s;
    }

    void takeName(Score o) {
        System.arraycopy(o.weight, 0, weight, 0, FIELDS);
        System.arraycopy(o.level, 0, level, 0, FIELDS);
        vetoes = o.vetoes;
    }

    /** Whether both have an e-mail address that nobody else has. */
    public boolean sameOwnEmail() {
        return level[EMAIL] == SAME;
    }

    void sum() {
        double s = 0;
        for (double w : weight) {
            s += w;
        }
        total = s;
    }

    /**
     * Returns how many fields are weighed; they are numbered from 0 as {@code Evidence.Field} lists them.
     *
     * @return the number
     */
    public int fields() {
        return FIELDS;
    }

    /**
     * Returns how a field's values relate, as {@code Evidence.Level} lists the levels.
     *
     * @param field the field's number
     * @return the level's number
     */
    public int level(int field) {
        return level[field];
    }

    /**
     * Returns what a field adds.
     *
     * @param field the field's number
     * @return natural log odds
     */
    public double weight(int field) {
        return weight[field];
    }

    /**
     * Returns the sum of the weights.
     *
     * @return natural log odds
     */
    public double total() {
        return total;
    }

    /**
     * Returns what contradicts, a bit for each of {@code Contradiction.Kind} in its order.
     *
     * @return the bits
     */
    public int vetoes() {
        return vetoes;
    }
}
