// Long because the rules that need both the name and the contact data stand side by side.
package dev.tieout.matching.internal.scoring;

import dev.tieout.matching.internal.records.NameReader;
import dev.tieout.matching.internal.records.Side;
import dev.tieout.matching.internal.text.Words;

/** Weighs all the evidence for one pair. Not thread-safe: one for each thread. */
public final class PairScorer {
    /** Below this many records a person can look through what is doubtful. */
    private static final int SHORT_LIST = 256;

    /** Below this many, a name that is common everywhere may be borne by the next client to come. */
    private static final int FEW_RECORDS = 2_000;

    /** A house number and a street without the town are found in many towns. */
    private static final double WHOLE_ADDRESS = 6;

    /** A surname or a given name alone, and nothing beside it, is what many bear. */
    private static final double HALF_A_NAME = 3;

    private static final double HALF_A_SURNAME = 4.5;

    /** Who has a company beside the name may stand for it: a record without is likelier the person's. */
    private static final double BESIDE_A_COMPANY = 4;

    /** What speaks for the firm then: another address or number, a short form of the name. */
    private static final double DIFFERS_BESIDE = 6;

    private static final double WRITTEN_OTHERWISE = 3;

    /** Where many persons have a company beside the name, it says little. */
    private static final double EMPLOYED = 0.5;

    /** A remark that the other name has otherwise. */
    private static final double ANOTHER_NOTE = 3;

    /** Under one roof, or with one e-mail address, a given name with another surname is rather one who married. */
    private static final double RENAMED = 1;

    private final Statistics stats;
    private final PersonComparer person;
    private final PersonComparer bestPerson;
    private final NameComparer name;
    private final NameComparer bestName;
    private final ContactScorer contacts;
    private final Members members;
    private final Firms firms;
    private final boolean shortList;
    private final boolean fewRecords;
    /** Whether the persons' names are so common that one alone says nothing. */
    private boolean common;

    private final double start;
    private final Score other = new Score();
    private int given;
    private boolean halfNamed;
    private boolean halfSurname;
    private boolean initial;
    /** The places of the readings that the last pair was compared by. */
    private int readingA;

    private int readingB;

    public PairScorer(Statistics stats, Shares shares, Members members, Firms firms, int size) {
        this.members = members;
        this.firms = firms;
        shortList = size < SHORT_LIST;
        fewRecords = Statistics.step(size) < FEW_RECORDS;
        this.stats = stats;
        person = new PersonComparer(stats);
        bestPerson = new PersonComparer(stats);
        name = new NameComparer(stats);
        bestName = new NameComparer(stats);
        contacts = new ContactScorer(stats, shares);
        start = -Math.log(Math.max(Statistics.step(size), 48)) - 0.5;
    }

    public void score(Side a, int rowA, Side b, int rowB, Score out) {
        int i = a.at(rowA);
        int j = b.at(rowB);
        readings(a, i, b, j, out);
        out.set(Score.START, Score.ABSENT, start);
        contacts.score(a, i, b, j, given, out);
        besideCompany(a, i, readingA, out);
        besideCompany(b, j, readingB, out);
        apart(a, i, b, j, out);
        boolean beside = mayStandForAFirm(a, readingA) || mayStandForAFirm(b, readingB);
        if ((out.vetoes & Score.VETO_MEMBER) != 0 && !beside && members.mayStand(a, i, readingA, b, j, readingB, out)) {
            out.vetoes &= ~Score.VETO_MEMBER;
        }
        if ((out.vetoes & Score.VETO_SURNAME) != 0 && renamed(out)) {
            out.vetoes &= ~Score.VETO_SURNAME;
            out.weight[Score.NAME] += RENAMED;
        }
        if (out.level[Score.ADDRESS] == Score.SAME && out.weight[Score.ADDRESS] > WHOLE_ADDRESS) {
            sameHouse(out);
        }
        if ((halfNamed || halfSurname) && nothingElse(out)) {
            out.weight[Score.NAME] -= halfSurname ? HALF_A_SURNAME : HALF_A_NAME;
        }
        if (initial
                && out.level[Score.EMAIL] == Score.DIFFERENT
                && out.weight[Score.PHONE] <= 0
                && !contacts.oneHouse) {
            out.weight[Score.NAME] -= HALF_A_NAME;
        }
        if ((shortList && onlyTheName(out)) || (fewRecords && common && nothingElse(out))) {
            out.vetoes |= Score.VETO_SHORT_LIST;
        }
        out.sum();
    }

    /** Compares every way to read the one name with every way to read the other, and keeps the best. */
    private void readings(Side a, int i, Side b, int j, Score out) {
        int na = a.readings(i);
        int nb = b.readings(j);
        readingA = i;
        readingB = j;
        names(a, i, b, j, out);
        if (na + nb == 2) {
            return;
        }
        int ra = i;
        for (int x = 0; x < na; x++) {
            int rb = j;
            for (int y = 0; y < nb; y++) {
                if (x + y > 0 && holds(a, ra) && holds(b, rb)) {
                    int givenBefore = given;
                    boolean halfBefore = halfNamed;
                    boolean surnameBefore = halfSurname;
                    boolean initialBefore = initial;
                    boolean commonBefore = common;
                    names(a, ra, b, rb, other);
                    if (other.ofName() > out.ofName()) {
                        out.takeName(other);
                        readingA = ra;
                        readingB = rb;
                    } else {
                        given = givenBefore;
                        halfNamed = halfBefore;
                        halfSurname = surnameBefore;
                        initial = initialBefore;
                        common = commonBefore;
                    }
                }
                rb = b.nextReading(rb);
            }
            ra = a.nextReading(ra);
        }
    }

    /**
     * A person with a company beside the name may be the client, or stand for the firm. In a list where many persons have
     * one it is the employer; in others a record that differs in something else is rather the firm's.
     */
    private void besideCompany(Side s, int record, int reading, Score out) {
        if (!s.besideCompany(reading)) {
            return;
        }
        if (stats.habits.employers(stats.ofClients(s))) {
            out.weight[Score.NAME] -= EMPLOYED;
            return;
        }
        boolean differs = out.level[Score.EMAIL] == Score.DIFFERENT
                || out.level[Score.PHONE] == Score.DIFFERENT
                || out.level[Score.ADDRESS] == Score.DIFFERENT;
        boolean otherwise = out.level[Score.NAME] != Score.SAME;
        out.weight[Score.NAME] -=
                BESIDE_A_COMPANY + (differs ? DIFFERS_BESIDE : 0) + (otherwise ? WRITTEN_OTHERWISE : 0);
        if (out.level[Score.NAME] > Score.SAME_WORDS) {
            out.weight[Score.NAME] -= WRITTEN_OTHERWISE;
        }
        if (firms.onRecord(s, record, stats.ofClients(s))) {
            out.vetoes |= Score.VETO_KIND;
        }
    }

    private boolean mayStandForAFirm(Side s, int reading) {
        return s.besideCompany(reading) && !stats.habits.employers(stats.ofClients(s));
    }

    /** What stands apart in both names and is not the same tells two apart: codes, places, remarks. */
    private void apart(Side a, int i, Side b, int j, Score out) {
        int codeA = code(a, i, readingA);
        int codeB = code(b, j, readingB);
        if (a != b && codeA >= 0 && codeB >= 0 && codeA != codeB) {
            out.vetoes |= Score.VETO_NUMBER;
        }
        if (a.note(i) >= 0 && b.note(j) >= 0 && !sameNote(a, i, b, j)) {
            out.vetoes |= Score.VETO_WORD;
            out.weight[Score.NAME] -= ANOTHER_NOTE;
        }
    }

    private static int code(Side s, int record, int reading) {
        return s.code(reading) >= 0 ? s.code(reading) : s.code(record);
    }

    private boolean sameNote(Side a, int i, Side b, int j) {
        return sameNote(a.note(i), b.note(j)) || sameNote(a.note(i), b.note2(j)) || sameNote(a.note2(i), b.note(j));
    }

    private boolean sameNote(int one, int two) {
        return one >= 0
                && two >= 0
                && (one == two || Words.near(stats.words, one, two) || Words.prefix(stats.words, one, two));
    }

    private boolean holds(Side s, int reading) {
        return (!s.codedFirst(reading) || stats.habits.codesFirst(stats.ofClients(s)))
                && (!s.codedLast(reading) || stats.habits.codesLast(stats.ofClients(s)));
    }

    private void names(Side a, int i, Side b, int j, Score out) {
        out.clear();
        given = Score.ABSENT;
        halfNamed = false;
        halfSurname = false;
        initial = false;
        common = false;
        boolean pa = a.personal(i);
        boolean pb = b.personal(j);
        if (pa && pb) {
            persons(a, i, b, j, out);
            int named = Score.VETO_GIVEN | Score.VETO_SURNAME;
            if ((out.vetoes & named) != 0 && (out.vetoes & ~named) == 0 && (a.guessed(i) || b.guessed(j))) {
                maybeOrganisations(a, i, b, j, out);
            }
        } else if (pa != pb) {
            mixed(a, i, b, j, out);
        } else {
            organisations(a, i, b, j, out);
            contact(a, i, b, j, out);
        }
        if (a.contactOnly(i) || b.contactOnly(j)) {
            out.vetoes |= Score.VETO_KIND;
        }
    }

    /**
     * Under one roof a firm that changed its legal form, or is known by its initials, is likelier than two firms with
     * one name: sisters share a telephone and an owner's e-mail address rather than a house.
     */
    private static void sameHouse(Score out) {
        if (out.vetoes == Score.VETO_LEGAL && out.level[Score.NAME] <= Score.NEAR) {
            out.vetoes = 0;
            out.weight[Score.LEGAL] = Math.max(out.weight[Score.LEGAL], -1);
        } else if ((out.vetoes & ~Score.VETO_LEGAL) == Score.VETO_WORD && out.level[Score.NAME] == Score.SHORT_FORM) {
            out.vetoes = 0;
            out.weight[Score.LEGAL] = Math.max(out.weight[Score.LEGAL], -1);
        }
    }

    private boolean renamed(Score out) {
        return (given == Score.SAME || given == Score.NEAR)
                && (out.level[Score.EMAIL] == Score.SAME || (contacts.oneHouse && contacts.oneUnit && !elsewhere(out)));
    }

    /** Another mailbox and no telephone in common: two who live in one building. */
    private static boolean elsewhere(Score out) {
        return out.level[Score.EMAIL] == Score.DIFFERENT && out.level[Score.PHONE] > Score.SHARED;
    }

    private static boolean nothingElse(Score out) {
        return out.weight[Score.EMAIL] <= 0 && out.weight[Score.PHONE] <= 0 && out.weight[Score.ADDRESS] <= 0;
    }

    /** Nothing but the name speaks for the pair, and an address, postal or e-mail, against it. */
    private static boolean onlyTheName(Score out) {
        boolean against = out.level[Score.EMAIL] == Score.DIFFERENT || out.level[Score.ADDRESS] == Score.DIFFERENT;
        return against && nothingElse(out);
    }

    private void organisations(Side a, int i, Side b, int j, Score out) {
        double best = Double.NEGATIVE_INFINITY;
        int va = a.firstView(i);
        for (int x = 0; x < a.views(i); x++) {
            int vb = b.firstView(j);
            for (int y = 0; y < b.views(j); y++) {
                name.compare(a, va, b, vb, a.truncated(i), b.truncated(j));
                if (name.total() > best) {
                    best = name.total();
                    bestName.copy(name);
                }
                vb = b.nextView(vb);
            }
            va = a.nextView(va);
        }
        if (best == Double.NEGATIVE_INFINITY) {
            bestName.nothing();
        }
        out.set(Score.NAME, bestName.level, bestName.weight);
        out.set(Score.LEGAL, bestName.legal, bestName.legalWeight);
        out.vetoes |= bestName.vetoes;
        if (a.kindOf(i) != b.kindOf(j)
                && Math.max(a.kindOf(i), b.kindOf(j)) > NameReader.BUSINESS
                && bestName.level > Score.NEAR) {
            out.vetoes |= Score.VETO_KIND;
        }
    }

    /** A business name without a legal form may look like a person's. */
    private void maybeOrganisations(Side a, int i, Side b, int j, Score out) {
        double before = out.weight[Score.NAME];
        if (a.views(i) == 0 || b.views(j) == 0) {
            return;
        }
        name.compare(a, a.firstView(i), b, b.firstView(j), false, false);
        if (name.vetoes == 0 && name.total() > before - 8 && name.level <= Score.SAME_WORDS) {
            out.set(Score.NAME, name.level, name.weight);
            out.set(Score.LEGAL, name.legal, name.legalWeight);
            out.vetoes = 0;
        }
    }

    private void mixed(Side a, int i, Side b, int j, Score out) {
        organisations(a, i, b, j, out);
        if (bestName.level > Score.SAME_WORDS || out.vetoes != 0) {
            boolean typo = bestName.level == Score.NEAR && (a.guessed(i) || b.guessed(j)) && out.vetoes == 0;
            if (!typo) {
                out.vetoes |= Score.VETO_KIND;
                out.weight[Score.NAME] -= 2;
            }
        }
    }

    private void contact(Side a, int i, Side b, int j, Score out) {
        if (a.persons(i) == 0 || b.persons(j) == 0) {
            return;
        }
        bestPair(a, i, b, j, false);
        if (bestPerson.vetoes == 0) {
            boolean same = bestPerson.given <= Score.SAME_WORDS;
            out.set(Score.CONTACT, same ? Score.SAME : Score.NEAR, same ? 3 : 2);
        } else if (bestPerson.surname <= Score.PART) {
            out.set(Score.CONTACT, Score.OVERLAP, -1.5);
        } else {
            out.set(Score.CONTACT, Score.DIFFERENT, -2.5);
        }
    }

    private int bestPair(Side a, int i, Side b, int j, boolean mainOnly) {
        double best = Double.NEGATIVE_INFINITY;
        int at = -1;
        for (int x = 0; x < a.persons(i); x++) {
            int pa = a.person(i, x);
            for (int y = 0; y < b.persons(j); y++) {
                int pb = b.person(j, y);
                if (mainOnly && (!a.main(pa) || !b.main(pb))) {
                    continue;
                }
                person.compare(a.cells, pa, b.cells, pb);
                if (person.total() > best) {
                    best = person.total();
                    bestPerson.copy(person);
                    at = x << 8 | y;
                }
            }
        }
        return at;
    }

    private static int mains(Side s, int p) {
        int n = 0;
        for (int k = 0; k < s.persons(p); k++) {
            n += s.main(s.person(p, k)) ? 1 : 0;
        }
        return n;
    }

    private void persons(Side a, int i, Side b, int j, Score out) {
        int ma = mains(a, i);
        int mb = mains(b, j);
        if (ma < 2 && mb < 2) {
            if (bestPair(a, i, b, j, false) >= 0) {
                take(out, same(a, i, b, j));
            } else {
                out.vetoes |= Score.VETO_WORD;
            }
            return;
        }
        if (ma >= 2 && mb >= 2) {
            households(a, i, b, j, out);
            return;
        }
        if (bestPair(a, i, b, j, false) >= 0) {
            take(out, Score.PART);
            out.weight[Score.NAME] -= 1.5;
            out.vetoes |= Score.VETO_MEMBER;
        } else {
            out.vetoes |= Score.VETO_WORD;
        }
    }

    private static int same(Side a, int i, Side b, int j) {
        boolean named = a.views(i) > 0 && b.views(j) > 0;
        return named && a.viewStrict(a.firstView(i)) == b.viewStrict(b.firstView(j)) ? Score.SAME : Score.SAME_WORDS;
    }

    private void take(Score out, int levelIfSame) {
        given = bestPerson.given;
        halfNamed = bestPerson.given == Score.ABSENT || bestPerson.surname == Score.ABSENT;
        halfSurname = bestPerson.surname == Score.PART;
        initial = bestPerson.initial;
        common = bestPerson.common;
        int level = Math.max(bestPerson.given == Score.ABSENT ? Score.PART : bestPerson.given, bestPerson.surname);
        out.set(Score.NAME, level <= Score.SAME_WORDS ? levelIfSame : level, bestPerson.nameWeight);
        out.set(Score.MIDDLE, bestPerson.middle, bestPerson.middleWeight);
        out.set(Score.GENERATION, bestPerson.generation, bestPerson.generationWeight);
        out.vetoes |= bestPerson.vetoes;
    }

    /** Both name two: the better of the two ways to pair them, each given name once, a shared surname once. */
    private void households(Side a, int i, Side b, int j, Score out) {
        int at = bestPair(a, i, b, j, true);
        if (at < 0) {
            return;
        }
        int x = a.person(i, at >> 8);
        int xo = other(a, i, at >> 8);
        take(out, same(a, i, b, j));
        person.compare(a.cells, xo, b.cells, other(b, j, at & 255));
        int surname = a.cells[xo + 2];
        boolean sharedSurname = surname >= 0 && surname == a.cells[x + 2];
        double rest = person.nameWeight;
        if (sharedSurname && person.surname <= Score.SAME_WORDS) {
            rest -= stats.surname(surname);
        } else if (sharedSurname && person.surname != Score.DIFFERENT && bestPerson.surname == person.surname) {
            rest -= Math.max(0, Math.min(rest, stats.surname(surname) - 3.5));
        }
        out.weight[Score.NAME] += rest;
        out.vetoes |= person.vetoes;
        int level = Math.max(person.given == Score.ABSENT ? Score.PART : person.given, person.surname);
        if (level > Score.SAME_WORDS) {
            out.level[Score.NAME] = Math.max(out.level[Score.NAME], level);
        }
    }

    /** The other one whom the name names; the same one if there is none. */
    private static int other(Side s, int p, int one) {
        for (int k = 0; k < s.persons(p); k++) {
            if (k != one && s.main(s.person(p, k))) {
                return s.person(p, k);
            }
        }
        return s.person(p, one);
    }
}
