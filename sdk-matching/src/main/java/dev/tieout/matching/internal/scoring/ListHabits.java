package dev.tieout.matching.internal.scoring;

import dev.tieout.matching.internal.records.Side;

/**
 * What the names of a whole list have in common: a code in most of them, a company beside many persons. One record cannot
 * tell. Counts change with the records at once; what is told of them changes with {@link #tell}. Thread-safe between.
 */
final class ListHabits {
    private static final int RECORDS = 0;
    private static final int CODED_FIRST = 1;
    private static final int CODED_LAST = 2;
    private static final int BESIDE_COMPANY = 3;
    private static final int PERSONS = 4;
    private static final int COUNTS = 5;

    /** Fewer records have no habit. */
    private static final int FEW = 5;

    private final int[][] counts = new int[2][COUNTS];
    private int told;

    void count(Side s, boolean client, int p, int sign) {
        int[] side = counts[client ? 0 : 1];
        side[RECORDS] += sign;
        int reading = p;
        boolean person = false;
        for (int r = s.readings(p); r > 0; r--) {
            side[CODED_FIRST] += s.codedFirst(reading) ? sign : 0;
            side[CODED_LAST] += s.codedLast(reading) ? sign : 0;
            side[BESIDE_COMPANY] += s.besideCompany(reading) ? sign : 0;
            person |= s.personal(reading) && !s.contactOnly(reading);
            reading = s.nextReading(reading);
        }
        side[PERSONS] += person ? sign : 0;
    }

    boolean changed() {
        return now() != told;
    }

    void tell() {
        told = now();
    }

    private int now() {
        int bits = 0;
        for (int side = 0; side < 2; side++) {
            int[] c = counts[side];
            bits |= habit(c[CODED_FIRST], c[RECORDS], 2) << side;
            bits |= habit(c[CODED_LAST], c[RECORDS], 2) << (2 + side);
            bits |= habit(c[BESIDE_COMPANY], c[PERSONS], 4) << (4 + side);
        }
        return bits;
    }

    /** 1 if at least one of so many has it. */
    private static int habit(int having, int of, int many) {
        return having >= FEW && having * (long) many >= of ? 1 : 0;
    }

    boolean codesFirst(boolean client) {
        return (told >> (client ? 0 : 1) & 1) != 0;
    }

    boolean codesLast(boolean client) {
        return (told >> (client ? 2 : 3) & 1) != 0;
    }

    boolean employers(boolean client) {
        return (told >> (client ? 4 : 5) & 1) != 0;
    }
}
