package dev.tieout.matching.internal.scoring;

import dev.tieout.matching.internal.records.Side;
import dev.tieout.matching.internal.text.Lexicon;
import dev.tieout.matching.internal.text.WordTable;
import dev.tieout.matching.internal.text.Words;
import java.util.Arrays;

/** Compares the names of two organisations word by word. Holds the last result; not thread-safe. */
final class NameComparer {
    /** What an initial tells. */
    private static final double LETTER = 2;

    private final Statistics stats;
    private final WordTable words;
    /** Of more words than these, the first in the order of their hashes are compared. */
    private static final int MOST_LEFT = 24;

    private int[] leftA = new int[MOST_LEFT];
    private int[] leftB = new int[MOST_LEFT];

    int level;
    double weight;
    int legal;
    double legalWeight;
    int vetoes;

    NameComparer(Statistics stats) {
        this.stats = stats;
        this.words = stats.words;
    }

    double total() {
        return weight + legalWeight - 4 * Integer.bitCount(vetoes);
    }

    void copy(NameComparer o) {
        level = o.level;
        weight = o.weight;
        legal = o.legal;
        legalWeight = o.legalWeight;
        vetoes = o.vetoes;
    }

    /** One of the two has no word to compare: that is no name to match by. */
    void nothing() {
        level = Score.ABSENT;
        weight = 0;
        legal = Score.ABSENT;
        legalWeight = 0;
        vetoes = Score.VETO_WORD;
    }

    void compare(Side a, int va, Side b, int vb, boolean cutA, boolean cutB) {
        vetoes = 0;
        marks(a.viewMarks(va), b.viewMarks(vb));
        int i = a.firstWord(va);
        int j = b.firstWord(vb);
        int ei = i + a.words(va);
        int ej = j + b.words(vb);
        int na = 0;
        int nb = 0;
        double rarest = 0;
        double sum = 0;
        while (i < ei || j < ej) {
            int wa = i < ei ? a.cells[i] : Integer.MAX_VALUE;
            int wb = j < ej ? b.cells[j] : Integer.MAX_VALUE;
            if (wa == wb) {
                double info = stats.word(wa);
                rarest = Math.max(rarest, info);
                sum += info;
                i++;
                j++;
            } else if (wa < wb) {
                leftA = roomFor(leftA, na);
                leftA[na++] = wa;
                i++;
            } else {
                leftB = roomFor(leftB, nb);
                leftB[nb++] = wb;
                j++;
            }
        }
        if (na == 0 && nb == 0) {
            boolean strict = a.viewStrict(va) == b.viewStrict(vb);
            level = strict ? Score.SAME : Score.SAME_WORDS;
            weight = damped(rarest, sum) - (strict ? 0 : 0.3);
        } else {
            words.sort(leftA, na);
            words.sort(leftB, nb);
            leftovers(Math.min(na, MOST_LEFT), Math.min(nb, MOST_LEFT), rarest, sum, cutA, cutB);
        }
    }

    private static int[] roomFor(int[] list, int n) {
        return n < list.length ? list : Arrays.copyOf(list, n * 2);
    }

    /** Words of one name are not independent: the rarest counts whole, the others in part. */
    private static double damped(double rarest, double sum) {
        return rarest + 0.75 * (sum - rarest);
    }

    private void leftovers(int na, int nb, double rarest, double sum, boolean cutA, boolean cutB) {
        double best = rarest;
        double total = sum;
        double penalty = 0;
        int restA = na;
        int near = 0;
        if (na + nb > 2) {
            int joined = join(leftA, na, leftB, nb) + join(leftB, nb, leftA, na);
            for (int x = 0; joined > 0 && x < na; x++) {
                restA -= leftA[x] < 0 ? 1 : 0;
            }
            near = joined;
            penalty = joined;
            total += 6.0 * joined;
            best = joined > 0 ? Math.max(best, 6) : best;
        }
        for (int x = 0; x < na; x++) {
            if (leftA[x] < 0) {
                continue;
            }
            int partner = partner(leftA[x], nb);
            if (partner >= 0) {
                double info = Math.min(stats.word(leftA[x]), stats.word(leftB[partner]));
                best = Math.max(best, info);
                total += info;
                penalty += penalty(leftA[x], leftB[partner]);
                leftB[partner] = -1;
                leftA[x] = -1;
                restA--;
                near++;
            }
        }
        int restB = 0;
        for (int y = 0; y < nb; y++) {
            restB += leftB[y] >= 0 ? 1 : 0;
        }
        if (restA + restB > 2
                && sum == 0
                && near == 0
                && (initials(leftA, na, leftB, nb) || initials(leftB, nb, leftA, na))) {
            level = Score.SHORT_FORM;
            weight = LETTER * Math.max(restA, restB);
            vetoes |= Score.VETO_WORD;
            return;
        }
        finish(na, nb, restA, restB, near, damped(best, total) - penalty, (cutA && restA == 0) || (cutB && restB == 0));
    }

    private void finish(int na, int nb, int restA, int restB, int near, double base, boolean truncated) {
        weight = base;
        if (restA == 0 && restB == 0) {
            level = Score.NEAR;
            return;
        }
        if (truncated && restA + restB <= 3) {
            level = Score.PART;
            weight -= 1;
            return;
        }
        boolean digits = false;
        double rest = 0;
        for (int x = 0; x < na; x++) {
            rest += lost(leftA[x]);
            digits |= leftA[x] >= 0 && (words.flags(leftA[x]) & Lexicon.DIGITS) != 0;
        }
        for (int y = 0; y < nb; y++) {
            rest += lost(leftB[y]);
            digits |= leftB[y] >= 0 && (words.flags(leftB[y]) & Lexicon.DIGITS) != 0;
        }
        boolean oneSided = Math.min(restA, restB) == 0;
        level = base <= 1 ? Score.DIFFERENT : oneSided ? Score.PART : Score.OVERLAP;
        weight -= oneSided ? 0.6 * rest : rest;
        vetoes |= digits ? Score.VETO_NUMBER : Score.VETO_WORD;
        if (near > 0 && base <= 1) {
            level = Score.OVERLAP;
        }
    }

    /** What a word that the other name lacks costs. */
    private double lost(int w) {
        return w < 0 ? 0 : Math.min(5, 2 + 0.3 * stats.word(w));
    }

    private int partner(int w, int nb) {
        for (int y = 0; y < nb; y++) {
            int v = leftB[y];
            if (v >= 0 && !numbers(w, v) && !bothCommon(w, v) && Words.near(words, w, v)) {
                return y;
            }
        }
        for (int y = 0; y < nb; y++) {
            int v = leftB[y];
            if (v >= 0 && !numbers(w, v) && !bothCommon(w, v) && (Words.loose(words, w, v) || abbreviates(w, v))) {
                return y;
            }
        }
        return -1;
    }

    /** A trade cut short ("Log." for logistics) says nearly as much as in full; other differences are slips or guesses. */
    private double penalty(int w, int v) {
        int longer = words.length(w) > words.length(v) ? w : v;
        if (abbreviates(w, v) && (words.flags(longer) & Lexicon.TRADE) != 0) {
            return 1.5;
        }
        return Words.near(words, w, v) ? 3 : 4;
    }

    private boolean numbers(int a, int b) {
        return ((words.flags(a) | words.flags(b)) & Lexicon.DIGITS) != 0;
    }

    /** Two words that both stand in many names are two words, however alike: Marine and Marina. */
    private boolean bothCommon(int a, int b) {
        return stats.nameCount(a) > 4 && stats.nameCount(b) > 4;
    }

    private boolean abbreviates(int a, int b) {
        return Words.prefix(words, a, b);
    }

    /** "TF" and "Thornton Foods": one word that is made of the first letters of all words of the other name. */
    private boolean initials(int[] one, int n1, int[] two, int n2) {
        if (n1 != 1 || n2 < 2 || words.length(one[0]) != n2) {
            return false;
        }
        for (int i = 0; i < n2; i++) {
            char letter = words.charAt(one[0], i);
            int inWord = 0;
            int first = 0;
            for (int k = 0; k < n2; k++) {
                inWord += words.charAt(one[0], k) == letter ? 1 : 0;
                first += words.charAt(two[k], 0) == letter ? 1 : 0;
            }
            if (inWord != first) {
                return false;
            }
        }
        return true;
    }

    /** Takes out words of one name that are two words of the other run together, and returns how many they are. */
    private int join(int[] one, int n1, int[] two, int n2) {
        int found = 0;
        for (int x = 0; x < n1 && n2 > 1; x++) {
            for (int y = 0; one[x] >= 0 && y < n2; y++) {
                for (int z = 0; one[x] >= 0 && two[y] >= 0 && z < n2; z++) {
                    if (z != y && two[z] >= 0 && Words.joined(words, one[x], two[y], two[z])) {
                        one[x] = -1;
                        two[y] = -1;
                        two[z] = -1;
                        found++;
                    }
                }
            }
        }
        return found;
    }

    private void marks(int a, int b) {
        int la = a & 63;
        int lb = b & 63;
        if (la == 0 || lb == 0) {
            legal = Score.ABSENT;
            legalWeight = la == lb ? 0 : -0.6;
        } else if (la == lb) {
            legal = Score.SAME;
            legalWeight = 1.2;
        } else {
            legal = Score.DIFFERENT;
            legalWeight = -3;
            vetoes |= Score.VETO_LEGAL;
        }
        int sa = a >> 6;
        int sb = b >> 6;
        if (sa >> 1 != sb >> 1) {
            boolean disambiguator = (sa == 0 && (sb & 1) == 0) || (sb == 0 && (sa & 1) == 0);
            legalWeight -= disambiguator ? 1 : 4;
            vetoes |= disambiguator ? 0 : Score.VETO_SERIES;
        }
    }
}
