package dev.tieout.examples.benchmarks.matching;

import dev.tieout.examples.benchmarks.matching.data.LabelledLists;
import dev.tieout.examples.benchmarks.matching.data.Pair;
import dev.tieout.examples.benchmarks.matching.data.Truth;
import dev.tieout.matching.Bucket;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Counts how right the lists are that records were put into. A match of two different entities is wrong; a match of a
 * duplicate is not wrong, but not in the right list either. Not thread-safe.
 */
final class Accuracy {
    private static final int SUGGESTIONS = 5;

    private final Truth truth;
    private final List<Pair> matches = new ArrayList<>();
    private final BitSet taken = new BitSet();
    private int wrong;
    private int found;
    private int left;
    private int first;
    private int suggested;
    private int records;
    private int right;
    private int doubled;
    private int doubledRight;
    private int doubledTrue;
    private int violations;

    Accuracy(LabelledLists lists) {
        truth = lists.truth();
    }

    /** Counts a client and, where it was matched, its customer's position and score; else what was suggested, best first. */
    void client(int client, Bucket bucket, int customer, double score, List<Integer> suggestions) {
        boolean hit = bucket == Bucket.MATCH && truth.partner(client) == customer;
        if (bucket == Bucket.MATCH) {
            matches.add(new Pair(client, customer, score));
            violations += taken.get(customer) ? 1 : 0;
            taken.set(customer);
            wrong += truth.same(client, customer) ? 0 : 1;
            found += hit ? 1 : 0;
        }
        if (truth.partner(client) >= 0 && !hit) {
            int rank = suggestions.indexOf(truth.partner(client));
            left++;
            first += rank == 0 ? 1 : 0;
            suggested += rank >= 0 && rank < SUGGESTIONS ? 1 : 0;
        }
        place(bucket, truth.bucketOfClient(client), bucket != Bucket.MATCH || hit);
    }

    /** Counts a customer that was not skipped, with the position of its client where it was matched. */
    void customer(int customer, Bucket bucket, int client) {
        place(bucket, truth.bucketOfCustomer(customer), bucket != Bucket.MATCH || truth.partner(client) == customer);
    }

    private void place(Bucket bucket, Bucket rightBucket, boolean rightPartner) {
        records++;
        right += bucket == rightBucket && rightPartner ? 1 : 0;
        doubled += bucket == Bucket.DUPLICATE ? 1 : 0;
        doubledTrue += rightBucket == Bucket.DUPLICATE ? 1 : 0;
        doubledRight += bucket == Bucket.DUPLICATE && rightBucket == Bucket.DUPLICATE ? 1 : 0;
    }

    double precision() {
        return 1 - share(wrong, matches.size());
    }

    double recall() {
        return share(found, truth.pairs());
    }

    /** The share of pairs matched, or left to a person with the right one suggested first. */
    double recallWithFirst() {
        return share(found + first, truth.pairs());
    }

    /** The recall at a precision, for the threshold that gives the most. */
    double recallAt(double precision) {
        return Sweep.recallAt(
                matches,
                p -> truth.partner(p.client()) == p.customer(),
                p -> !truth.same(p.client(), p.customer()),
                truth.pairs(),
                precision);
    }

    double fourWay() {
        return share(right, records);
    }

    double duplicatePrecision() {
        return share(doubledRight, doubled);
    }

    double duplicateRecall() {
        return share(doubledRight, doubledTrue);
    }

    double firstFive() {
        return share(suggested, left);
    }

    int violations() {
        return violations;
    }

    String wrongOfMatched() {
        return wrong + " wrong of " + matches.size();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }
}
